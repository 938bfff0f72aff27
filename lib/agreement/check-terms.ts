import type { AgreementTerms } from "../../lambdas/contract/agreement.ts";
import { checkCompany } from "./check-company.ts";
import { checkDurations } from "./check-durations.ts";
import { checkFamiliarity } from "./check-familiarity.ts";
import { checkGate } from "./check-gate.ts";
import { checkGlossary } from "./check-glossary.ts";
import { checkGrades } from "./check-grades.ts";
import { checkNurture } from "./check-nurture.ts";
import { checkPersona } from "./check-persona.ts";
import { checkReps } from "./check-reps.ts";
import { checkSales } from "./check-sales.ts";
import { checkSegments } from "./check-segments.ts";
import { checkTeam } from "./check-team.ts";
import type { Finding } from "./problem.ts";

const checks = [
  checkCompany,
  checkGlossary,
  checkPersona,
  checkFamiliarity,
  checkGrades,
  checkGate,
  checkDurations,
  checkNurture,
  checkSegments,
  checkSales,
  checkTeam,
  checkReps,
];

/** What the terms must be to one another; each of them alone is what the schema wants. */
export const checkTerms = (terms: AgreementTerms): Finding[] => checks.flatMap((check) => check(terms));
