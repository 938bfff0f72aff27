import type { AgreementTerms } from "../../contract/agreement.ts";
import type { Finding } from "../problem.ts";
import { checkCompany, checkGlossary } from "./check-company.ts";
import { checkDurations } from "./check-durations.ts";
import { checkFamiliarity, checkGate, checkGrades } from "./check-gate.ts";
import { checkNurture } from "./check-nurture.ts";
import { checkPersona } from "./check-persona.ts";
import { checkReps, checkTeam } from "./check-reps.ts";
import { checkSales } from "./check-sales.ts";
import { checkSegments } from "./check-test.ts";

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
