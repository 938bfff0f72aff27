import * as z from "zod/mini";
import { type Agreement, type LeadField, LeadFieldSchema, type OwnField } from "../../contract/agreement.ts";
import type { OwnValue } from "../../contract/own-value.ts";
import { LanguageSchema } from "../../contract/stages.ts";
import { parseCompanySize } from "../../domain/capture/company-size.ts";
import { parseCountry } from "../../domain/capture/country.ts";
import { fieldCalled, folded, ownCalled } from "../../domain/capture/field-names.ts";
import { parseInstant } from "../../domain/capture/instant.ts";
import { readOwn } from "../../domain/capture/own-fields.ts";
import type { Contact, Engagement } from "../../domain/lead/lead.ts";
import type { Facts } from "../../domain/score/fact.ts";

const outcomes = ["won", "lost", "rejected", "accepted", "open"] as const;
export type Outcome = (typeof outcomes)[number];

/** A lead of a file, as the score and the gate look at it. */
export interface LearnLead {
  /** When it is judged: what came later is not looked at. */
  readonly at: string;
  readonly facts: Facts;
  readonly engagements: readonly Engagement[];
  /** Engagements later than `at`. */
  readonly later: number;
  readonly source: string | undefined;
  readonly outcome: Outcome | undefined;
  readonly outcomeAt: string | undefined;
}

/** What is wrong with a line: `facts.warehouses`, `engagements[2].at`. */
export interface LineProblem {
  readonly field: string;
  readonly says: string;
}

export type LineReading =
  | { readonly ok: true; readonly lead: LearnLead }
  | { readonly ok: false; readonly problems: readonly LineProblem[]; readonly undeclared?: readonly string[] };

const FactSchema = z.nullable(z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]));
export type RawFact = z.infer<typeof FactSchema>;

const instant = z.union([z.string(), z.number()]);
const LineSchema = z.object({
  at: instant,
  facts: z.record(z.string(), FactSchema),
  engagements: z.optional(z.array(z.object({ kind: z.string(), at: instant, subject: z.optional(z.string()) }))),
  source: z.optional(z.nullable(z.string())),
  outcome: z.optional(z.nullable(z.enum(outcomes))),
  outcomeAt: z.optional(z.nullable(instant)),
});
type Line = z.infer<typeof LineSchema>;

const expectedOf: Readonly<Record<string, string>> = {
  at: "an instant such as 2026-05-15T09:30:00Z",
  facts: "a group of facts by field: texts, numbers, true or false, lists of texts",
  engagements: 'a list of {"kind", "at", "subject"}',
  source: "a text",
  outcome: `one of: ${outcomes.join(", ")}`,
  outcomeAt: "an instant such as 2026-05-15T09:30:00Z",
};

type ReadLine =
  | { readonly ok: true; readonly line: Line }
  | { readonly ok: false; readonly problems: readonly LineProblem[] };

/** One line of JSON, not yet compared with an agreement. */
export const readLine = (text: string): ReadLine => {
  const json = jsonOf(text);
  if (json instanceof Error)
    return { ok: false, problems: [{ field: "", says: `is no JSON object on one line (${json.message})` }] };
  const read = LineSchema.safeParse(json);
  if (read.success) return { ok: true, line: read.data };
  const problems = read.error.issues.map(({ path }): LineProblem => {
    const [first = ""] = path;
    const field = path.map((step, i) => (typeof step === "number" ? `[${step}]` : `${i ? "." : ""}${String(step)}`));
    const expected = expectedOf[String(first)] ?? 'a lead: {"at", "facts", "engagements", "outcome", "outcomeAt"}';
    return { field: field.join(""), says: `expected ${expected}` };
  });
  return { ok: false, problems };
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    return cause instanceof Error ? cause : new Error(String(cause), { cause });
  }
};

const isBuiltIn = (name: string | undefined): name is LeadField => LeadFieldSchema.safeParse(name).success;

/** What the agreement calls the field that a fact's name means; `undefined` when it declares none. */
export const fieldNamed = (name: string, fields: readonly OwnField[] = []): LeadField | OwnField | undefined => {
  if (isBuiltIn(name)) return name;
  const own = fields.find(({ id }) => id === name) ?? ownCalled(name, fields);
  if (own !== undefined) return own;
  const id = idFor(name);
  const declared = fields.find((each) => each.id === id);
  if (declared !== undefined) return declared;
  const called = fieldCalled(name);
  return isBuiltIn(called) ? called : undefined;
};

/** An id for a name of a file: `Total Visits` is `total-visits`. What every agreement knows under another meaning is told apart. */
export const idFor = (name: string): string => {
  const words = name
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1-$2")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  const id = words === "" ? "field" : words;
  return fieldCalled(id) === undefined ? id : `${id}-of-file`;
};

/** The lead of a line, in the terms of the agreement. */
export const leadOf = (line: Line, { terms }: Agreement): LineReading => {
  const { company, fields = [] } = terms;
  const problems: LineProblem[] = [];
  const undeclared: string[] = [];
  const contact: Contact = {};
  const own: Record<string, OwnValue> = {};
  let language = company.languages[0] ?? "es";
  let domain = "";
  for (const [name, said] of Object.entries(line.facts)) {
    const field = fieldNamed(name, fields);
    if (field === undefined) undeclared.push(name);
    else if (isUnknown(said)) continue;
    else if (typeof field === "object") {
      const reading = readOwn(field, said, language);
      if (reading?.isWhole) own[field.id] = reading.value;
      // A text that says nothing (`n/a`) is none.
      else if (field.type !== "text" || typeof said === "object")
        problems.push({ field: `facts.${name}`, says: `${show(said)} is no value of type ${field.type}` });
    } else if (field === "companySize") {
      const size = typeof said === "number" ? { least: said } : parseCompanySize(String(said));
      if (size === undefined) problems.push({ field: `facts.${name}`, says: `${show(said)} is no number of people` });
      else contact.companySize = size.least;
    } else if (typeof said !== "string") {
      problems.push({ field: `facts.${name}`, says: `${show(said)} is no text` });
    } else if (field === "language") {
      const read = LanguageSchema.safeParse(said);
      if (read.success) language = read.data;
      else problems.push({ field: `facts.${name}`, says: `expected one of: ${LanguageSchema.options.join(", ")}` });
    } else if (field === "emailDomain") domain = said.slice(said.lastIndexOf("@") + 1).toLowerCase();
    else contact[field] = field === "country" ? parseCountry(said) : said;
  }
  const readAt = (value: string | number, field: string): string => {
    const at = parseInstant(value, company.timeZone);
    if (at === undefined) problems.push({ field, says: `${show(value)} is no instant such as 2026-05-15T09:30:00Z` });
    return at ?? "";
  };
  const at = readAt(line.at, "at");
  const engagements = (line.engagements ?? []).map(
    ({ kind, at: when, subject }, i): Engagement => ({
      engagementId: String(i),
      kind,
      at: readAt(when, `engagements[${i}].at`),
      ...(subject !== undefined && { subject }),
    }),
  );
  const outcomeAt =
    typeof line.outcomeAt === "string" || typeof line.outcomeAt === "number" ? line.outcomeAt : undefined;
  const outcome = line.outcome ?? undefined;
  const settledAt = outcomeAt === undefined ? undefined : readAt(outcomeAt, "outcomeAt");
  if (settledAt !== undefined && settledAt !== "" && at !== "" && settledAt < at)
    problems.push({ field: "outcomeAt", says: `${settledAt} is before "at", ${at}` });
  if (problems.length > 0 || undeclared.length > 0) return { ok: false, problems, undeclared };
  const known = engagements.filter((each) => each.at <= at);
  const facts = {
    contact: Object.keys(own).length === 0 ? contact : { ...contact, own },
    language,
    email: `lead@${domain}`,
    today: at.slice(0, "2026-05-15".length),
  };
  const later = engagements.length - known.length;
  const source = line.source ?? undefined;
  return { ok: true, lead: { at, facts, engagements: known, later, source, outcome, outcomeAt: settledAt } };
};

/** Nobody said it. */
export const isUnknown = (said: RawFact): said is null | "" =>
  said === null || (typeof said === "string" && said.trim() === "") || (Array.isArray(said) && said.length === 0);

const show = (said: RawFact): string => {
  const text = JSON.stringify(said);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

/** Names that are one, however they are written. */
export const nameKey = (name: string): string => folded(name) || name;
