import type { Agreement } from "../../../contract/agreement.ts";
import type { Figures } from "../../../contract/board.ts";
import type { Bilingual } from "../../../contract/stages.ts";
import { bilingual } from "../../text/bilingual.ts";
import { sayNumber, sayShare } from "../../text/say-number.ts";

const weeksLookedAt = 4;
/** Too few answers to judge the gate. */
const leastAnswers = 20;
/** Sales accepts nearly all: the gate may hold back good leads. */
const nearlyAll = 0.95;

/** Whether the gate lets through too much, or too little, by four weeks of answers. */
export const thresholdProposals = ({ weeks }: Pick<Figures, "weeks">, { terms }: Agreement): Bilingual[] => {
  const past = weeks.filter(({ state }) => state === "past").slice(-weeksLookedAt);
  const sum = (of: "accepted" | "rejected" | "mqls" | "promisedMqls") =>
    past.reduce((total, week) => total + week[of], 0);
  const [accepted, answers] = [sum("accepted"), sum("accepted") + sum("rejected")];
  if (past.length < weeksLookedAt || answers < leastAnswers) return [];
  const rate = accepted / answers;
  const { leastAcceptanceRate } = terms.sla.marketing;
  const { leastFit, leastFamiliarity } = terms.gate;
  // 74.7 % is below 75 %, so rounding must not show both as 75 %.
  const decimals = sayShare(rate, "en") === sayShare(leastAcceptanceRate, "en") ? 1 : 0;
  if (rate < leastAcceptanceRate)
    return [
      bilingual((language) => ({
        es: `En ${weeksLookedAt} semanas ventas aceptó ${accepted} de ${answers} (${sayShare(rate, language, decimals)}), menos del ${sayShare(leastAcceptanceRate, language)} acordado. ¿Exigimos más en la puerta de MQL? Hoy pide ${sayNumber(leastFit, language)} puntos de encaje y ${sayNumber(leastFamiliarity, language)} de familiaridad.`,
        en: `In ${weeksLookedAt} weeks sales accepted ${accepted} of ${answers} (${sayShare(rate, language, decimals)}), less than the ${sayShare(leastAcceptanceRate, language)} agreed. Raise the MQL gate? It now asks for ${sayNumber(leastFit, language)} fit points and ${sayNumber(leastFamiliarity, language)} familiarity points.`,
      })),
    ];
  if (rate >= nearlyAll && sum("mqls") < sum("promisedMqls"))
    return [
      bilingual((language) => ({
        es: `Ventas aceptó ${accepted} de ${answers} (${sayShare(rate, language)}) y faltaron MQL: ${sum("mqls")} de ${sum("promisedMqls")} en ${weeksLookedAt} semanas. ¿Exigimos algo menos en la puerta de MQL?`,
        en: `Sales accepted ${accepted} of ${answers} (${sayShare(rate, language)}) and MQLs fell short: ${sum("mqls")} of ${sum("promisedMqls")} in ${weeksLookedAt} weeks. Lower the MQL gate a little?`,
      })),
    ];
  return [];
};
