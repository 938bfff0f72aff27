import { isServerError, isThrottlingError, isTransientError } from "@smithy/core/retry";
import * as z from "zod/mini";
import { LeadContentionError } from "./contention.ts";

/**
 * Whether a fault passes by itself: a service was busy, broken for a moment or out of reach, its answer was lost, or other
 * writers came first. What was not allowed or not valid stays so.
 */
export const passesByItself = (error: unknown): boolean => {
  if (!isFault(error)) return false;
  if (error.name === "TransactionCanceledException") return isCancelledForNow(error);
  return (
    error instanceof LeadContentionError ||
    collisions.has(error.name) ||
    isThrottlingError(error) ||
    isTransientError(error) ||
    isServerError(error)
  );
};

/** An error as the SDK's own judges take it: they look for what only its errors have. */
const isFault = (error: unknown): error is Parameters<typeof isThrottlingError>[0] => error instanceof Error;

/** Of a plain write: it met a transaction on its item, or another writer came first. Reading again decides again. */
const collisions = new Set(["TransactionConflictException", "ConditionalCheckFailedException"]);

/** Why DynamoDB cancels a transaction of which nothing was done and nothing refused. */
const forNow = new Set([
  "None",
  "TransactionConflict",
  "ThrottlingError",
  "ProvisionedThroughputExceeded",
  "ConditionalCheckFailed",
]);

const CancelledSchema = z.object({
  CancellationReasons: z.array(z.object({ Code: z.optional(z.string()) })),
});

/** By its shape and not by its class, which would bring the table's client into functions that have none. */
const isCancelledForNow = (error: Error): boolean => {
  const { data } = CancelledSchema.safeParse(error);
  return data?.CancellationReasons.every(({ Code = "None" }) => forNow.has(Code)) ?? false;
};
