import type { ActionDone, LeadStory } from "../../../../lambdas/contract/board.ts";

/** Of every dialog of an action. */
export interface ActionProps {
  readonly story: LeadStory;
  readonly onClose: () => void;
  readonly onDone: (done: ActionDone) => void;
  readonly onStale: () => Promise<unknown>;
}
