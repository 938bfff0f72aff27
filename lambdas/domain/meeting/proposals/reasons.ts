import type { Figures } from "../../../contract/board.ts";
import type { Bilingual } from "../../../contract/stages.ts";
import { bilingual } from "../../text/bilingual.ts";
import { sayNumber } from "../../text/say-number.ts";

/** One or two a week are chance. */
const leastInWeek = 3;
const growth = 2;
/** How many weeks make the usual figure. */
const weeksBefore = 4;

/** Reasons for which sales said no at least twice as often in this week as in those before. */
export const reasonProposals = (figures: Pick<Figures, "weeks" | "rejectReasons">, about: string): Bilingual[] => {
  const at = figures.weeks.findIndex(({ week }) => week === about);
  if (at < weeksBefore) return [];
  return figures.rejectReasons.flatMap(({ label, counts }) => {
    const now = counts[at] ?? 0;
    const before = counts.slice(at - weeksBefore, at);
    const usual = before.reduce((sum, count) => sum + count, 0) / before.length;
    if (now < leastInWeek || now < growth * usual) return [];
    return bilingual((language) => ({
      es: `«${label.es}» crece como motivo de rechazo: ${now} en la semana, y ${sayNumber(usual, language, 1)} de media en las ${weeksBefore} anteriores. ¿Qué está dejando pasar la puerta de MQL?`,
      en: `“${label.en}” is growing as a rejection reason: ${now} in the week, against an average of ${sayNumber(usual, language, 1)} in the ${weeksBefore} weeks before. What is the MQL gate letting through?`,
    }));
  });
};
