import type { Agreement } from "../../contract/agreement.ts";
import type { Bilingual, Language } from "../../contract/stages.ts";
import type { Topic } from "../../domain/meeting/stored-pack.ts";
import type { Win } from "../../domain/meeting/talk-facts.ts";
import { sourceLabel } from "../../domain/metrics/source-label.ts";
import { moneyOf } from "../../domain/money/money.ts";
import { bilingual } from "../../domain/text/bilingual.ts";
import { sayElapsed } from "../../domain/text/say-duration.ts";
import { sayMoney } from "../../domain/text/say-money.ts";
import { nameOfColleague, sayTimes } from "./pack-words.ts";

/** Who brought the lead in, who closed the deal, and how long each part took. */
export const winStory = ({ lead, wonAt }: Win, agreement: Agreement): Topic => {
  const closer = nameOfColleague(lead.ownerId, agreement);
  const { name: marketing } = agreement.terms.team.marketing;
  const { source, createdAt } = lead;
  const from = source === undefined ? undefined : sourceLabel(source, agreement.terms.sources);
  const money = moneyOf(lead, agreement);
  const { day } = sayTimes(agreement);
  return {
    leadId: lead.leadId,
    story: [
      bilingual((language) => ({
        es: `${closer} cerró la venta el ${day(wonAt, language)}${money === undefined ? "" : `: ${sayMoney(money, language)}`}.`,
        en: `${closer} closed the deal on ${day(wonAt, language)}${money === undefined ? "" : `: ${sayMoney(money, language)}`}.`,
      })),
      {
        es: `Lo trajo marketing (${marketing})${from === undefined ? "" : `; origen: ${from.es}`}.`,
        en: `Brought in by marketing (${marketing})${from === undefined ? "" : `; source: ${from.en}`}.`,
      },
      ...partsOf(lead, wonAt),
      bilingual((language) => ({
        es: `En total: ${sayElapsed(createdAt, wonAt, language)} de tiempo natural.`,
        en: `In total: ${sayElapsed(createdAt, wonAt, language)} by the clock.`,
      })),
    ],
  };
};

/** "0 seconds" is not worth saying. */
const howLong = ({ from, to }: { readonly from: string; readonly to: string }, language: Language): string =>
  Date.parse(to) - Date.parse(from) < 1000
    ? { es: "al momento", en: "at once" }[language]
    : sayElapsed(from, to, language);

const partsOf = ({ createdAt, qualifiedAt, firstAssignedAt, acceptedAt }: Win["lead"], wonAt: string): Bilingual[] => {
  const steps = [
    { es: "hasta MQL", en: "to MQL", from: createdAt, to: qualifiedAt },
    { es: "hasta asignado", en: "to assignment", from: qualifiedAt, to: firstAssignedAt },
    { es: "hasta aceptado", en: "to acceptance", from: firstAssignedAt, to: acceptedAt },
    { es: "hasta ganado", en: "to won", from: acceptedAt, to: wonAt },
  ].flatMap(({ from, to, ...words }) => (from === undefined || to === undefined ? [] : [{ ...words, from, to }]));
  if (steps.length === 0) return [];
  const list = (language: Language) => steps.map((step) => `${step[language]}, ${howLong(step, language)}`).join("; ");
  return [{ es: `Paso a paso: ${list("es")}.`, en: `Step by step: ${list("en")}.` }];
};
