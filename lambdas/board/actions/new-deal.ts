import type * as z from "zod/mini";
import type { actionBodies } from "../../contract/board.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { startNewDeal } from "../../domain/lead/deals.ts";
import { dueInStage } from "../../domain/lead/next-due.ts";
import { isEnded } from "../../domain/outcome/apply-outcome.ts";
import { nameOfPerson } from "../../domain/team/owner.ts";
import { notNow } from "../../views/board/action-problems.ts";
import { sayWhy } from "../../views/story/why.ts";
import { decidedBefore, moveByDecision } from "./by-decision.ts";
import type { BoardAction, Doing } from "./lead-action.ts";

/**
 * A colleague starts another deal with a lead that was won or lost: its next cycle, which goes to sales by their word. A
 * won deal stays won beside it.
 */
export const newDeal = ({ version, reason }: z.infer<(typeof actionBodies)["new-deal"]>): BoardAction => ({
  action: "new-deal",
  version,
  doneBefore: (doing) => decidedBefore(doing, "new-deal", sayStarted(doing, reason)),
  act: async (doing) => {
    const { deps, lead, by } = doing;
    const { agreement } = deps;
    if (!isEnded(lead)) return notNow(sayWhy(lead, agreement));
    const at = deps.now();
    const deal = { reason, by: nameOfPerson(by, agreement), at };
    const next = startNewDeal(lead, deal, dueInStage("captured", agreement, at));
    return moveByDecision(doing, next, { at, of: "new-deal", verdict: "started", sentence: sayStarted(doing, reason) });
  },
});

const sayStarted = ({ deps, by }: Doing, reason: string): Bilingual => {
  const name = nameOfPerson(by, deps.agreement);
  return {
    es: `${name} ha empezado un negocio nuevo: «${reason}»`,
    en: `${name} started a new deal: “${reason}”`,
  };
};
