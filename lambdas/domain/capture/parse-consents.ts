import * as z from "zod/mini";
import { limits } from "../../contract/limits.ts";
import { droppable } from "../../contract/start-light.ts";
import type { Consent } from "../lead/lead.ts";
import { bareWord } from "../text/normal-form.ts";
import type { CaptureRules } from "./capture-rules.ts";
import { beginningOf, cleanLine } from "./clean-text.ts";
import { parseInstant } from "./instant.ts";
import type { Reading } from "./problems.ts";
import { anyText, scalarText } from "./sent.ts";

const yes =
  /^(on|true|1|yes|y|si|s|x|checked|ok|acepto|aceptado|accept|accepted|agree|agreed|given|granted|opt-in|opted-in|subscribed|selected|marcado|marcada|de acuerdo|estoy de acuerdo|consiento|i (?:agree|accept|consent)|(?:si|yes),? (?:i )?(?:acepto|consiento|estoy de acuerdo|accept|agree|consent))$/;
const no =
  /^(off|false|0|no|n|rechazo|rechazado|reject|rejected|decline|declined|deny|denied|disagree|refuse|refused|revoked|withdrawn|opt-out|opted-out|optout|opt out|unsubscribed|no,? gracias|no,? (?:thanks|thank you)|no (?:acepto|consiento|autorizo|estoy de acuerdo)|i (?:do not|don't) (?:agree|accept|consent))$/;
/** What form builders write for a box that nobody touched: it says nothing. */
const untouched = /^(unchecked|unticked|not selected|no marcad[oa]|null|undefined|none|ninguno)$/;

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
/** The keys under which an object may say yes or no, as form builders and consent banners call them. */
const answers = {
  given: scalar,
  value: scalar,
  status: scalar,
  state: scalar,
  granted: scalar,
  accepted: scalar,
  agreed: scalar,
  checked: scalar,
  optIn: scalar,
};
const AnswersSchema = /* @__PURE__ */ droppable(() => z.object(answers));
const TermsSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    purpose: z.optional(z.string()),
    textVersion: scalar,
    version: scalar,
    at: scalar,
    time: scalar,
    date: scalar,
  }),
);

/** What a form says about consents. */
export interface ConsentReading extends Reading<readonly Consent[]> {
  /** Those that it refuses, by an explicit no. */
  readonly declined?: readonly Consent[] | undefined;
  /** A time of consent that is none. */
  readonly unreadAt?: string | undefined;
}

/**
 * The consents that were given and refused: by an explicit yes or no, to a purpose of the agreement. Whatever is neither
 * is kept as it was said; a box that nobody touched says nothing. Of several answers about one purpose the last counts:
 * a hidden `no` may stand before the box.
 */
export const parseConsents = (values: readonly unknown[], terms: ConsentTerms, rules: CaptureRules): ConsentReading => {
  const all = values.flatMap((value) => (Array.isArray(value) ? value : [value]));
  const said = all.slice(-limits.consentsPerForm);
  const readings = said.map((value) => consentOf(value, terms, rules));
  const last = new Map(
    readings.flatMap(({ value, isNo = false }) => (value ? [[value.purpose, { value, isNo }]] : [])),
  );
  const answered = (asked: boolean) => [...last.values()].flatMap(({ value, isNo }) => (isNo === asked ? [value] : []));
  return {
    value: answered(false),
    declined: answered(true),
    unread: listed([...all.slice(0, -said.length).map(anyText), ...readings.flatMap(({ unread }) => unread ?? [])]),
    unreadAt: listed(readings.flatMap(({ unreadAt }) => unreadAt ?? [])),
  };
};

const listed = (texts: readonly string[]): string | undefined =>
  texts.length === 0 ? undefined : [...new Set(texts)].join(", ");

interface OneReading extends Reading<Consent> {
  /** `value` is what was refused. */
  readonly isNo?: boolean;
  readonly unreadAt?: string | undefined;
}

const consentOf = (value: unknown, terms: ConsentTerms, rules: CaptureRules): OneReading => {
  const said = anyText(value);
  const text = scalarText(value);
  if (text !== undefined) return ofText(text, terms, rules);
  const [answered, parsed] = [AnswersSchema.safeParse(value), TermsSchema.safeParse(value)];
  if (!answered.success || !parsed.success) return { unread: said };
  const words = Object.values(answered.data).filter((answer) => answer !== undefined);
  const plain = words.map((word) => bareWord(String(word), longestWord));
  const spoken = plain.filter((word) => !untouched.test(word));
  if (plain.length > 0 && spoken.length === 0) return {};
  const isNo = plain.length > 0 && spoken.every((word) => no.test(word));
  if (!isNo && (plain.length === 0 || !plain.every((word) => yes.test(word)))) return { unread: said };
  const { purpose, textVersion, version, at, time, date } = parsed.data;
  const own = { purpose, textVersion: asText(textVersion ?? version), at: asText(at ?? time ?? date) };
  const whole = { ...terms, ...defined(own) };
  return isNo ? refused(whole, said, rules) : made(whole, said, rules);
};

/** A box may carry the purpose as its value: `<input type="checkbox" name="consent" value="news">`. */
const ofText = (text: string, terms: ConsentTerms, rules: CaptureRules): OneReading => {
  const word = bareWord(text, longestWord);
  if (untouched.test(word)) return {};
  if (no.test(word)) return refused(terms, text, rules);
  if (yes.test(word)) return made(terms, text, rules);
  return word === bareWord(rules.consentPurpose, longestWord)
    ? made({ ...terms, purpose: rules.consentPurpose }, text, rules)
    : { unread: text };
};

const refused = (terms: ConsentTerms, said: string, rules: CaptureRules): OneReading => ({
  ...made(terms, said, rules),
  isNo: true,
});

/** @param said the raw words, which are the proof */
const made = (terms: ConsentTerms, said: string, { now, consentPurpose, timeZone }: CaptureRules): OneReading => {
  const { fieldCharacters, consentWords } = limits;
  const purpose = cleanLine(terms.purpose ?? "", fieldCharacters.consentPurpose) || consentPurpose;
  const wholeVersion = cleanLine(terms.textVersion ?? "", fieldCharacters.consentTextVersion);
  const textVersion = beginningOf(wholeVersion, fieldCharacters.consentTextVersion) || undefined;
  // Whoever agreed to something else did not agree to this.
  if (bareWord(purpose, longestWord) !== bareWord(consentPurpose, longestWord)) return { unread: said };
  const given = parseInstant(terms.at, timeZone);
  // A time in the future counts as now; an unreadable time is kept as an unread field.
  const at = given === undefined || given > now ? now : given;
  const unreadAt = terms.at !== undefined && given === undefined ? terms.at : undefined;
  const { page, formHash } = terms;
  const words = beginningOf(cleanLine(said, consentWords), consentWords);
  return { value: { purpose: consentPurpose, textVersion, at, page, formHash, said: words }, unreadAt };
};

/** Code units of a word for yes or no, or of a purpose. */
const longestWord = 256;

const asText = (value: string | number | boolean | undefined): string | undefined =>
  value === undefined ? undefined : String(value);

const defined = (terms: ConsentTerms): ConsentTerms =>
  Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== undefined));
