import type * as z from "zod/mini";
import type { actionBodies } from "../../contract/board.ts";
import { decideOnSilence, isCall, sayDecided } from "../../domain/escalation/decide.ts";
import { isUndecided, type Undecided } from "../../domain/escalation/nobody-answered.ts";
import { refusalToTake } from "../../domain/follow-up/answer-limits.ts";
import { bodyErrorOf } from "../../domain/follow-up/parse-answer.ts";
import type { FieldError } from "../../domain/http/http.ts";
import { nameOfPerson } from "../../domain/team/owner.ts";
import { takersNow } from "../../follow-up/takers-now.ts";
import { notNow, unfit } from "../../views/board/action-problems.ts";
import { sayWhy } from "../../views/story/why.ts";
import { decidedBefore, moveByDecision } from "./by-decision.ts";
import type { BoardAction, Doing } from "./lead-action.ts";

type Body = z.infer<(typeof actionBodies)["decide"]>;

/**
 * Marketing or a manager decides what becomes of a lead whom nobody in sales answered. To be called, it goes to the
 * colleague whom they name, with a new clock. Whatever is decided, it needs nobody's attention any more.
 */
export const decide = (body: Body): BoardAction => ({
  action: "decide",
  version: body.version,
  doneBefore: (doing) => decidedBefore(doing, "unanswered", sayIn(doing, body)),
  act: async (doing) => {
    const { deps, lead, by } = doing;
    const { agreement } = deps;
    if (!isUndecided(lead)) return notNow(sayWhy(lead, agreement));
    const at = deps.now();
    const error = await errorIn(doing, lead, body, at);
    if (error !== undefined) return unfit([error]);
    const next = decideOnSilence(lead, { ...body, by: nameOfPerson(by, agreement), at }, agreement);
    return moveByDecision(doing, next, { at, of: "unanswered", verdict: body.decision, sentence: sayIn(doing, body) });
  },
});

/** Who is to call must be able to take the lead now. */
const errorIn = async ({ deps }: Doing, lead: Undecided, body: Body, at: string): Promise<FieldError | undefined> => {
  if (!isCall(body.decision)) return undefined;
  const takers = await takersNow(deps, lead, at);
  const problem = refusalToTake(takers.find(({ colleague }) => colleague.id === body.to));
  return problem === undefined ? undefined : bodyErrorOf(problem);
};

const sayIn = ({ deps: { agreement }, by }: Doing, body: Body) =>
  sayDecided({ ...body, by: nameOfPerson(by, agreement) }, nameOfPerson(body.to ?? "", agreement));
