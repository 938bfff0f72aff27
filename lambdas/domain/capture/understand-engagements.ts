import { createHash } from "node:crypto";
import type { Engagement } from "../lead/lead.ts";
import type { CaptureRules } from "./capture-rules.ts";
import { type EngagementSender, readSender } from "./engagement-sender.ts";
import type { FieldProblem } from "./problems.ts";
import { type EventFields, readEvent, type ToldEvent } from "./read-event.ts";
import { type Sent, sentOf } from "./sent.ts";

/** One transaction takes 100 items; a page has less to tell at once. */
const mostEvents = 20;

/** What is told without an id and a time counts once in such a span: a repeated delivery looks like this. */
const spanMillis = 10 * 60_000;

export type EngagementsUnderstanding =
  | (EngagementSender & { readonly ok: true; readonly engagements: readonly Engagement[] })
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** `{reference | visitorId, events: [{kind, at?, subject?, id?}]}`, or one event with the sender beside it. */
export const understandEngagements = (sent: Sent, { now }: CaptureRules): EngagementsUnderstanding => {
  const fields = new Map(sent);
  const { sender, problems: ofSender } = readSender(fields);
  const events = eventsOf(fields);
  const readings = (events ?? []).map(({ path, event }) => ({ path, read: readEvent(event, now) }));
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
  says: { es: `debe ser una lista de 1 a ${mostEvents} objetos`, en: `must be a list of 1 to ${mostEvents} objects` },
};

/** Each event with the path to it, for messages; `undefined` when `events` is no list of objects. */
const eventsOf = (fields: EventFields): { path: string; event: EventFields }[] | undefined => {
  const list = fields.get("events");
  if (list === undefined) return [{ path: "", event: fields }];
  if (!Array.isArray(list) || list.length === 0 || list.length > mostEvents) return undefined;
  const events = list.map(sentOf).flatMap((sent, i) => (sent ? [{ path: `events[${i}].`, event: new Map(sent) }] : []));
  return events.length === list.length ? events : undefined;
};

/** A clock a little ahead is set right; the id is made of what was sent, so that a repeat has the same. */
const engagementOf = (event: ToldEvent, sender: EngagementSender, now: string): Engagement => ({
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
  { id, kind, at, subject }: ToldEvent,
  { reference, visitorId }: EngagementSender,
  now: string,
): string => {
  if (id !== undefined) return visitorId === undefined ? id : hashOf([visitorId, id]);
  return hashOf([visitorId ?? reference, kind, at ?? Math.floor(Date.parse(now) / spanMillis), subject]);
};

const hashOf = (parts: readonly (string | number | undefined)[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
