import * as z from "zod/mini";
import { columnParts, readColumn } from "../adapters/dynamo-columns.ts";
import { readPulse, readSources } from "../adapters/dynamo-counters.ts";
import { openTable } from "../adapters/dynamo-table.ts";
import { readTrail } from "../adapters/dynamo-trail.ts";
import { clock, environmentOf, fileBeside } from "../adapters/lambda-runtime.ts";
import { countDeadLetters, deadLetterQueuesIn } from "../adapters/sqs-dead-letters.ts";
import type { Agreement } from "../contract/agreement.ts";
import { agreementExplainedFile, ChaptersSchema } from "../contract/agreement-explained.ts";
import type { Worklist } from "../contract/board.ts";
import { environments } from "../contract/environment.ts";
import { stagesInHand } from "../contract/stages.ts";
import { whenNeeded } from "../contract/start-light.ts";
import { type BoardRoute, isBoardRoute, mayRead } from "../domain/board/rights.ts";
import { isId } from "../domain/lead/lead.ts";
import { nameOfPerson } from "../domain/team/owner.ts";
import { bindToApi } from "../http/bind-to-api.ts";
import { listMeetings, readMeeting } from "../meeting/meetings.ts";
import { readFigures } from "../metrics/read-figures.ts";
import { meOf } from "../views/board/me.ts";
import { boardRequest, forbidden, notFound } from "./board-request.ts";
import { readLeadStory } from "./lead-story.ts";
import { readAgreement } from "./reads/agreement.ts";
import { readAside } from "./reads/aside.ts";
import { readAttention } from "./reads/attention.ts";
import { readColumns } from "./reads/columns.ts";
import { readExport } from "./reads/export.ts";
import { notUnderstood, type Read, type ReadDependencies } from "./reads/read.ts";
import { search } from "./reads/search.ts";
import { reply } from "./reply.ts";

/** `GET me`: who is signed in, and the words that every page needs. */
const showMe: Read = async ({ table, agreement, now }, { user }) =>
  reply("me", meOf(user, agreement, await readSources(table, agreement, now())));

/** `GET leads/{leadId}`: the whole story, for users who may see the lead; for others it does not exist. */
const showLead: Read = async (deps, { path, user }) => {
  const [, leadId = "", ...further] = path;
  const story = !isId(leadId) || further.length > 0 ? undefined : await readLeadStory(deps, user, leadId);
  return story === undefined ? notFound() : reply("leads/{leadId}", story);
};

/** `GET meetings`: the list of packs; `GET meetings/{week}`: one pack. */
const showMeetings: Read = async (deps, { path }) => {
  const [, week, ...further] = path;
  if (week === undefined) return reply("meetings", await listMeetings(deps));
  const pack = further.length > 0 ? undefined : await readMeeting(deps, week);
  return pack === undefined ? notFound() : reply("meetings/{week}", pack);
};

const WeeksSchema = z.coerce.number().check(z.int(), z.gte(1), z.lte(53));
const usualWeeks = "12";

/** `GET figures?weeks=12`: everything that the counters say. */
const showFigures: Read = async ({ table, agreement, now }, { query }) => {
  const weeks = WeeksSchema.safeParse(query.get("weeks") || usualWeeks);
  if (!weeks.success) return notUnderstood([{ field: "weeks", detail: "expected a whole number from 1 to 53" }]);
  return reply("figures", await readFigures(table, agreement, now(), weeks.data));
};

/** `GET pulse`: how many leads are in each stage, and whether anything has changed there. */
const showPulse: Read = async ({ table, now }) => {
  const asOf = now();
  return reply("pulse", { ...(await readPulse(table)), asOf });
};

const mostWinsShown = 50;

/** `GET wins`: the newest won leads, for both teams; the same as in the mails. */
const readWins: Read = async ({ table, agreement }) => {
  const run = await readColumn(table, { parts: columnParts("won"), newestFirst: true, most: mostWinsShown + 1 });
  const wins = run.entries.slice(0, mostWinsShown).map(({ card, createdAt = card.since }) => ({
    leadId: card.leadId,
    company: card.company,
    name: card.name,
    amount: card.amount,
    currency: card.currency,
    wonAt: card.since,
    closedBy: nameOfPerson(card.ownerId ?? "", agreement),
    source: card.source,
    persona: card.persona,
    seconds: Math.round((Date.parse(card.since) - Date.parse(createdAt)) / 1000),
    demo: card.demo,
  }));
  return reply("wins", { wins, more: run.entries.length > mostWinsShown });
};

/** More leads than anyone can have in hand. */
const mostShown = 200;

/** `GET worklist?owner=`: open leads in someone's hands, the most urgent first. One's own when no one is named. */
const readWorklist: Read = async ({ table, now }, { query, user }) => {
  const ownerId = query.get("owner") || user.colleagueId;
  if (ownerId === undefined || !isId(ownerId))
    return notUnderstood([{ field: "owner", detail: "expected the ID of a colleague" }]);
  if (user.role === "rep" && ownerId !== user.colleagueId) return forbidden();
  const parts = stagesInHand.flatMap((stage) => columnParts(stage, ownerId));
  const { entries } = await readColumn(table, { parts, newestFirst: false, most: mostShown + 1 });
  const cards = entries.slice(0, mostShown).map(({ card }) => card);
  const worklist: Worklist = { ownerId, cards, more: entries.length > mostShown, asOf: now() };
  return reply("worklist", worklist);
};

const TrailDaySchema = z.iso.date();
/** Far more than a team does in a day, and less than a response may hold. */
const mostSteps = 2000;

/** `GET trail?day=2026-11-30`: the audit trail of one day (UTC), today's when none is named. */
const showTrail: Read = async ({ table, now }, { query }) => {
  const day = TrailDaySchema.safeParse(query.get("day") || now().slice(0, 10));
  if (!day.success) return notUnderstood([{ field: "day", detail: "expected a date such as 2026-11-30" }]);
  return reply("trail", await readTrail(table, day.data, mostSteps));
};

/** What functions of their own answer. */
const elsewhere = ["sources", "imports", "proposals"] as const;
type Elsewhere = (typeof elsewhere)[number];
const isElsewhere = (route: BoardRoute): route is Elsewhere => elsewhere.some((each) => each === route);

const reads: Record<Exclude<BoardRoute, Elsewhere>, Read> = {
  me: showMe,
  pulse: showPulse,
  columns: readColumns,
  search,
  worklist: readWorklist,
  leads: showLead,
  figures: showFigures,
  agreement: readAgreement,
  aside: readAside,
  attention: readAttention,
  wins: readWins,
  trail: showTrail,
  meetings: showMeetings,
  exports: readExport,
};

/** `GET /board/api/{path+}` and `POST /board/api/search`: everything that the board shows, by the user's role. */
export const getBoard = (deps: ReadDependencies) =>
  boardRequest(deps, async (request) => {
    const [route = ""] = request.path;
    if (!isBoardRoute(route) || isElsewhere(route)) return notFound();
    return mayRead(request.user.role, route) ? reads[route](deps, request) : forbidden();
  });

export const handler = bindToApi(() => {
  const { TABLE_NAME, DEAD_LETTER_QUEUES } = environmentOf(environments.board);
  const queues = deadLetterQueuesIn(DEAD_LETTER_QUEUES);
  const table = openTable(TABLE_NAME);
  return (agreement: Agreement) => ({
    table,
    agreement,
    now: clock,
    deployedChapters: whenNeeded(() => ChaptersSchema.parse(JSON.parse(fileBeside(agreementExplainedFile).toString()))),
    deadLetters: () => countDeadLetters(queues),
  });
}, getBoard);
