import * as z from "zod/mini";
import { lifetimes } from "../../../contract/limits.ts";
import { droppable } from "../../../contract/start-light.ts";
import { elapsedMillis } from "../../working-time/duration.ts";

/** Tries that have failed, or have not ended yet: each counts before it is made, so that many at once are no way around. */
export const TriesSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    version: z.int(),
    count: z.int(),
    /** When the last one began. */
    at: z.string(),
  }),
);
export type Tries = z.infer<typeof TriesSchema>;

/**
 * Failed tries that cost no wait. Cognito locks a user for a second after five, for everybody, and doubles that with each
 * further one: with three for free and waits that grow fourfold, one network gets a user locked for 15 seconds in all.
 */
export const freeTries = {
  /** For one user from one network. */
  pair: 3,
  /** From one network, whoever is tried: an office has one address. */
  network: 30,
  /** Codes of the second factor for one user, from everywhere: only who has the password gets that far. */
  code: 5,
} as const;

const growth = 4;
/** After 15 minutes without a try Cognito forgets what failed: a network that goes on forever never adds up there. */
const longestWait = elapsedMillis("16 minutes");

const waitAfter = (count: number, free: number): number =>
  count < free ? 0 : Math.min(1000 * growth ** (count - free), longestWait);

/** Whole seconds until the next try is taken: 0, then 1, 4, 16, 64, 256, and 960 at most. */
export const secondsToWait = (tries: Tries | undefined, free: number, now: string): number => {
  if (tries === undefined || isForgotten(tries, now)) return 0;
  const from = Date.parse(tries.at) + waitAfter(tries.count, free);
  return Math.max(0, Math.ceil((from - Date.parse(now)) / 1000));
};

const isForgotten = ({ at }: Tries, now: string): boolean =>
  Date.parse(at) + elapsedMillis(lifetimes.failedSignIns) <= Date.parse(now);

/** With one more that begins now. */
export const withOneMore = (tries: Tries | undefined, now: string): Tries => ({
  version: (tries?.version ?? 0) + 1,
  count: (tries === undefined || isForgotten(tries, now) ? 0 : tries.count) + 1,
  at: now,
});

/** Without those that were none, or that a success makes good. The wait of the others stays. */
export const without = (tries: Tries, by: number): Tries => ({
  ...tries,
  version: tries.version + 1,
  count: Math.max(0, tries.count - by),
});
