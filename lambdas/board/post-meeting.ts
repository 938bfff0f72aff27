import { DecisionBodySchema, HeldBodySchema, mayNoteDecisions } from "../contract/board.ts";
import { unfit } from "../domain/board/actions/said.ts";
import { fieldErrorsOf, type HttpResponse, json } from "../domain/http/index.ts";
import { noteDecision, sayHeld } from "../meeting/meetings.ts";
import { type BoardDependencies, type BoardRequest, forbidden, notFound } from "./board-request.ts";

/** `meetings/{week}/decisions`, and `/{decisionId}` below it. */
export const postMeeting = async (
  deps: BoardDependencies,
  { user, json: body }: BoardRequest,
  [week = "", part, decisionId, ...more]: readonly string[],
): Promise<HttpResponse> => {
  if (part !== "decisions" || more.length > 0) return notFound();
  if (!mayNoteDecisions(user.role)) return forbidden();
  if (decisionId === undefined) {
    const read = DecisionBodySchema.safeParse(body);
    if (!read.success) return unfit(fieldErrorsOf(read.error));
    const noted = await noteDecision(deps, user, week, read.data);
    return "statusCode" in noted ? noted : json(200, noted);
  }
  const read = HeldBodySchema.safeParse(body);
  if (!read.success) return unfit(fieldErrorsOf(read.error));
  const { held } = read.data;
  return (await sayHeld(deps, user, week, decisionId, held)) ? json(200, { decisionId, held }) : notFound();
};
