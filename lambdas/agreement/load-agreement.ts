import { createHash } from "node:crypto";
import { type Agreement, AgreementSchema, type AgreementTerms } from "../contract/agreement.ts";
import { checkTerms } from "./check/check-terms.ts";
import { countryZones } from "./country-zones.ts";
import { expected, findingsOf } from "./expected.ts";
import type { Finding, Problem } from "./problem.ts";
import { holidaysOf } from "./public-holidays.ts";
import { readYaml, readYamlText } from "./yaml-source.ts";

export { formatProblems, type Problem } from "./problem.ts";

export type LoadedAgreement =
  | { readonly ok: true; readonly agreement: Agreement }
  | { readonly ok: false; readonly problems: Problem[] };

/**
 * Reads, checks and compiles an agreement; all mistakes at once, in the order of the file. The terms are compared with
 * one another only when each of them is well-formed.
 */
export const loadAgreement = (file: string): LoadedAgreement => checked(readYaml(file));

/** As if the text stood in the file. */
export const loadAgreementText = (text: string, file: string): LoadedAgreement => checked(readYamlText(text, file));

const checked = (reading: ReturnType<typeof readYaml>): LoadedAgreement => {
  if (!reading.ok) return reading;
  const { value, problemAt } = reading.source;
  const refuse = (findings: readonly Finding[]): LoadedAgreement => ({
    ok: false,
    problems: findings.map(problemAt).sort((one, other) => one.line - other.line || one.column - other.column),
  });
  const parsed = AgreementSchema.safeParse(value, { error: expected });
  if (!parsed.success) return refuse(findingsOf(parsed.error.issues, value));
  const findings = checkTerms(parsed.data);
  return findings.length > 0 ? refuse(findings) : { ok: true, agreement: compiled(parsed.data) };
};

const compiled = (terms: AgreementTerms): Agreement => ({
  version: versionOf(terms),
  holidays: holidaysOf(terms.company.holidays),
  holidaysOfReps: Object.fromEntries(
    terms.team.reps.flatMap(({ id, holidays }) => (holidays === undefined ? [] : [[id, holidaysOf(holidays)]])),
  ),
  zones: countryZones,
  terms,
});

/** A hash of the terms alone: comments, layout and the order of keys do not change it, nor does the day it is made. */
const versionOf = (terms: AgreementTerms): string =>
  createHash("sha256").update(canonical(terms)).digest("hex").slice(0, 12);

const canonical = (value: unknown): string => JSON.stringify(value, (_, part: unknown) => sorted(part));

const sorted = (value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;
