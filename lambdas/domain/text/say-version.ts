import type { Bilingual } from "../../contract/stages.ts";
import type { VersionMark } from "../agreement/version-mark.ts";
import { bilingual } from "./bilingual.ts";
import { sayWeekday } from "./when.ts";

/** `versión 7` */
const sayVersionNumber = ({ number }: Pick<VersionMark, "number">): Bilingual => ({
  es: `versión ${number}`,
  en: `version ${number}`,
});

/** `versión 7, en vigor desde el lunes 30 nov`: with the year, where it is another one than now. */
export const sayVersion = (mark: Omit<VersionMark, "version">, timeZone: string, now: string): Bilingual =>
  bilingual((language) => {
    const day = sayWeekday(mark.since, { language, timeZone }, now);
    const { es, en } = sayVersionNumber(mark);
    const isAhead = mark.since > now;
    return {
      es: `${es}, en vigor ${isAhead ? "a partir del" : "desde el"} ${day}`,
      en: `${en}, in force ${isAhead ? "from" : "since"} ${day}`,
    };
  });
