import { gunzipSync, gzipSync } from "node:zlib";
import * as z from "zod/mini";
import { droppable } from "../contract/start-light.ts";
import { dueTrialPartition, keys } from "../contract/table.ts";
import { askedTrial, type TrialAsked, type TrialJob, TrialJobSchema } from "../domain/agreement/trial/job.ts";
import { untilWritten } from "./contention.ts";
import { type DueKeys, dueKeys, readDue } from "./dynamo-due.ts";
import { type DynamoTable, isNew, readItem, rewrite, transact, type Whole } from "./dynamo-table.ts";

const PackedSchema = /* @__PURE__ */ droppable(() => z.looseObject({ tally: z.instanceof(Uint8Array) }));

/** @returns `undefined` when nobody has asked for one, or its time is over */
export const readTrial = async (table: DynamoTable, proposalId: string): Promise<TrialJob | undefined> => {
  const item = await readItem(table, keys.trial(proposalId));
  if (item === undefined) return undefined;
  const { tally, ...rest } = PackedSchema.parse(item);
  return TrialJobSchema.parse({ ...rest, tally: JSON.parse(gunzipSync(tally).toString()) });
};

/** Every attribute by name, so that one that is over goes. */
const wholeOf = (it: TrialJob): Whole<Omit<TrialJob, "tally"> & { readonly tally: Uint8Array }> => ({
  proposalId: it.proposalId,
  state: it.state,
  lock: it.lock,
  turn: it.turn,
  by: it.by,
  askedAt: it.askedAt,
  weeks: it.weeks,
  from: it.from,
  until: it.until,
  timeZone: it.timeZone,
  version: it.version,
  termsId: it.termsId,
  cursor: it.cursor,
  // With two lists of leads it is large, and shrinks to a seventh.
  tally: gzipSync(JSON.stringify(it.tally)),
  of: it.of,
  counted: it.counted,
  capacity: it.capacity,
  dueAt: it.dueAt,
  restarts: it.restarts,
  endedAt: it.endedAt,
  expiresAt: it.expiresAt,
});

/** @returns the trial as it is stored, or `undefined` when somebody else has written it since it was read */
export const storeTrial = async (
  table: DynamoTable,
  read: TrialJob | undefined,
  next: TrialJob,
): Promise<TrialJob | undefined> => {
  const stored = { ...next, lock: (read?.lock ?? 0) + 1 };
  const { done } = await transact(table, [
    rewrite<ReturnType<typeof wholeOf> & DueKeys>(
      table,
      "trial",
      keys.trial(next.proposalId),
      { ...wholeOf(stored), ...dueKeys(dueTrialPartition, stored.dueAt) },
      read === undefined
        ? isNew
        : { that: "#lock = :lock", names: { "#lock": "lock" }, values: { ":lock": read.lock } },
    ),
  ]);
  return done ? stored : undefined;
};

/** Has the terms tried; a function begins within seconds. @returns the trial, which may be under way already */
export const askTrial = (table: DynamoTable, asked: TrialAsked): Promise<TrialJob> =>
  untilWritten(async () => {
    const before = await readTrial(table, asked.proposalId);
    const next = askedTrial(before, asked);
    return next === before ? before : storeTrial(table, before, next);
  });

/** Ids of the proposals whose trials somebody has to look at, at most so many. */
export const readDueTrials = (table: DynamoTable, until: string, most: number): Promise<string[]> =>
  readDue(table, dueTrialPartition, until, most);
