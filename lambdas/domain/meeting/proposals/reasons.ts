import type { Agreement } from "../../../contract/agreement.ts";
import type { Figures, PackProposal } from "../../../contract/board.ts";
import { intervalOfGrowth } from "../../metrics/interval.ts";
import { bilingual } from "../../text/bilingual.ts";
import { sayNumber } from "../../text/say-number.ts";
import { gateStep } from "./gate-step.ts";

/** How many weeks make the usual figure. */
const weeksBefore = 4;

/** Reasons for which sales said no more often in this week than in those before, by more than chance. */
export const reasonProposals = (
  figures: Pick<Figures, "weeks" | "rejectReasons">,
  { terms }: Agreement,
  about: string,
): PackProposal[] => {
  const at = figures.weeks.findIndex(({ week }) => week === about);
  if (at < weeksBefore) return [];
  return figures.rejectReasons.flatMap(({ id, label, counts }) => {
    const now = counts[at] ?? 0;
    const before = counts.slice(at - weeksBefore, at).reduce((sum, count) => sum + count, 0);
    const interval = intervalOfGrowth(now, before, weeksBefore);
    if (now === 0 || interval.from <= 1) return [];
    // Who is no customer does not fit; who comes back later was too early.
    const leadsTo = terms.sla.sales.rejectReasons.find((reason) => reason.id === id)?.leadsTo;
    const step = gateStep(leadsTo === "disqualify" ? "leastFit" : "leastFamiliarity", "more", terms);
    return {
      says: bilingual((language) => {
        const [usual, least] = [before / weeksBefore, interval.from].map((each) => sayNumber(each, language, 1));
        const most = interval.to === null ? undefined : sayNumber(interval.to, language, 1);
        return {
          es: `«${label.es}» crece como motivo de rechazo: ${now} en la semana, y ${usual} de media en las ${weeksBefore} anteriores (intervalo de confianza del 95 %: ${most === undefined ? `al menos ${least} veces lo habitual` : `entre ${least} y ${most} veces lo habitual`}; ${now + before} rechazos). ¿Exigimos más en la puerta de MQL?${step === undefined ? "" : ` ${step.words.es}`}`,
          en: `“${label.en}” is growing as a rejection reason: ${now} in the week, against an average of ${usual} in the ${weeksBefore} weeks before (95% confidence interval: ${most === undefined ? `at least ${least} times the usual` : `${least} to ${most} times the usual`}; ${now + before} rejections). Raise the MQL gate?${step === undefined ? "" : ` ${step.words.en}`}`,
        };
      }),
      cases: now + before,
      interval: { of: "times" as const, ...interval },
      ...(step !== undefined && { change: step.change }),
    };
  });
};
