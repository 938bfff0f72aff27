import type { Stage } from "../../contract/stages.ts";
import { cardOf } from "../board/card.ts";
import { LeadSchema } from "../lead/lead.ts";
import type { Change } from "../publish/events-of-change.ts";

/**
 * The stage in which a card looks different after this change of a lead's own item. Not when it has gone to another
 * stage: its move says so itself.
 */
export const cardChanged = ({ before, after }: Change): Stage | undefined => {
  if (before === undefined || after?.sk !== "PROFILE") return undefined;
  const [then, now] = [LeadSchema.parse(before), LeadSchema.parse(after)];
  if (then.stage !== now.stage) return undefined;
  return JSON.stringify(cardOf(then)) === JSON.stringify(cardOf(now)) ? undefined : now.stage;
};
