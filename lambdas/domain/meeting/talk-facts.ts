import type { Clock } from "../follow-up/clock.ts";
import type { Lead, LeadIn, Worked } from "../lead/lead.ts";
import type { MoveFact } from "../lead/move-fact.ts";

/** Sales rejected the lead, or returned it. */
export interface Rejection {
  readonly lead: Lead;
  readonly fact: MoveFact;
}

/** A promise that was not kept. */
export interface Breach {
  readonly lead: Lead;
  readonly ownerId: string;
  readonly dueAt: string;
  /** How many times it was escalated. */
  readonly level: number;
  /** How that rep's clock stopped in the end, if it has. */
  readonly clock?: Pick<Clock, "closedAt" | "because" | "answered"> | undefined;
}

export interface Win {
  readonly lead: LeadIn<"won">;
  readonly wonAt: string;
}

/** A stuck lead: beyond its stage's limit, without a rep, or stopped by an internal error. */
export type Stuck =
  | { readonly is: "over-limit"; readonly lead: Worked }
  | { readonly is: "waiting"; readonly lead: Lead; readonly since: string; readonly reps: readonly string[] }
  | { readonly is: "stopped"; readonly lead: Lead; readonly at: string };

export interface TalkFacts {
  readonly rejections: readonly Rejection[];
  readonly breaches: readonly Breach[];
  readonly wins: readonly Win[];
  readonly stuck: readonly Stuck[];
}

/** The facts of a lead that both teams discuss in their weekly meeting. */
export type Talk = "rejected" | "breached" | "won";

/** `rejected`: sales turned it down, or returned it later. A breach is no move: it has a record of its own. */
export const talkOf = ({ from, to, because }: Pick<MoveFact, "from" | "to" | "because">): Talk | undefined => {
  if (because.startsWith("rejected:") || because.startsWith("recycled:")) return "rejected";
  return to === "won" && from !== "won" ? "won" : undefined;
};
