import { createHash } from "node:crypto";
import type { Agreement, AgreementTerms } from "../contract/agreement.ts";
import { countryZones } from "./country-zones.ts";
import { holidaysOf } from "./public-holidays.ts";

/** What the functions carry: the terms with their version, and what can be worked out of them once. */
export const compileAgreement = (terms: AgreementTerms): Agreement => ({
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
