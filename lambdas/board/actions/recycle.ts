import type * as z from "zod/mini";
import type { actionBodies } from "../../contract/board.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { settled } from "../../domain/escalation/nobody-answered.ts";
import { isWorked } from "../../domain/lead/lead.ts";
import { startNextCycle } from "../../domain/lead/move.ts";
import { dueInStage } from "../../domain/lead/next-due.ts";
import type { Outcome } from "../../domain/outcome/parse-outcome.ts";
import { byHand } from "../../domain/outcome/reason-label.ts";
import { reasonsToRecycle } from "../../domain/outcome/recycle-rules.ts";
import { nameOfPerson } from "../../domain/team/owner.ts";
import { decidedBefore, moveByDecision } from "./by-decision.ts";
import { type BoardAction, type Doing, done } from "./lead-action.ts";
import { recordedBefore, recordOutcome } from "./outcome.ts";

/**
 * A user starts a lead's next cycle: one that sales works on goes back to marketing, as an outcome;
 * one that has ended is reopened. `reason`: the id of an agreed one, or any words.
 */
export const recycle = ({ version, reason }: z.infer<(typeof actionBodies)["recycle"]>): BoardAction => ({
  action: "recycle",
  version,
  doneBefore: async (doing) => {
    const sentence = sayRecycled(doing, reason);
    if ((await decidedBefore(doing, "recycle", sentence)) !== undefined) return sentence;
    return (await recordedBefore(doing, outcomeOf(doing, reason))) && sentence;
  },
  act: async (doing) => {
    if (!isWorked(doing.lead)) return takeUpAgain(doing, reason);
    const answered = await recordOutcome(doing, outcomeOf(doing, reason));
    return answered?.statusCode === 200 ? done(doing.lead.leadId, sayRecycled(doing, reason)) : answered;
  },
});

/** Free text becomes a note: reasons are ids, because events carry them. */
const outcomeOf = ({ deps }: Doing, reason: string): Outcome =>
  reasonsToRecycle(deps.agreement).some(({ id }) => id === reason)
    ? { kind: "recycled", reason }
    : { kind: "recycled", reason: byHand, note: reason };

const takeUpAgain = async (doing: Doing, reason: string) => {
  const { deps, lead } = doing;
  const { agreement } = deps;
  const at = deps.now();
  const begun = startNextCycle(lead, "recycled-by-hand", at, dueInStage("captured", agreement, at), {
    agreementVersion: agreement.version,
  });
  const next = { ...begun, ...settled(lead, at) };
  return moveByDecision(doing, next, { at, of: "recycle", verdict: "recycled", sentence: sayRecycled(doing, reason) });
};

const sayRecycled = ({ deps, by }: Doing, reason: string): Bilingual => {
  const name = nameOfPerson(by, deps.agreement);
  const label = reasonsToRecycle(deps.agreement).find(({ id }) => id === reason)?.label ?? { es: reason, en: reason };
  return {
    es: `${name} lo ha devuelto a marketing, en otro ciclo: «${label.es}»`,
    en: `${name} returned the lead to marketing, in a new cycle: “${label.en}”`,
  };
};
