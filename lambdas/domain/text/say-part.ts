import type { Language } from "../../contract/stages.ts";
import { sayNumber, sayShare } from "./say-number.ts";

/** How many of how many. */
export interface Part {
  readonly part: number;
  readonly whole: number;
}

const words = {
  es: { of: "de", none: "sin datos" },
  en: { of: "of", none: "no data" },
} as const satisfies Record<Language, unknown>;

/** A share never stands without how many of how many it is: `80 % (4 de 5)`; of nothing there is none, not 0 %. */
export const sayPart = ({ part, whole }: Part, language: Language): string => {
  const { of, none } = words[language];
  if (whole === 0) return none;
  return `${sayShare(part / whole, language)} (${sayNumber(part, language)} ${of} ${sayNumber(whole, language)})`;
};
