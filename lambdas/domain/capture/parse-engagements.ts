import { createHash } from "node:crypto";
import { limits } from "../../contract/limits.ts";
import type { Bilingual } from "../../contract/stages.ts";
import type { HttpRequest } from "../http/http.ts";
import type { Engagement } from "../lead/lead.ts";
import type { CaptureRules } from "./capture-rules.ts";
import { cleanLine } from "./clean-text.ts";
import { parseBody } from "./parse-body.ts";
import { type EventFields, type ParsedEvent, parseEvent } from "./parse-event.ts";
import { type FieldProblem, type Reading, type Refused, refusedFields, tooLong } from "./problems.ts";
import { type Sent, scalarText, sentOf } from "./sent.ts";
import { isVisitorId } from "./visitor.ts";

/** An event without id and time counts once in this span, since a repeated delivery looks the same. */
const spanMillis = 10 * 60_000;

export type ParsedEngagementFields =
  | (EngagementSender & { readonly ok: true; readonly engagements: readonly Engagement[] })
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** `{reference | visitorId, events: [{kind, at?, subject?, id?}]}`, or one event with the sender beside it. */
export const parseEngagementFields = (sent: Sent, { now, timeZone }: CaptureRules): ParsedEngagementFields => {
  const fields = new Map(sent);
  const { sender, problems: ofSender } = readSender(fields);
  const events = eventsOf(fields);
  const readings = (events ?? []).map(({ path, event }) => ({ path, read: parseEvent(event, now, timeZone) }));
  const problems = [
    ...ofSender,
    ...(events === undefined ? [wrongEvents] : []),
    ...readings.flatMap(({ path, read }) => (read.ok ? [] : read.problems.map((problem) => at(path, problem)))),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const engagements = readings.flatMap(({ read }) => (read.ok ? [engagementOf(read.event, sender, now)] : []));
  return { ok: true, ...sender, engagements };
};

const at = (path: string, problem: FieldProblem): FieldProblem => ({ ...problem, field: `${path}${problem.field}` });

const wrongEvents: FieldProblem = {
  field: "events",
  says: {
    es: `debe ser una lista de 1 a ${limits.eventsPerRequest} objetos`,
    en: `must be a list of 1 to ${limits.eventsPerRequest} objects`,
  },
};

/** Each event with the path to it, for messages; `undefined` when `events` is no list of objects. */
const eventsOf = (fields: EventFields): { path: string; event: EventFields }[] | undefined => {
  const list = fields.get("events");
  if (list === undefined) return [{ path: "", event: fields }];
  if (!Array.isArray(list) || list.length === 0 || list.length > limits.eventsPerRequest) return undefined;
  const events = list.map(sentOf).flatMap((sent, i) => (sent ? [{ path: `events[${i}].`, event: new Map(sent) }] : []));
  return events.length === list.length ? events : undefined;
};

/** A time slightly in the future becomes now; the id is derived from what was sent, so that a repeat has the same. */
const engagementOf = (event: ParsedEvent, sender: EngagementSender, now: string): Engagement => ({
  engagementId: engagementIdOf(event, sender, now),
  kind: event.kind,
  at: event.at === undefined || event.at > now ? now : event.at,
  subject: event.subject,
});

/**
 * Two browsers may call their events the same and become one lead's: an id is the browser's own, whether or not it also
 * knows a reference.
 */
const engagementIdOf = (
  { id, kind, at, subject }: ParsedEvent,
  { reference, visitorId }: EngagementSender,
  now: string,
): string => {
  if (id !== undefined) return visitorId === undefined ? id : hashOf([visitorId, id]);
  return hashOf([visitorId ?? reference, kind, at ?? Math.floor(Date.parse(now) / spanMillis), subject]);
};

const hashOf = (parts: readonly (string | number | undefined)[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("base64url");

/** Parsed engagements with their sender, not yet matched to a lead. */
export interface ParsedEngagements extends EngagementSender {
  readonly ok: true;
  readonly engagements: readonly Engagement[];
}

/** Parses `POST /engagements`: the events, or what is wrong with them. */
export const parseEngagements = async (
  request: HttpRequest,
  rules: CaptureRules,
): Promise<ParsedEngagements | Refused> => {
  const body = await parseBody(request);
  if (!body.ok) return body;
  const read = parseEngagementFields(body.sent, rules);
  return read.ok ? read : { ok: false, refusal: refusedFields(read.problems) };
};

/** Who did something: by the reference that a form was answered with, or by the browser's own id; or by both. */
interface EngagementSender {
  readonly reference?: string | undefined;
  readonly visitorId?: string | undefined;
}

const readSender = (
  fields: ReadonlyMap<string, unknown>,
): { readonly sender: EngagementSender; readonly problems: readonly FieldProblem[] } => {
  const [reference, visitorId] = [readReference(fields.get("reference")), readVisitorId(fields.get("visitorId"))];
  const problems = [reference, visitorId].flatMap(({ problem }) => problem ?? []);
  const sender = { reference: reference.value, visitorId: visitorId.value };
  const isNobody = problems.length === 0 && sender.reference === undefined && sender.visitorId === undefined;
  return { sender, problems: isNobody ? [nobody] : problems };
};

const nobody: FieldProblem = {
  field: "reference",
  says: { es: "obligatorio si no hay visitorId", en: "required, unless there is a visitorId" },
};

const readReference = (said: unknown): Reading<string> => {
  const reference = cleanLine(scalarText(said) ?? "", limits.referenceCharacters);
  if (reference.length > limits.referenceCharacters)
    return { problem: tooLong("reference", limits.referenceCharacters) };
  return reference === "" ? {} : { value: reference };
};

const readVisitorId = (said: unknown): Reading<string> => {
  if (said === undefined || said === null || said === "") return {};
  const visitorId = scalarText(said);
  return visitorId !== undefined && isVisitorId(visitorId)
    ? { value: visitorId }
    : { problem: { field: "visitorId", says: wrongVisitorId } };
};

const wrongVisitorId: Bilingual = {
  es: "debe tener de 16 a 64 letras sin acento, cifras, guiones o guiones bajos",
  en: "must be 16 to 64 ASCII letters, digits, hyphens or underscores",
};
