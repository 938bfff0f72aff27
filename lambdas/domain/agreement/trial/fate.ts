import type { TrialFate } from "../../../contract/trial.ts";
import { nobodyFollowedUp } from "../../escalation/nobody-answered.ts";
import type { Chance, LeadHistory } from "./history.ts";

/** What became of a lead, until now. */
export interface Fate {
  readonly fate: TrialFate;
  /** The agreement's code of one that was rejected, returned or lost. */
  readonly reason?: string | undefined;
  /** When that was settled. */
  readonly at?: string | undefined;
}

/** What became of the lead by this chance; if sales never saw it then, by the first later one in which it did. */
export const fateFrom = (chances: readonly Chance[], i: number, { outcomes }: Pick<LeadHistory, "outcomes">): Fate => {
  const fates = chances.slice(i).map((chance, j) => fateOf(chance, chances[i + j + 1], outcomes));
  return fates.find(({ fate }) => fate !== "never-asked") ?? { fate: "never-asked" };
};

export const fateOf = (
  { cycle, moves, qualifiedAt, handedAt }: Chance,
  next: Chance | undefined,
  outcomes: LeadHistory["outcomes"],
): Fate => {
  // A wrong outcome is corrected: the last one holds.
  const closing = moves.findLast(({ to }) => to === "won" || to === "lost");
  if (closing?.to === "won") return { fate: "won", at: closing.at };
  if (closing !== undefined) {
    const told = outcomes.filter((each) => each.cycle === cycle && each.kind === "lost");
    const last = told.toSorted((one, other) => (one.at < other.at ? -1 : 1)).at(-1);
    return { fate: "lost", at: closing.at, reason: last?.reason };
  }
  const closed = moves.find(({ because, to }) => to === "disqualified" && because.startsWith(rejected));
  const ending = closed ?? next?.moves[0];
  if (ending?.because.startsWith(rejected))
    return { fate: "rejected", at: ending.at, reason: ending.because.slice(rejected.length) };
  if (ending?.because.startsWith(recycled))
    return { fate: "returned", at: ending.at, reason: ending.because.slice(recycled.length) };
  if (ending?.because === nobodyFollowedUp) return { fate: "unanswered", at: ending.at };
  return qualifiedAt === undefined && handedAt === undefined ? { fate: "never-asked" } : { fate: "open" };
};

const rejected = "rejected:";
const recycled = "recycled:";
