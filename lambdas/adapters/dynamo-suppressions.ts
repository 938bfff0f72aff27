import { keys } from "../contract/table.ts";
import { addressHash, isForEver, type Suppression, SuppressionSchema } from "../domain/nurture/suppression.ts";
import { type DynamoTable, type NamedWrite, readItem, rewrite, update } from "./dynamo-table.ts";

/** The suppression of a normalised address, which outlives the lead. */
export const readSuppression = async (table: DynamoTable, email: string): Promise<Suppression | undefined> => {
  const item = await readItem(table, keys.suppression(addressHash(email)));
  return item === undefined ? undefined : SuppressionSchema.parse(item);
};

/**
 * Suppresses the address, unless it is suppressed permanently already. The condition fails when that happened since
 * `known` was read. A consent that has lifted an unsubscribing stays known: it holds against whatever is older, also when
 * that is written later.
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
        rewrite<Omit<Suppression, "liftedAt">>(
          table,
          "suppression",
          keys.suppression(addressHash(email)),
          { reason, at: known?.reason === reason && known.at > at ? known.at : at },
          {
            that: "attribute_not_exists(pk) OR #reason = :unsubscribed",
            names: { "#reason": "reason" },
            values: { ":unsubscribed": "unsubscribed" },
          },
        ),
      ];

/**
 * Records that a newer consent lifted an unsubscribe. Unconditional: a permanent suppression is not affected, and a
 * later unsubscribe has a later time than this.
 */
export const liftSuppression = (table: DynamoTable, email: string, at: string): NamedWrite =>
  update(table, "suppression", keys.suppression(addressHash(email)), "SET liftedAt = :at", { values: { ":at": at } });
