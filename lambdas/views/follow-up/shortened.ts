import type { Agreement } from "../../contract/agreement.ts";
import type { Bilingual } from "../../contract/stages.ts";
import type { Duration } from "../../contract/time.ts";
import { sayDuration } from "../../domain/text/say-duration.ts";

/** Why a clock that runs became shorter, for the lead's story. */
export const sayShortened = ({ terms }: Agreement): Bilingual => {
  const { followUpFastLane } = terms.sla.sales;
  return {
    es: `El plazo se acorta a ${sayDuration(followUpFastLane, "es")}: confirmó con el enlace de su correo que pide algo de la vía rápida`,
    en: `The deadline is shortened to ${sayDuration(followUpFastLane, "en")}: they confirmed by the link in their e-mail that they ask for something of the fast lane`,
  };
};

/** The same, when it is because of a new agreement. */
export const sayKinder = (agreed: Duration): Bilingual => ({
  es: `El plazo se acorta a ${sayDuration(agreed, "es")}: el acuerdo que rige ahora promete al lead una respuesta más rápida que el anterior`,
  en: `The deadline is shortened to ${sayDuration(agreed, "en")}: the agreement now in force promises leads a quicker answer than the one before`,
});
