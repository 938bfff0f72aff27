import type { Agreement } from "../../contract/agreement.ts";
import type { Bilingual, Language, Stage } from "../../contract/stages.ts";
import { readerIn, sayBriefly, sayDay } from "../page/when.ts";
import { colleagueOf } from "../team/owner.ts";

/** Whoever it was: their name, marketing's too, or the id of one who has left. */
export const nameOfColleague = (id: string | undefined, agreement: Agreement): string => {
  const { marketing } = agreement.terms.team;
  if (id === undefined) return "–";
  return id === marketing.id ? marketing.name : (colleagueOf(id, agreement)?.name ?? id);
};

export const stageLabel = (stage: Stage, { terms }: Agreement): Bilingual => terms.stages[stage].label;

export const nowIn = (stage: Stage, agreement: Agreement): Bilingual => {
  const { es, en } = stageLabel(stage, agreement);
  return { es: `Ahora está en «${es}».`, en: `It is in “${en}” now.` };
};

/** The day, and the day with the time, by the company's clocks. */
export const sayTimes = (agreement: Agreement) => ({
  day: (instant: string, language: Language) => sayDay(instant, readerIn(language, agreement)),
  when: (instant: string, language: Language) => sayBriefly(instant, readerIn(language, agreement)),
});
