import * as z from "zod/mini";
import { limits } from "../../contract/limits.ts";
import type { Consent } from "../lead/lead.ts";
import type { CaptureRules } from "./capture-rules.ts";
import { cleanLine } from "./clean-text.ts";
import { parseInstant } from "./instant.ts";
import { type FieldProblem, type Reading, tooLong, tooMany } from "./problems.ts";
import { anyText, scalarText } from "./sent.ts";

const yes = /^(on|true|1|yes|y|si|s|x|checked|ok|acepto|aceptado|accept|accepted|agree|agreed)$/;
const no =
  /^(off|false|0|no|n|unchecked|unticked|null|undefined|rechazo|rechazado|reject|rejected|decline|declined|deny|denied|disagree|refuse|refused|opt-out|none|ninguno)$/;
/** A box may carry the purpose as its value: `<input type="checkbox" name="consent" value="news">`. */
const purposeForm = /^[a-z0-9]+([-_.][a-z0-9]+)*$/;

/** The flat fields that accompany `consent`. */
export interface ConsentTerms {
  readonly purpose?: string | undefined;
  readonly textVersion?: string | undefined;
  readonly at?: string | undefined;
  readonly page?: string | undefined;
  /** Hash of the form as it was sent. */
  readonly formHash?: string | undefined;
}

const scalar = z.optional(z.union([z.string(), z.number(), z.boolean()]));
const ConsentObjectSchema = z.object({
  given: scalar,
  purpose: z.optional(z.string()),
  textVersion: scalar,
  version: scalar,
  at: scalar,
  time: scalar,
  date: scalar,
});

/** The consents that were given; a `no` is none, nor is a value that is neither yes nor no nor a purpose. */
export const parseConsents = (
  values: readonly unknown[],
  terms: ConsentTerms,
  rules: CaptureRules,
): Reading<readonly Consent[]> => {
  const said = values.flatMap((value) => (Array.isArray(value) ? value : [value]));
  const readings = said.map((value) => consentOf(value, terms, rules));
  const consents = new Map(readings.flatMap(({ value }) => (value === undefined ? [] : [[value.purpose, value]])));
  const unread = readings.flatMap((reading) => reading.unread ?? []).join(", ");
  const problem =
    said.length > limits.consentsPerForm ? tooMany("consent", limits.consentsPerForm) : firstProblem(readings);
  return { value: [...consents.values()], unread: unread === "" ? undefined : unread, problem };
};

const firstProblem = (readings: readonly Reading<Consent>[]): FieldProblem | undefined =>
  readings.flatMap(({ problem }) => problem ?? [])[0];

const consentOf = (value: unknown, terms: ConsentTerms, rules: CaptureRules): Reading<Consent> => {
  const text = scalarText(value);
  if (text !== undefined) return ofText(text, terms, rules);
  const parsed = ConsentObjectSchema.safeParse(value);
  if (!parsed.success) return { unread: anyText(value) };
  const { given = true, purpose, textVersion, version, at, time, date } = parsed.data;
  if (!yes.test(plain(String(given)))) return {};
  const when = at ?? time ?? date;
  const own = { purpose, textVersion: asText(textVersion ?? version), at: asText(when) };
  return made({ ...terms, ...defined(own) }, rules);
};

const ofText = (text: string, terms: ConsentTerms, rules: CaptureRules): Reading<Consent> => {
  const word = plain(text);
  if (no.test(word)) return {};
  if (yes.test(word)) return made(terms, rules);
  return purposeForm.test(word) ? made({ ...terms, purpose: word }, rules) : { unread: text };
};

const made = (terms: ConsentTerms, { now, consentPurpose }: CaptureRules): Reading<Consent> => {
  const purpose = cleanLine(terms.purpose ?? "") || consentPurpose;
  const textVersion = cleanLine(terms.textVersion ?? "") || undefined;
  if (purpose.length > limits.fieldCharacters.consentPurpose)
    return { problem: tooLong("consentPurpose", limits.fieldCharacters.consentPurpose) };
  if ((textVersion ?? "").length > limits.fieldCharacters.consentTextVersion)
    return { problem: tooLong("consentTextVersion", limits.fieldCharacters.consentTextVersion) };
  const given = parseInstant(terms.at);
  // A time in the future counts as now; an unreadable time is kept as an unread field.
  const at = given === undefined || given > now ? now : given;
  const unread = terms.at !== undefined && given === undefined ? terms.at : undefined;
  const { page, formHash } = terms;
  return { value: { purpose, textVersion, at, page, formHash }, unread };
};

const asText = (value: string | number | boolean | undefined): string | undefined =>
  value === undefined ? undefined : String(value);

const defined = (terms: ConsentTerms): ConsentTerms =>
  Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== undefined));

const plain = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
