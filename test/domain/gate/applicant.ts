import type { Applicant } from "../../../lambdas/domain/gate/decide-at-gate.ts";
import { sumsOf } from "../../../lambdas/domain/score/familiarity-sums.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";

export const agreement = anAgreement();

/** Of a lead that did nothing yet. */
export const noSums = sumsOf([], agreement.terms);

/** A lead that meets every condition of the agreement. */
export const anApplicant = (overrides: Partial<Applicant> = {}): Applicant => ({
  lead: aLead("captured"),
  fit: { points: 60, matched: 5 },
  familiarity: { points: 30, sums: noSums },
  ...overrides,
});
