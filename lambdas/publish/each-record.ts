import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod/mini";
import { reasonOf } from "../adapters/error-for-log.ts";
import { log } from "../adapters/logger.ts";
import type { Change } from "../domain/publish/events-of-change.ts";

/** The target is not reachable now: the stream must deliver again from this record on. */
export class TryAgainError extends Error {
  override readonly name = "TryAgain";
}

/**
 * Processes the records of a batch one by one and in order. A record that can never be processed is parked with the
 * reason, so that it does not block its shard; at a passing fault the rest of the batch is left to the stream.
 */
export const eachRecord =
  (deal: (change: Change) => Promise<void>, parkRecord: (body: string, reason: string) => Promise<void>) =>
  async (event: unknown): Promise<BatchAnswer> => {
    for (const record of StreamEventSchema.parse(event).Records) {
      const parsed = StreamRecordSchema.safeParse(record);
      if (!parsed.success) await parkRecord(JSON.stringify({ eventID: Object(record).eventID }), "not a stream record");
      else if (!(await dealt(parsed.data, deal, parkRecord))) return failedFrom(parsed.data);
    }
    return { batchItemFailures: [] };
  };

const failedFrom = ({ dynamodb }: StreamRecord): BatchAnswer => ({
  batchItemFailures: [{ itemIdentifier: dynamodb.SequenceNumber }],
});

const dealt = async (
  record: StreamRecord,
  deal: (change: Change) => Promise<void>,
  parkRecord: (body: string, reason: string) => Promise<void>,
): Promise<boolean> => {
  try {
    const change = changeOf(record);
    if (!isCopied(change)) await deal(change);
    return true;
  } catch (error) {
    if (error instanceof TryAgainError) {
      const facts = { code: "try-again", record: record.eventID };
      log.warn("The other side did not answer; the stream will deliver again", facts, error);
      return false;
    }
    log.error("A record of the stream was parked", { code: "record-parked", record: record.eventID }, error);
    await parkRecord(JSON.stringify(keysOnly(record)), reasonOf(error));
    return true;
  }
};

/** A restore copied the item back (`bin/restore`): what it says happened long ago, and was told and counted then. */
const isCopied = ({ before, after }: Change): boolean =>
  after?.restoredAt !== undefined && after.restoredAt !== before?.restoredAt;

/** The dead letter has what is needed to find the item, not its content. */
const keysOnly = ({ eventID, dynamodb }: StreamRecord) => ({
  eventID,
  keys: { pk: dynamodb.NewImage?.pk, sk: dynamodb.NewImage?.sk },
});

/** What its attributes are, `unmarshall` finds out. */
const ImageSchema = z.optional(
  z.custom<Record<string, AttributeValue>>((image) => typeof image === "object" && image !== null),
);

/** A record of the table's stream; its images are in DynamoDB's own JSON. */
const StreamRecordSchema = z.object({
  eventID: z.string(),
  dynamodb: z.object({
    ApproximateCreationDateTime: z.number(),
    SequenceNumber: z.string(),
    OldImage: ImageSchema,
    NewImage: ImageSchema,
  }),
});
type StreamRecord = z.infer<typeof StreamRecordSchema>;

const StreamEventSchema = z.object({ Records: z.array(z.unknown()) });

/** The records that the stream must deliver again; it starts at the first of them. */
type BatchAnswer = { readonly batchItemFailures: { readonly itemIdentifier: string }[] };

const changeOf = ({ eventID, dynamodb }: StreamRecord): Change => ({
  id: eventID,
  at: new Date(dynamodb.ApproximateCreationDateTime * 1000).toISOString(),
  before: dynamodb.OldImage && unmarshall(dynamodb.OldImage),
  after: dynamodb.NewImage && unmarshall(dynamodb.NewImage),
});
