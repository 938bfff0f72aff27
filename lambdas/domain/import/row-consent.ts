import type { ImportTerms, RowConsent } from "../../contract/imports.ts";
import { limits } from "../../contract/limits.ts";
import type { Language } from "../../contract/stages.ts";
import type { CaptureRules } from "../capture/capture-rules.ts";
import { beginningOf, cleanLine } from "../capture/clean-text.ts";
import { parseInstant } from "../capture/instant.ts";
import { parseDate } from "../capture/own-date.ts";
import type { Submission } from "../capture/submission.ts";
import type { Consent } from "../lead/lead.ts";
import { isoDay } from "./list-values.ts";

/** What a row itself says of mails. */
export interface Answers {
  readonly said: string;
  readonly isDated?: boolean;
  readonly sent: readonly (readonly [string, string])[];
}

/** What the row itself says of mails; only where the terms ask for it. */
export const answersOf = ({ basis, dateOrder }: ImportTerms, said: string, at: string, language: Language): Answers => {
  if (basis.is !== "per-row" || said === "") return { said: "", sent: [] };
  const text = isoDay(at, dateOrder) ?? "";
  const day = parseDate(text, language);
  // With its time, where it names one.
  const given = day !== undefined && text.startsWith(`${day}T`) ? text : day;
  return {
    said,
    isDated: given !== undefined,
    sent: [["consent", said], ...(given ? [["consentAt", given] as const] : [])],
  };
};

/** By the proof that a colleague has given: the list's, beside what the row says. */
export const consentsOf = (
  { consents, declined = [] }: Submission,
  { basis }: ImportTerms,
  { said, isDated = false }: Answers,
  formHash: string,
  { now, consentPurpose, timeZone }: CaptureRules,
): { readonly consents: readonly Consent[]; readonly consent: RowConsent } => {
  if (basis.is === "none") return { consents: [], consent: "none" };
  const given = parseInstant(basis.at, timeZone) ?? now;
  const at = given > now ? now : given;
  const proven = (words: string) => beginningOf(cleanLine(words, limits.consentWords), limits.consentWords);
  if (basis.is === "consented")
    return { consents: [{ purpose: consentPurpose, at, formHash, said: proven(basis.proof) }], consent: "yes" };
  if (declined.length > 0) return { consents: [], consent: "no" };
  if (consents.length === 0) return { consents: [], consent: said === "" ? "none" : "not-understood" };
  const ofRow = consents.map((consent) => ({
    ...consent,
    at: isDated ? consent.at : at,
    said: proven(`${said} · ${basis.proof}`),
  }));
  return { consents: ofRow, consent: "yes" };
};
