import { keys } from "../contract/table.ts";
import { type SecondFactor, SecondFactorSchema, withoutCode } from "../domain/board/session/second-factor.ts";
import { untilWritten } from "./contention.ts";
import { type DynamoTable, isAtVersion, readItem, remove, rewrite, transact, type Whole } from "./dynamo-table.ts";

export const readFactor = async (table: DynamoTable, user: string): Promise<SecondFactor | undefined> => {
  const item = await readItem(table, keys.secondFactor(user));
  return item && SecondFactorSchema.parse(item);
};

const write = async (table: DynamoTable, user: string, read: SecondFactor | undefined, next: SecondFactor) => {
  const { used, ...always } = next;
  const whole: Whole<SecondFactor> = { ...always, used };
  const condition = isAtVersion(read?.version);
  return (await transact(table, [rewrite(table, "factor", keys.secondFactor(user), whole, condition)])).done;
};

/** The user has a factor from now on, or another one than before: codes of an earlier one are void. */
export const putFactor = (table: DynamoTable, user: string, codes: readonly string[], since: string): Promise<void> =>
  untilWritten(async () => {
    const read = await readFactor(table, user);
    const next = { version: (read?.version ?? 0) + 1, since, codes: [...codes] };
    return (await write(table, user, read, next)) ? "written" : undefined;
  }).then(() => undefined);

/**
 * Uses up a recovery code, by its hash.
 * @param by the request: once again it has used the code already
 * @returns false when there is no such code
 */
export const spendRecoveryCode = (table: DynamoTable, user: string, code: string, by: string): Promise<boolean> =>
  untilWritten(async () => {
    const read = await readFactor(table, user);
    if (read === undefined) return false;
    if (read.used?.code === code && read.used.by === by) return true;
    const next = withoutCode(read, code, by);
    if (next === undefined) return false;
    return (await write(table, user, read, next)) || undefined;
  });

export const removeFactor = async (table: DynamoTable, user: string): Promise<void> => {
  await transact(table, [remove(table, "factor", keys.secondFactor(user))]);
};
