import type { FamiliarityEvent } from "../../contract/agreement.ts";
import type { Bilingual, Language } from "../../contract/stages.ts";
import { sayDuration } from "../page/say-duration.ts";
import { written } from "./score-line.ts";

/** What there is to say of one kind of event; points with their sign. */
export interface Familiarity {
  readonly count: number;
  /** What the events were worth when they were new, within the limit of each day. */
  readonly earned: number;
  readonly atDailyCap: boolean;
  /** What they are worth now, within the cap. */
  readonly points: number;
  readonly atCap: boolean;
}

/** `Página visitada: 3 veces, 6 puntos al hacerlo, 4,2 hoy (mitad cada 14 días)`. */
export const familiaritySentence = (terms: FamiliarityEvent, found: Familiarity): Bilingual => ({
  es: [
    `${terms.label.es}: ${found.count} ${found.count === 1 ? "vez" : "veces"}`,
    ...(terms.counts === "once" && found.count > 1 ? ["cuenta la última"] : []),
    `${points(found.earned, "es")} al hacerlo${found.atDailyCap ? " por el tope diario" : ""}`,
    `${written(found.points, "es")} hoy${found.atCap ? " por el tope" : ""} (mitad cada ${sayDuration(terms.halfLife, "es")})`,
  ].join(", "),
  en: [
    `${terms.label.en}: ${found.count === 1 ? "once" : `${found.count} times`}`,
    ...(terms.counts === "once" && found.count > 1 ? ["the latest counts"] : []),
    `${points(found.earned, "en")} when done${found.atDailyCap ? " at the daily cap" : ""}`,
    `${written(found.points, "en")} today${found.atCap ? " at the cap" : ""} (halving every ${sayDuration(terms.halfLife, "en")})`,
  ].join(", "),
});

const unit = { es: ["punto", "puntos"], en: ["point", "points"] } as const;

const points = (figure: number, language: Language): string =>
  `${written(figure, language)} ${unit[language][Math.abs(figure) === 1 ? 0 : 1]}`;
