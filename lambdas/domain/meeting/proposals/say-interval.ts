import type { Bilingual, Language } from "../../../contract/stages.ts";
import type { Interval } from "../../metrics/interval.ts";
import { bilingual } from "../../text/bilingual.ts";
import { sayNumber } from "../../text/say-number.ts";

/** `intervalo de confianza del 95 %: entre 33 y 64 puntos` */
export const sayInterval = ({ from, to }: Interval, of: "share" | "number", decimals = of === "number" ? 1 : 0) =>
  bilingual((language) => {
    const [least, most] = [from, to].map((edge) => sayEdge(edge, of, decimals, language));
    return {
      es: `intervalo de confianza del 95 %: entre ${least} y ${most}${of === "share" ? " %" : ""}`,
      en: `95% confidence interval: ${least} to ${most}${of === "share" ? "%" : ""}`,
    };
  });

const sayEdge = (edge: number, of: "share" | "number", decimals: number, language: Language): string =>
  sayNumber(of === "share" ? edge * 100 : edge, language, decimals);

/** By how many points a won rate is lower than another: `entre 33 y 64 puntos menos`. */
export const sayFewerPoints = ({ from, to }: Interval): Bilingual =>
  bilingual((language) => {
    // Less than a point apart is not nothing.
    const decimals = -to * 100 < 1 ? 2 : 0;
    const [least, most] = [-to, -from].map((points) => sayNumber(points * 100, language, decimals));
    return {
      es: `intervalo de confianza del 95 %: entre ${least} y ${most} puntos menos`,
      en: `95% confidence interval: ${least} to ${most} points less`,
    };
  });
