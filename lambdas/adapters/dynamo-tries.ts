import { lifetimes } from "../contract/limits.ts";
import { keys } from "../contract/table.ts";
import { secondsToWait, type Tries, TriesSchema, withOneMore, without } from "../domain/board/session/tries.ts";
import { elapsedMillis } from "../domain/working-time/duration.ts";
import { untilWritten } from "./contention.ts";
import { type DynamoTable, isAtVersion, readItem, rewrite, transact } from "./dynamo-table.ts";
import { epochSeconds } from "./epoch.ts";

/** What is counted, and by whom: `by` is a hash, since people type anything for a user. */
export interface Counted {
  readonly what: "SIGN-IN" | "NETWORK" | "CODE";
  readonly by: string;
  /** Failed tries that cost no wait. */
  readonly free: number;
}

type Taken = { readonly is: "taken" } | { readonly is: "wait"; readonly seconds: number };

/** Counts one more try before it is made, unless one has to wait for it; of two at once the second sees the first. */
export const takeTry = (table: DynamoTable, counted: Counted, now: string): Promise<Taken> =>
  untilWritten(async () => {
    const tries = await readTries(table, counted);
    const seconds = secondsToWait(tries, counted.free, now);
    if (seconds > 0) return { is: "wait", seconds };
    return (await write(table, counted, tries, withOneMore(tries, now))) ? { is: "taken" } : undefined;
  });

/**
 * Takes so many back: tries that were none, or that a success has made good.
 * @returns how many there were to take back
 */
export const forgiveTries = (table: DynamoTable, counted: Counted, by: number): Promise<number> =>
  untilWritten(async () => {
    const tries = await readTries(table, counted);
    if (tries === undefined || tries.count === 0 || by === 0) return 0;
    const next = without(tries, by);
    return (await write(table, counted, tries, next)) ? tries.count - next.count : undefined;
  });

const keyOf = ({ what, by }: Counted) => keys.limit(what, by, "FAILED");

const readTries = async (table: DynamoTable, counted: Counted): Promise<Tries | undefined> => {
  const item = await readItem(table, keyOf(counted));
  return item && TriesSchema.parse(item);
};

const write = async (table: DynamoTable, counted: Counted, read: Tries | undefined, next: Tries): Promise<boolean> => {
  const expiresAt = epochSeconds(next.at, elapsedMillis(lifetimes.failedSignIns));
  const item = rewrite(table, "tries", keyOf(counted), { ...next, expiresAt }, isAtVersion(read?.version));
  return (await transact(table, [item])).done;
};
