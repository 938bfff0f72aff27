import type { Bilingual } from "../../contract/stages.ts";
import { sayOverride } from "../gate/override-gate.ts";
import type { Lead } from "../lead/lead.ts";
import type { ScoreLine } from "../score/score-line.ts";

/**
 * The gate's reasons without those that the mail says elsewhere: marketing's decision has facts of its own, and a criterion
 * that is a must stands among the lines of the fit, with its points.
 */
export const reasonsNotSaidElsewhere = (
  reasons: readonly Bilingual[],
  { override }: Pick<Lead, "override">,
  fit: readonly ScoreLine[],
): Bilingual[] => {
  const byHand = override === undefined ? undefined : sayOverride(override).es;
  const matches = fit.map(({ sentence }) => withoutPoints(sentence.es));
  return reasons.filter(({ es }) => es !== byHand && !matches.some((match) => es.endsWith(match)));
};

const withoutPoints = (sentence: string): string => sentence.replace(/ \([+-][\d.,]+\)$/, "");
