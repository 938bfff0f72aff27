import type * as z from "zod/mini";
import { recordFact } from "../../adapters/dynamo-answers.ts";
import type { actionBodies } from "../../contract/board.ts";
import type { Answer } from "../../domain/follow-up/answer.ts";
import { refusalOf } from "../../domain/follow-up/answer-limits.ts";
import { bodyErrorOf } from "../../domain/follow-up/parse-answer.ts";
import { passOn } from "../../domain/follow-up/plan-follow-up.ts";
import { isWorked, type Worked } from "../../domain/lead/lead.ts";
import { moveTo } from "../../domain/lead/move.ts";
import { ownerNow } from "../../follow-up/owner-of.ts";
import { placeWith, possibleNow } from "../../follow-up/store-answer.ts";
import { unfit } from "../../views/board/action-problems.ts";
import { answeredBefore, recordAnswer, sayAnswered } from "./answer.ts";
import { type BoardAction, type Doing, done } from "./lead-action.ts";

/** A manager reassigns the lead, before its owner has answered or after. */
export const reassign = ({ version, to, reason }: z.infer<(typeof actionBodies)["reassign"]>): BoardAction => {
  const passed = { kind: "passed-on", to, note: reason } as const satisfies Answer;
  return {
    action: "reassign",
    version,
    doneBefore: async (doing) => {
      const given = await answeredBefore(doing, passed);
      return given && sayAnswered(given, doing);
    },
    act: (doing) => (isWorked(doing.lead) ? handOver(doing, doing.lead, passed) : recordAnswer(doing, passed)),
  };
};

/**
 * An accepted lead goes to a colleague, who gets a hand-off and answers it. It is stored as an
 * answer of the kind `passed-on`, which wakes its journey.
 */
const handOver = async (doing: Doing, lead: Worked, passed: Extract<Answer, { kind: "passed-on" }>) => {
  const { deps, by, request, mark } = doing;
  const { agreement } = deps;
  const now = deps.now();
  const [owner, possible] = await Promise.all([ownerNow(deps, lead), possibleNow(deps, lead, now)]);
  const problem = refusalOf(passed, { followUp: lead.followUp, owner, agreement, now, possible });
  const taker = possible.find(({ colleague }) => colleague.id === passed.to);
  if (problem !== undefined || taker === undefined) return unfit([bodyErrorOf(problem ?? "colleague-unknown")]);
  const followUp = passOn(lead, taker.colleague, now, agreement);
  const facts = { followUp, nextDueAt: followUp.reminderAt };
  const next = moveTo("assigned", lead, facts, { because: "passed-on", now, agreement });
  const content = { ...passed, by, turn: lead.followUp.turn, correlationId: request.correlationId };
  const fact = { kind: "answer", at: now, ownerId: owner.id, content } as const;
  const isWritten = await recordFact(deps.table, lead, next, fact, [...placeWith(deps, taker, now), ...mark]);
  return isWritten ? done(lead.leadId, sayAnswered({ ...content, at: now, ownerId: owner.id }, doing)) : undefined;
};
