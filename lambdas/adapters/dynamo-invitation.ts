import { ConditionalCheckFailedException, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { keys } from "../contract/table.ts";
import { type Invitation, InvitationSchema } from "../domain/meeting/invitation.ts";
import { type LeadTable, readItem, toItem } from "./dynamo-table.ts";

export const readInvitation = async (table: LeadTable): Promise<Invitation | undefined> => {
  const item = await readItem(table, keys.meetingInvitation());
  return item === undefined ? undefined : InvitationSchema.parse(item);
};

/** @returns false when another one has raised it meanwhile: then theirs holds */
export const putInvitation = async (table: LeadTable, invitation: Invitation): Promise<boolean> => {
  try {
    await table.client.send(
      new PutItemCommand({
        TableName: table.tableName,
        Item: toItem({ ...keys.meetingInvitation(), ...invitation }),
        ConditionExpression: "attribute_not_exists(pk) OR #sequence < :sequence",
        ExpressionAttributeNames: { "#sequence": "sequence" },
        ExpressionAttributeValues: toItem({ ":sequence": invitation.sequence }),
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};
