import type { Bilingual, Language } from "../../contract/stages.ts";
import { plural } from "../text/plural.ts";
import { sayNumber } from "../text/say-number.ts";

/** One reason for a score: the criterion, what was found, and what it is worth. */
export interface ScoreLine {
  /** Id of the persona criterion, or kind of the familiarity event. */
  readonly criterion: string;
  readonly value: string;
  /** To one decimal. */
  readonly points: number;
  /** Of a familiarity event: after this time it is worth half, as the agreement writes it. */
  readonly halfLife?: string;
  readonly sentence: Bilingual;
}

/** Scores add up: in whole tenths, which add up exactly. */
export const sumOfPoints = (lines: readonly Pick<ScoreLine, "points">[]): number =>
  lines.reduce((tenths, { points }) => tenths + Math.round(points * 10), 0) / 10;

/** Criteria, or kinds of familiarity, with points in the lead's favour. */
export const speakingFor = (lines: readonly Pick<ScoreLine, "criterion" | "points">[]): string[] =>
  lines.filter(({ points }) => points > 0).map(({ criterion }) => criterion);

/** Points as text, to one decimal: `18`, `7,5`. */
export const written = (points: number, language: Language): string => sayNumber(points, language, 1);

const unit = {
  es: { one: "punto", other: "puntos" },
  en: { one: "point", other: "points" },
} as const;

/** `1 point`, `7,5 puntos`. */
export const sayPoints = (points: number, language: Language): string =>
  `${written(points, language)} ${plural(points, language, unit[language], 1)}`;

/** Points with their sign: `+20`, `-7.5`, `+0`. */
export const signed = (points: number, language: Language): string =>
  `${points < 0 ? "" : "+"}${written(points, language)}`;
