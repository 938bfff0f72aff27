import { lifetimes, limits } from "../../contract/limits.ts";
import { elapsedMillis } from "../working-time/duration.ts";
import { cleanLine, lengthOf } from "./clean-text.ts";
import { parseInstant } from "./instant.ts";
import { type FieldProblem, notText, type Reading, required, tooLong } from "./problems.ts";
import { scalarText } from "./sent.ts";

export type EventFields = ReadonlyMap<string, unknown>;

/** One event as sent; without a time it happened just now. */
export interface ParsedEvent {
  readonly kind: string;
  readonly at?: string | undefined;
  readonly subject?: string | undefined;
  /** The sender's own id of it. */
  readonly id?: string | undefined;
}

export type EventReading =
  | { readonly ok: true; readonly event: ParsedEvent }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** @param timeZone IANA name: by its clocks is a time that names no zone */
export const parseEvent = (fields: EventFields, now: string, timeZone: string): EventReading => {
  const [kind, at] = [readKind(fields.get("kind")), parseEventTime(fields.get("at"), now, timeZone)];
  const [subject, id] = [readSubject(fields.get("subject")), readId(fields.get("id"))];
  const problems = [kind, at, subject, id].flatMap(({ problem }) => problem ?? []);
  return kind.value === undefined || problems.length > 0
    ? { ok: false, problems }
    : { ok: true, event: { kind: kind.value, at: at.value, subject: subject.value, id: id.value } };
};

/** How far a visitor's clock may be ahead of ours. */
const skewMillis = 5 * 60_000;
/** An older event would score nothing anyway. */
const oldestMillis = elapsedMillis(lifetimes.reference);

const kindForm = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const idForm = /^[\x21-\x7e]{1,128}$/;

/** `page_viewed` and `pageViewed` are `page-viewed`. */
const readKind = (said: unknown): Reading<string> => {
  const text = scalarText(said)?.trim() ?? "";
  if (text === "") return { problem: required("kind") };
  const kind = text
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/[\s_.]+/g, "-")
    .toLowerCase();
  return kindForm.test(kind) && kind.length <= limits.eventKindCharacters ? { value: kind } : { problem: wrongKind };
};

const wrongKind: FieldProblem = {
  field: "kind",
  says: {
    es: `debe constar de minúsculas y cifras unidas por guiones, como page-viewed, con ${limits.eventKindCharacters} caracteres como máximo`,
    en: `must consist of lower-case letters and digits joined by hyphens, such as page-viewed, at most ${limits.eventKindCharacters} characters`,
  },
};

const parseEventTime = (said: unknown, now: string, timeZone: string): Reading<string> => {
  if (isLeftOut(said)) return {};
  const at = parseInstant(said, timeZone);
  if (at === undefined) return { problem: notAnInstant };
  const age = Date.parse(now) - Date.parse(at);
  return age < -skewMillis || age > oldestMillis ? { problem: outOfTime } : { value: at };
};

const notAnInstant: FieldProblem = {
  field: "at",
  says: { es: "debe ser una fecha y hora ISO 8601", en: "must be an ISO 8601 date and time" },
};
const outOfTime: FieldProblem = {
  field: "at",
  says: {
    es: "no puede estar en el futuro ni tener más de 400 días",
    en: "must not be in the future or more than 400 days ago",
  },
};

/** Characters of an address with its query, which may be longer than what is kept of it. */
const longestAddress = 8192;

/** Pages are stored without their query, which may hold personal data and would make one page many. */
const readSubject = (said: unknown): Reading<string> => {
  if (isLeftOut(said)) return {};
  const text = scalarText(said);
  if (text === undefined) return { problem: notText("subject") };
  const subject = pageAddress(cleanLine(text, longestAddress));
  if (lengthOf(subject) > limits.eventSubjectCharacters)
    return { problem: tooLong("subject", limits.eventSubjectCharacters) };
  return subject === "" ? {} : { value: subject };
};

const readId = (said: unknown): Reading<string> => {
  if (isLeftOut(said)) return {};
  const id = scalarText(said);
  return id !== undefined && idForm.test(id) ? { value: id } : { problem: wrongId };
};

const isLeftOut = (said: unknown): boolean => said === undefined || said === null || said === "";

const wrongId: FieldProblem = {
  field: "id",
  says: { es: "debe tener de 1 a 128 caracteres ASCII visibles", en: "must be 1 to 128 visible ASCII characters" },
};

const address = /^(?:https?:)?\/\/|^\//i;

/**
 * The address of a page without user, query and fragment, as people put names and e-mail addresses of their own there
 * and forms their fields. Any other text stays as it is.
 */
export const pageAddress = (text: string): string =>
  address.test(text) ? text.replace(/[?#].*$/s, "").replace(/^((?:https?:)?\/\/)[^/]*@/i, "$1") : text;
