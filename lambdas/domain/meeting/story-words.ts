import type { Agreement } from "../../contract/agreement.ts";
import type { Bilingual, Language, Stage } from "../../contract/stages.ts";
import { readerIn, sayBriefly, sayDay } from "../page/when.ts";
import { nameOfPerson } from "../team/owner.ts";

/** Whoever it was, if anybody. */
export const nameOfColleague = (id: string | undefined, agreement: Agreement): string => {
  return id === undefined ? "–" : nameOfPerson(id, agreement);
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
