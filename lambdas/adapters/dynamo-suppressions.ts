import { keys } from "../contract/table.ts";
import { addressHash, isForEver, type Suppression, SuppressionSchema } from "../domain/nurture/suppression.ts";
import { type DynamoTable, type NamedWrite, put, readItem, update } from "./dynamo-table.ts";

/** What is held against a normalised address, also one whose lead has been erased. */
export const readSuppression = async (table: DynamoTable, email: string): Promise<Suppression | undefined> => {
  const item = await readItem(table, keys.suppression(addressHash(email)));
  return item === undefined ? undefined : SuppressionSchema.parse(item);
};

/**
 * Holds it against the address, unless something is held for ever already. The condition fails when that came in since
 * `known` was read.
 */
export const suppress = (
  table: DynamoTable,
  email: string,
  known: Suppression | undefined,
  { reason, at }: Suppression,
): NamedWrite[] =>
  known !== undefined && isForEver(known)
    ? []
    : [
        put(
          table,
          "suppression",
          { ...keys.suppression(addressHash(email)), reason, at },
          {
            that: "attribute_not_exists(pk) OR #reason = :unsubscribed",
            names: { "#reason": "reason" },
            values: { ":unsubscribed": "unsubscribed" },
          },
        ),
      ];

/**
 * Notes that a newer consent ended an unsubscribing. Unconditional: what is held for ever is not touched by it, and an
 * unsubscribing that comes later is later than this.
 */
export const liftSuppression = (table: DynamoTable, email: string, at: string): NamedWrite =>
  update(table, "suppression", keys.suppression(addressHash(email)), "SET liftedAt = :at", { values: { ":at": at } });
