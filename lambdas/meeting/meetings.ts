import { createHash } from "node:crypto";
import { listPacks, markHeld, putDecision, putVerdict, readPack, rewordDecision } from "../adapters/dynamo-meetings.ts";
import type { DynamoTable } from "../adapters/dynamo-table.ts";
import { readVersionMarks } from "../adapters/dynamo-version-marks.ts";
import type { Agreement } from "../contract/agreement.ts";
import {
  type ChangeVerdict,
  DecisionBodySchema,
  type MeetingDecision,
  type MeetingPack,
  type Meetings,
  mayRecordDecisions,
} from "../contract/board.ts";
import type { BoardUser } from "../domain/board/board-user.ts";
import { fieldErrorsOf, type HttpResponse, problem } from "../domain/http/http.ts";
import { isId } from "../domain/lead/lead.ts";
import { nextMeeting } from "../domain/meeting/meeting-week.ts";
import { isWeek } from "../domain/metrics/week.ts";
import { colleagueOf } from "../domain/team/owner.ts";
import { packWithNames } from "./pack-with-names.ts";

/** The dependencies of the board's page of meetings. */
export interface MeetingDependencies {
  readonly table: DynamoTable;
  readonly agreement: Agreement;
  readonly now: () => string;
}

/** When the next meeting is held, and the packs that there are, the newest first. */
export const listMeetings = async ({ table, agreement, now }: MeetingDependencies): Promise<Meetings> => ({
  next: nextMeeting(now(), agreement),
  packs: await listPacks(table),
});

/** The pack as it was made, with the present decisions; `undefined` when there is none of that week. */
export const readMeeting = async ({ table }: MeetingDependencies, week: string): Promise<MeetingPack | undefined> => {
  const pack = isWeek(week) ? await readPack(table, week) : undefined;
  return pack === undefined ? undefined : packWithNames(table, pack);
};

/**
 * Records a decision of this week's meeting; the same decision with the same owner is recorded once.
 * @returns the decision, or (it has `statusCode`) why not
 */
export const noteDecision = async (
  { table, agreement, now }: MeetingDependencies,
  user: BoardUser,
  week: string,
  body: unknown,
): Promise<MeetingDecision | HttpResponse> => {
  if (!mayRecordDecisions(user.role))
    return problem(403, "Not allowed", "Your role does not allow you to record decisions.");
  const read = DecisionBodySchema.safeParse(body);
  if (!read.success)
    return problem(400, "Invalid request", "A decision needs a text and an owner.", fieldErrorsOf(read.error));
  const { text, ownerId } = read.data;
  if (!isColleague(ownerId, agreement))
    return problem(400, "Invalid request", "The owner is not a colleague in the agreement.");
  if (!isWeek(week) || (await readPack(table, week)) === undefined)
    return problem(404, "No such meeting", "There is no meeting pack for this week.");
  const decisionId = createHash("sha256")
    .update(JSON.stringify([week, ownerId, text]))
    .digest("hex")
    .slice(0, 20);
  return putDecision(table, { decisionId, week, text, ownerId, notedBy: user.user, notedAt: now() });
};

/**
 * Records whether a decision held; the first author is kept until another value is recorded.
 * @returns false when there is no such decision
 */
export const sayHeld = async (
  { table, now }: MeetingDependencies,
  user: BoardUser,
  week: string,
  decisionId: string,
  held: boolean,
): Promise<boolean> =>
  isWeek(week) && isId(decisionId) ? markHeld(table, { week, decisionId }, { held, by: user.user, at: now() }) : false;

/** Replaces what a decision says, so that a person's name can be taken out. @returns false when there is no such decision */
export const reword = async (
  { table, now }: MeetingDependencies,
  user: BoardUser,
  week: string,
  decisionId: string,
  text: string,
): Promise<boolean> =>
  isWeek(week) && isId(decisionId) && rewordDecision(table, { week, decisionId }, { text, by: user.user, at: now() });

/**
 * Closes a change of the agreement with what the meeting says of it; again with other words replaces them.
 * @returns what is kept; `undefined` when there is no such meeting, or no such version in force by then
 */
export const closeChange = async (
  { table, now }: MeetingDependencies,
  user: BoardUser,
  { week, number }: Pick<ChangeVerdict, "week" | "number">,
  verdict: string,
): Promise<ChangeVerdict | undefined> => {
  const [pack, marks] = await Promise.all([isWeek(week) ? readPack(table, week) : undefined, readVersionMarks(table)]);
  const at = now();
  if (pack === undefined || !marks.some((mark) => mark.number === number && mark.since <= at)) return undefined;
  const closed = { number, week, verdict, closedBy: user.user, closedAt: at };
  await putVerdict(table, closed);
  return closed;
};

const isColleague = (id: string, agreement: Agreement): boolean =>
  colleagueOf(id, agreement) !== undefined || agreement.terms.team.marketing.id === id;
