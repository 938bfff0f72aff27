import type * as z from "zod/mini";
import { ProposalSchema } from "../contract/room.ts";
import { keys } from "../contract/table.ts";
import { type DynamoTable, readPage } from "./dynamo-table.ts";

/** Far more than are made while the versions that somebody looks at come into force. */
const mostProposals = 200;

/** A proposal that both departments have signed. */
export type AgreedProposal = z.infer<typeof ProposalSchema>;

/** The proposals that became a version, by its number. */
export const readAgreedProposals = async (table: DynamoTable): Promise<ReadonlyMap<number, AgreedProposal>> => {
  const { pk, sk } = keys.proposal("");
  const question = {
    KeyConditionExpression: "pk = :pk AND begins_with(sk, :sk)",
    ScanIndexForward: false,
    Limit: mostProposals,
  };
  const items = await readPage(table, question, { ":pk": pk, ":sk": sk });
  const agreed = new Map<number, AgreedProposal>();
  for (const item of items) {
    const proposal = ProposalSchema.parse(item);
    if (proposal.becomes !== undefined) agreed.set(proposal.becomes.number, proposal);
  }
  return agreed;
};
