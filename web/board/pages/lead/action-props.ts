import type { ActionDone, LeadStory } from "../../../../lambdas/contract/board.ts";

/** What the dialog of every board action takes. */
export interface ActionProps {
  readonly story: LeadStory;
  readonly onClose: () => void;
  readonly onDone: (done: ActionDone) => void;
  readonly onStale: () => Promise<unknown>;
}
