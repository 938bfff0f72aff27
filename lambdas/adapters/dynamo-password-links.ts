import * as z from "zod/mini";
import { droppable } from "../contract/start-light.ts";
import { keys } from "../contract/table.ts";
import { untilWritten } from "./contention.ts";
import { type DynamoTable, isNew, put, readItem, transact, update } from "./dynamo-table.ts";

const LinkSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    user: z.string(),
    until: z.string(),
    /** By which request. */
    used: z.optional(z.string()),
  }),
);

export const putPasswordLink = async (
  table: DynamoTable,
  referenceId: string,
  user: string,
  until: string,
): Promise<void> => {
  const expiresAt = Math.ceil(Date.parse(until) / 1000);
  await transact(table, [put(table, "link", { ...keys.passwordLink(referenceId), user, until, expiresAt }, isNew)]);
};

/**
 * Uses the link up.
 * @param by the request: once again it has used the link already
 * @returns whose it is; `undefined` when it is used up, over, or was never given
 */
export const spendPasswordLink = (
  table: DynamoTable,
  referenceId: string,
  by: string,
  now: string,
): Promise<string | undefined> =>
  untilWritten(async () => {
    const key = keys.passwordLink(referenceId);
    const item = await readItem(table, key);
    const link = item && LinkSchema.parse(item);
    if (link === undefined || link.until <= now || (link.used !== undefined && link.used !== by))
      return { user: undefined };
    const condition = { that: "attribute_not_exists(used) OR used = :by", values: { ":by": by } };
    const { done } = await transact(table, [update(table, "link", key, "SET used = :by", condition)]);
    return done ? { user: link.user } : undefined;
  }).then(({ user }) => user);
