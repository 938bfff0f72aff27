import type { AgreementTerms } from "../../lambdas/contract/agreement.ts";
import { checkCompany } from "./check-company.ts";
import { checkDurations } from "./check-durations.ts";
import { checkGate } from "./check-gate.ts";
import { checkPersona } from "./check-persona.ts";
import { checkTeam } from "./check-team.ts";
import type { Finding } from "./problem.ts";

/** What the terms must be to one another; each of them alone is what the schema wants. */
export const checkTerms = (terms: AgreementTerms): Finding[] =>
  [checkCompany, checkPersona, checkGate, checkDurations, checkTeam].flatMap((check) => check(terms));
