import { unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod/mini";
import type { Change } from "../domain/publish/events-of-change.ts";

const ImageSchema = z.optional(z.record(z.string(), z.any()));

/** A record of the table's stream; its images are in DynamoDB's own JSON. */
export const StreamRecordSchema = z.object({
  eventID: z.string(),
  dynamodb: z.object({
    ApproximateCreationDateTime: z.number(),
    SequenceNumber: z.string(),
    OldImage: ImageSchema,
    NewImage: ImageSchema,
  }),
});
export type StreamRecord = z.infer<typeof StreamRecordSchema>;

export const StreamEventSchema = z.object({ Records: z.array(z.unknown()) });

/** Which records the stream shall deliver again; it begins at the first of them. */
export type BatchAnswer = { readonly batchItemFailures: { readonly itemIdentifier: string }[] };

export const changeOf = ({ eventID, dynamodb }: StreamRecord): Change => ({
  id: eventID,
  at: new Date(dynamodb.ApproximateCreationDateTime * 1000).toISOString(),
  before: dynamodb.OldImage && unmarshall(dynamodb.OldImage),
  after: dynamodb.NewImage && unmarshall(dynamodb.NewImage),
});
