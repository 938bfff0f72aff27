import type { Stage } from "../../contract/stages.ts";

/** The only legal ways from stage to stage. `captured` after an ending is the start of the next cycle. */
export const transitions = {
  captured: ["nurturing", "qualified", "disqualified", "dormant"],
  nurturing: ["qualified", "disqualified", "dormant"],
  qualified: ["assigned", "nurturing", "disqualified"],
  // To `assigned`: another rep gets it.
  assigned: ["assigned", "handed-off", "accepted", "captured", "disqualified"],
  "handed-off": ["assigned", "accepted", "captured", "disqualified"],
  accepted: ["sales-qualified", "opportunity", "won", "lost", "captured", "assigned"],
  "sales-qualified": ["opportunity", "won", "lost", "captured", "assigned"],
  opportunity: ["won", "lost", "captured", "assigned"],
  // An outcome that was told wrongly is corrected.
  won: ["lost", "won", "captured"],
  lost: ["won", "lost", "captured"],
  dormant: ["captured"],
  disqualified: ["captured"],
} as const satisfies Record<Stage, readonly Stage[]>;

export const mayMove = (from: Stage, to: Stage): boolean => (transitions[from] as readonly Stage[]).includes(to);
