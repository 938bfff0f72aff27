import type { Stage } from "../../contract/stages.ts";

/** The only legal ways from stage to stage. `captured` after an ending is the start of the next cycle. */
export const transitions = {
  captured: ["nurturing", "qualified", "disqualified", "dormant"],
  nurturing: ["qualified", "disqualified", "dormant"],
  qualified: ["assigned", "nurturing", "disqualified"],
  assigned: ["handed-off", "accepted", "captured", "disqualified"],
  "handed-off": ["accepted", "captured", "disqualified"],
  accepted: ["won", "lost", "captured"],
  won: ["captured"],
  lost: ["captured"],
  dormant: ["captured"],
  disqualified: ["captured"],
} as const satisfies Record<Stage, readonly Stage[]>;

export const mayMove = (from: Stage, to: Stage): boolean => (transitions[from] as readonly Stage[]).includes(to);
