import type { Agreement } from "../../../contract/agreement.ts";
import type { Figures, PackProposal } from "../../../contract/board.ts";
import { type Interval, intervalOfRate, intervalOfShare } from "../../metrics/interval.ts";
import { bilingual } from "../../text/bilingual.ts";
import { sayNumber, sayShare } from "../../text/say-number.ts";
import { gateStep } from "./gate-step.ts";
import { sayInterval } from "./say-interval.ts";

const weeksLookedAt = 4;
/** Too few answers to judge the gate. */
const leastAnswers = 20;

/** What four weeks say of the gate. */
interface FourWeeks {
  readonly accepted: number;
  readonly answers: number;
  readonly mqls: number;
  readonly promised: number;
  /** 95% of the acceptance rate. */
  readonly interval: Interval;
}

/** Whether the gate lets through too much, or too little, beyond chance, by four weeks of answers. */
export const thresholdProposals = ({ weeks }: Pick<Figures, "weeks">, agreement: Agreement): PackProposal[] => {
  const past = weeks.filter(({ state }) => state === "past").slice(-weeksLookedAt);
  const sum = (of: "accepted" | "rejected" | "mqls" | "promisedMqls") =>
    past.reduce((total, week) => total + week[of], 0);
  const [accepted, answers] = [sum("accepted"), sum("accepted") + sum("rejected")];
  if (past.length < weeksLookedAt || answers < leastAnswers) return [];
  const interval = intervalOfShare(accepted, answers);
  const seen = { accepted, answers, mqls: sum("mqls"), promised: sum("promisedMqls"), interval };
  const { leastAcceptanceRate } = agreement.terms.sla.marketing;
  if (interval.to < leastAcceptanceRate) return [tooMuch(seen, agreement)];
  const fallsShort = intervalOfRate(seen.mqls, 1).to < seen.promised;
  return interval.from > leastAcceptanceRate && fallsShort ? [tooLittle(seen, agreement)] : [];
};

const factsOf = ({ answers, interval }: FourWeeks) => ({
  cases: answers,
  interval: { of: "share" as const, ...interval },
});

const tooMuch = (seen: FourWeeks, { terms }: Agreement): PackProposal => {
  const { accepted, answers, interval } = seen;
  const { leastAcceptanceRate } = terms.sla.marketing;
  const step = gateStep("leastFit", "more", terms);
  // 74.7 % is below 75 %, so rounding must not show both as 75 %.
  const isClose = [accepted / answers, interval.to].some(
    (rate) => sayShare(rate, "en") === sayShare(leastAcceptanceRate, "en"),
  );
  const [decimals, apart] = [isClose ? 1 : 0, sayInterval(interval, "share", isClose ? 1 : 0)];
  return {
    says: bilingual((language) => ({
      es: `En ${weeksLookedAt} semanas ventas aceptó ${accepted} de ${answers} (${sayShare(accepted / answers, language, decimals)}; ${apart.es}), menos del ${sayShare(leastAcceptanceRate, language)} acordado. ¿Exigimos más en la puerta de MQL?${step === undefined ? "" : ` ${step.words.es}`}`,
      en: `In ${weeksLookedAt} weeks sales accepted ${accepted} of ${answers} (${sayShare(accepted / answers, language, decimals)}; ${apart.en}), less than the ${sayShare(leastAcceptanceRate, language)} agreed. Raise the MQL gate?${step === undefined ? "" : ` ${step.words.en}`}`,
    })),
    ...factsOf(seen),
    ...(step !== undefined && { change: step.change }),
  };
};

const tooLittle = (seen: FourWeeks, { terms }: Agreement): PackProposal => {
  const { accepted, answers, mqls, promised, interval } = seen;
  const step = gateStep("leastFit", "less", terms);
  const apart = sayInterval(interval, "share");
  return {
    says: bilingual((language) => ({
      es: `Ventas aceptó ${accepted} de ${answers} (${sayShare(accepted / answers, language)}; ${apart.es}) y faltaron MQL: ${sayNumber(mqls, language)} de ${sayNumber(promised, language)} en ${weeksLookedAt} semanas. ¿Exigimos algo menos en la puerta de MQL?${step === undefined ? "" : ` ${step.words.es}`}`,
      en: `Sales accepted ${accepted} of ${answers} (${sayShare(accepted / answers, language)}; ${apart.en}) and MQLs fell short: ${sayNumber(mqls, language)} of ${sayNumber(promised, language)} in ${weeksLookedAt} weeks. Lower the MQL gate a little?${step === undefined ? "" : ` ${step.words.en}`}`,
    })),
    ...factsOf(seen),
    ...(step !== undefined && { change: step.change }),
  };
};
