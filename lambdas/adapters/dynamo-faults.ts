import { DynamoDBServiceException, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { LeadContentionError } from "./contention.ts";
import { networkCodeOf } from "./error-for-log.ts";

/** Error codes by which DynamoDB says that a retry of this request cannot succeed. */
const forGood = new Set(["ValidationException", "ValidationError", "ItemCollectionSizeLimitExceeded"]);

/** Whether the same request may succeed later: the table was busy, not there, or out of reach. */
export const isPassing = (error: unknown): boolean => {
  if (error instanceof TransactionCanceledException)
    return !(error.CancellationReasons ?? []).some(({ Code }) => forGood.has(Code ?? ""));
  if (error instanceof DynamoDBServiceException) return !forGood.has(error.name);
  return error instanceof LeadContentionError || isOfNetwork(error);
};

const isOfNetwork = (error: unknown): boolean =>
  error instanceof Error && (error.name === "TimeoutError" || networkCodeOf(error) !== undefined);
