import type { MoveFact } from "../lead/move-fact.ts";

/** What of a lead's history both teams talk over in their weekly meeting. */
export type Talk = "rejected" | "breached" | "won";

/** `rejected`: sales turned it down, or gave it back later. A breach is no move: it has a record of its own. */
export const talkOf = ({ from, to, because }: Pick<MoveFact, "from" | "to" | "because">): Talk | undefined => {
  if (because.startsWith("rejected:") || because.startsWith("recycled:")) return "rejected";
  return to === "won" && from !== "won" ? "won" : undefined;
};
