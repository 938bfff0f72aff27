import type * as z from "zod/mini";
import { decisionWrite, isSame, readDecisions } from "../../adapters/dynamo-decisions.ts";
import { signal } from "../../adapters/dynamo-leads.ts";
import { moveWrites } from "../../adapters/dynamo-moves.ts";
import { transact } from "../../adapters/dynamo-table.ts";
import type { actionBodies } from "../../contract/board.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { startNewDeal } from "../../domain/lead/deals.ts";
import { dueInStage } from "../../domain/lead/next-due.ts";
import { isEnded } from "../../domain/outcome/apply-outcome.ts";
import { nameOfPerson } from "../../domain/team/owner.ts";
import { notNow } from "../../views/board/action-problems.ts";
import { sayWhy } from "../../views/story/why.ts";
import { type BoardAction, type Doing, done } from "./lead-action.ts";

/**
 * A colleague starts another deal with a lead that was won or lost: its next cycle, which goes to sales by their word. A
 * won deal stays won beside it.
 */
export const newDeal = ({ version, reason }: z.infer<(typeof actionBodies)["new-deal"]>): BoardAction => ({
  action: "new-deal",
  version,
  doneBefore: async (doing) => {
    const sentence = sayStarted(doing, reason);
    const last = (await readDecisions(doing.deps.table, doing.lead)).findLast(({ of }) => of === "new-deal");
    return last !== undefined && isSame(last, sentence) ? sentence : undefined;
  },
  act: async (doing) => {
    const { deps, lead, by, mark } = doing;
    const { table, agreement } = deps;
    if (!isEnded(lead)) return notNow(sayWhy(lead, agreement));
    const at = deps.now();
    const deal = { reason, by: nameOfPerson(by, agreement), at };
    const next = startNewDeal(lead, deal, dueInStage("captured", agreement, at));
    const sentence = sayStarted(doing, reason);
    const decided = { at, of: "new-deal", verdict: "started", agreementVersion: agreement.version, by };
    const outcome = await transact(table, [
      ...moveWrites(table, lead, next, at),
      decisionWrite(table, next, { ...decided, reasons: [sentence] }),
      signal(table, lead.leadId),
      ...mark,
    ]);
    return outcome.done ? done(lead.leadId, sentence) : undefined;
  },
});

const sayStarted = ({ deps, by }: Doing, reason: string): Bilingual => {
  const name = nameOfPerson(by, deps.agreement);
  return {
    es: `${name} ha empezado un negocio nuevo: «${reason}»`,
    en: `${name} started a new deal: “${reason}”`,
  };
};
