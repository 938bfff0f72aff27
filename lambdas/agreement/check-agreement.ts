import { AgreementSchema, type AgreementTerms } from "../contract/agreement.ts";
import { ownCurrency } from "../domain/money/money.ts";
import { checkCompany, checkGlossary, type KnownHolidays } from "./check/check-company.ts";
import { checkContentTests, checkLearning, checkPersonas, checkSegments } from "./check/check-criteria.ts";
import { checkDurations } from "./check/check-durations.ts";
import { checkFields } from "./check/check-fields.ts";
import { checkFamiliarity, checkGate, checkGrades } from "./check/check-gate.ts";
import { checkIndustries } from "./check/check-industries.ts";
import { checkNurture } from "./check/check-nurture.ts";
import { checkReps, checkTakers, checkTeam } from "./check/check-reps.ts";
import { checkSales } from "./check/check-sales.ts";
import { checkSigners } from "./check/check-signers.ts";
import { checkSources } from "./check/check-sources.ts";
import { expected, findingsOf } from "./expected.ts";
import type { Finding, Problem } from "./problem.ts";
import { readYaml } from "./yaml-source.ts";

export type CheckedAgreement =
  | { readonly ok: true; readonly terms: AgreementTerms }
  | { readonly ok: false; readonly problems: Problem[] };

/**
 * Reads and checks an agreement; all mistakes at once, in the order of the text. The terms are compared with one another
 * only when each of them is well-formed. Runs wherever there is no file, too: in a function, in the board.
 * @param file what the text is called in its problems
 * @param known left out where the library of holidays is too large: then the codes of holidays are not checked
 * @param today when it is to hold from now on: reps whose last day is before it take no lead
 */
export const checkAgreement = (text: string, file: string, known?: KnownHolidays, today?: string): CheckedAgreement => {
  const reading = readYaml(text, file);
  if (!reading.ok) return reading;
  const { value, problemAt } = reading.source;
  const refuse = (findings: readonly Finding[]): CheckedAgreement => ({
    ok: false,
    problems: findings.map(problemAt).sort((one, other) => one.line - other.line || one.column - other.column),
  });
  const parsed = AgreementSchema.safeParse(value, { error: expected });
  if (!parsed.success) return refuse(findingsOf(parsed.error.issues, value));
  const terms = parsed.data;
  const findings = checks.flatMap((check) => check(terms, known, today));
  return findings.length > 0 ? refuse(findings) : { ok: true, terms: withCurrencies(terms) };
};

/** An amount that a form asks for is in the company's own currency, where the field names no other. */
const withCurrencies = (terms: AgreementTerms): AgreementTerms => ({
  ...terms,
  ...(terms.fields !== undefined && {
    fields: terms.fields.map((field) =>
      field.type === "money" ? { ...field, currency: field.currency ?? ownCurrency({ terms }) } : field,
    ),
  }),
});

/** The rules between terms; the schema checks each term alone. */
const checks = [
  checkCompany,
  checkGlossary,
  checkFields,
  checkIndustries,
  checkPersonas,
  checkFamiliarity,
  checkGrades,
  checkGate,
  checkLearning,
  checkDurations,
  checkNurture,
  checkContentTests,
  checkSegments,
  checkSales,
  checkTeam,
  checkReps,
  checkTakers,
  checkSigners,
  checkSources,
];
