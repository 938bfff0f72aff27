import type { Agreement } from "../../contract/agreement.ts";
import { type Verdict, verdictAtGate } from "../../domain/gate/decide-at-gate.ts";
import { sumsOf } from "../../domain/score/familiarity-sums.ts";
import { gradeOf } from "../../domain/score/grade.ts";
import { scoreFamiliarity } from "../../domain/score/score-familiarity.ts";
import { scoreFit } from "../../domain/score/score-fit.ts";
import type { LearnLead } from "./line.ts";

/** What the product says of a lead by an agreement, at the instant at which it is judged. */
export interface LeadPoints {
  readonly fit: number;
  readonly familiarity: number;
  readonly grade: string;
  readonly verdict: Verdict;
  readonly persona: string | undefined;
}

export const pointsOf = ({ at, facts, engagements }: LearnLead, agreement: Agreement): LeadPoints => {
  const { terms } = agreement;
  const sums = sumsOf(engagements, terms);
  const fit = scoreFit(facts, terms);
  const scored = scoreFamiliarity(sums, terms, at);
  const verdict = verdictAtGate({ lead: facts, fit, familiarity: { ...scored, sums } }, agreement, at);
  const points = { fit: fit.points, familiarity: scored.points };
  return { ...points, grade: gradeOf(points, terms.grades), verdict, persona: fit.persona };
};

/** By what leads are put in order. */
export const totalOf = ({ fit, familiarity }: LeadPoints): number => fit + familiarity;
