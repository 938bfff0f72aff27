import { createHash } from "node:crypto";
import type { Engagement } from "../lead/lead.ts";
import type { CaptureRules } from "./capture-rules.ts";
import { cleanLine, lengthOf } from "./clean-text.ts";
import { readInstant } from "./instant.ts";
import { type FieldProblem, notText, required, tooLong } from "./problems.ts";
import { type Sent, scalarText, sentOf } from "./sent.ts";

/** One transaction takes 100 items; a page has less to tell at once. */
const mostEvents = 20;
const most = { reference: 300, kind: 64, subject: 500 } as const;

const dayMillis = 24 * 3600_000;
/** A visitor's clock may be ahead by this. */
const skewMillis = 5 * 60_000;
/** As long as references live; what is older would score nothing anyway. */
const oldestMillis = 400 * dayMillis;
/** What is told without an id and a time counts once in such a span: a repeated delivery looks like this. */
const spanMillis = 10 * 60_000;

const kindForm = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const idForm = /^[\x21-\x7e]{1,128}$/;

export type EngagementsUnderstanding =
  | { readonly ok: true; readonly reference: string; readonly engagements: readonly Engagement[] }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** `{reference, events: [{kind, at?, subject?, id?}]}`, or one event with the reference beside it. */
export const understandEngagements = (sent: Sent, rules: CaptureRules): EngagementsUnderstanding => {
  const fields = new Map(sent);
  const reference = cleanLine(scalarText(fields.get("reference")) ?? "");
  const events = eventsOf(fields);
  const readings = (events ?? []).map(({ at, event }) => engagementOf(event, at, reference, rules));
  const problems = [
    ...referenceProblems(reference),
    ...(events === undefined ? [wrongEvents] : []),
    ...readings.flatMap((reading) => reading.problems),
  ];
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, reference, engagements: readings.flatMap(({ engagement }) => engagement ?? []) };
};

const referenceProblems = (reference: string): FieldProblem[] => {
  if (reference === "") return [required("reference")];
  return reference.length > most.reference ? [tooLong("reference", most.reference)] : [];
};

const wrongEvents: FieldProblem = {
  field: "events",
  says: { es: `debe ser una lista de 1 a ${mostEvents} objetos`, en: `must be a list of 1 to ${mostEvents} objects` },
};

type EventFields = ReadonlyMap<string, unknown>;

/** Each event with the path to it, for messages; `undefined` when `events` is no list of objects. */
const eventsOf = (fields: EventFields): { at: string; event: EventFields }[] | undefined => {
  const list = fields.get("events");
  if (list === undefined) return [{ at: "", event: fields }];
  if (!Array.isArray(list) || list.length === 0 || list.length > mostEvents) return undefined;
  const events = list.map(sentOf).flatMap((sent, i) => (sent ? [{ at: `events[${i}].`, event: new Map(sent) }] : []));
  return events.length === list.length ? events : undefined;
};

interface EngagementReading {
  readonly problems: readonly FieldProblem[];
  readonly engagement?: Engagement;
}

const engagementOf = (
  event: EventFields,
  path: string,
  reference: string,
  { now }: CaptureRules,
): EngagementReading => {
  const [kind, at, subject, id] = [kindOf(event), timeOf(event, now), subjectOf(event), idOf(event)];
  const problems = [kind, at, subject, id].flatMap((each) =>
    typeof each === "object" ? [{ ...each, field: `${path}${each.field}` }] : [],
  );
  if (typeof kind !== "string" || typeof at === "object" || typeof subject === "object" || typeof id === "object")
    return { problems };
  // A clock a little ahead is set right; the id is made of what was sent, so that a repeat has the same.
  const engagement = { kind, at: at === undefined || at > now ? now : at, subject };
  const span = at ?? Math.floor(Date.parse(now) / spanMillis);
  return { problems, engagement: { ...engagement, engagementId: id ?? derivedId([reference, kind, span, subject]) } };
};

const derivedId = (parts: readonly (string | number | undefined)[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("base64url");

/** `page_viewed` and `pageViewed` are `page-viewed`. */
const kindOf = (event: EventFields): string | FieldProblem => {
  const said = scalarText(event.get("kind"));
  if (said === undefined || said.trim() === "") return required("kind");
  const kind = said
    .trim()
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/[\s_.]+/g, "-")
    .toLowerCase();
  return kindForm.test(kind) && kind.length <= most.kind ? kind : wrongKind;
};

const wrongKind: FieldProblem = {
  field: "kind",
  says: {
    es: `debe ser minúsculas y cifras unidas por guiones, como page-viewed, con ${most.kind} caracteres como máximo`,
    en: `must be lower-case letters and digits joined by hyphens, such as page-viewed, at most ${most.kind} characters`,
  },
};

const timeOf = (event: EventFields, now: string): string | undefined | FieldProblem => {
  const said = event.get("at");
  if (said === undefined || said === null || said === "") return undefined;
  const at = readInstant(said);
  if (at === undefined) return notAnInstant;
  const age = Date.parse(now) - Date.parse(at);
  return age < -skewMillis || age > oldestMillis ? outOfTime : at;
};

const notAnInstant: FieldProblem = {
  field: "at",
  says: { es: "debe ser una fecha y hora ISO 8601", en: "must be a date and time by ISO 8601" },
};
const outOfTime: FieldProblem = {
  field: "at",
  says: {
    es: "no puede estar en el futuro ni tener más de 400 días",
    en: "must not be in the future or more than 400 days ago",
  },
};

const subjectOf = (event: EventFields): string | undefined | FieldProblem => {
  const said = event.get("subject");
  if (said === undefined || said === null) return undefined;
  const text = scalarText(said);
  if (text === undefined) return notText("subject");
  const subject = cleanLine(text);
  return lengthOf(subject) > most.subject ? tooLong("subject", most.subject) : subject || undefined;
};

const idOf = (event: EventFields): string | undefined | FieldProblem => {
  const said = event.get("id");
  if (said === undefined || said === null || said === "") return undefined;
  const id = scalarText(said);
  return id !== undefined && idForm.test(id) ? id : wrongId;
};

const wrongId: FieldProblem = {
  field: "id",
  says: { es: "debe tener de 1 a 128 caracteres ASCII visibles", en: "must be 1 to 128 visible ASCII characters" },
};
