import type { AgreementTerms, FamiliarityEvent } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import { item, type Section } from "./explain-layout.ts";
import { sayEvery, sayList, sayPoints } from "./explain-words.ts";

const words = {
  es: {
    heading: "Cuánto nos conoce: la familiaridad",
    fades: "Lo que hace el lead suma o resta puntos, con un tope, y su valor se reduce a la mitad cada cierto tiempo.",
    half: (time: string, kinds: string) => item(`Cada ${time}`, `${kinds}.`),
    once: "una sola vez, la última",
    cap: (cap: number) => `hasta ${cap} en total`,
    perDay: (perDay: number, cap: number) => `hasta ${perDay} al día y ${cap} en total`,
  },
  en: {
    heading: "How well they know us: familiarity",
    fades:
      "What a lead does adds or subtracts points, up to a cap, and they lose half their value at regular intervals.",
    half: (time: string, kinds: string) => item(`Every ${time}`, `${kinds}.`),
    once: "only once, the latest time",
    cap: (cap: number) => `at most ${cap} in all`,
    perDay: (perDay: number, cap: number) => `at most ${perDay} in a day and ${cap} in all`,
  },
} as const;

/** What fades alike is told together; how much each can bring in all is left to the annex. */
export const explainFamiliarity = ({ familiarity }: AgreementTerms, language: Language): Section => {
  const say = words[language];
  const fading = alike(familiarity, ({ halfLife }) => halfLife).map(([halfLife, events]) => {
    const kinds = events.map(({ label, points }) => `${label[language]} (${sayPoints(points)})`);
    return say.half(sayEvery(halfLife, language), sayList(kinds, language));
  });
  return { heading: say.heading, lines: [[say.fades, ...fading].join(" ")] };
};

/** How much all events of a kind can bring. */
export const boundsOf = ({ cap, capPerDay, counts }: FamiliarityEvent, language: Language): string => {
  const say = words[language];
  if (counts === "once") return say.once;
  return capPerDay === undefined ? say.cap(cap) : say.perDay(capPerDay, cap);
};

/** What has the same key is told together, in the order in which each key is met first. */
export const alike = <T>(items: readonly T[], keyOf: (item: T) => string): (readonly [key: string, items: T[]])[] => {
  const keys = [...new Set(items.map(keyOf))];
  return keys.map((key) => [key, items.filter((item) => keyOf(item) === key)]);
};
