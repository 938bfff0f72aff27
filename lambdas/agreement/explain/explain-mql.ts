import type { AgreementTerms } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import { alike } from "./explain-familiarity.ts";
import { item, type Section } from "./explain-layout.ts";
import { quoted, sayList, sayTime } from "./explain-words.ts";

const words = {
  es: {
    heading: "Cuándo un lead es un MQL",
    isWhile: (musts: string, matches: number, fit: number, familiarity: number) =>
      `Lo es mientras reúna a la vez ${musts}al menos ${matches} criterios a favor, ${fit} puntos de encaje y ${familiarity} de familiaridad.`,
    musts: "todo lo imprescindible y ",
    fastLane: "Vía rápida",
    laneIs: (events: string) => `${events} no se le exige familiaridad.`,
    events: (time: string, labels: string) => `durante ${time} desde ${labels}`,
    never: "Nunca, pese a sus puntos",
    byHand: "A mano",
    byHandIs: "marketing puede decidir otra cosa hasta el fin del ciclo; queda registrado quién, cuándo y por qué.",
    grades: "Calificación",
    gradesAre: ([a, b]: readonly [number, number], [one, two]: readonly [number, number]) =>
      `por encaje, A desde ${a} puntos, B desde ${b} y C por debajo; por familiaridad, 1 desde ${one}, 2 desde ${two} y 3 por debajo.`,
  },
  en: {
    heading: "When a lead is an MQL",
    isWhile: (musts: string, matches: number, fit: number, familiarity: number) =>
      `A lead is one as long as they have ${musts}at least ${matches} criteria in its favour, ${fit} fit points and ${familiarity} familiarity points, all at the same time.`,
    musts: "every must-have, ",
    fastLane: "Fast lane",
    laneIs: (events: string) => `${events}, the familiarity minimum does not apply.`,
    events: (time: string, labels: string) => `for ${time} after ${labels}`,
    never: "Never, whatever the points",
    byHand: "By hand",
    byHandIs: "marketing may decide otherwise for the rest of the cycle; who, when and why is recorded.",
    grades: "Grades",
    gradesAre: ([a, b]: readonly [number, number], [one, two]: readonly [number, number]) =>
      `by fit, A from ${a} points, B from ${b} and C below; by familiarity, 1 from ${one}, 2 from ${two} and 3 below.`,
  },
} as const;

export const explainMql = (terms: AgreementTerms, language: Language): Section => {
  const { mustHaves, leastMatches, leastFit, leastFamiliarity, fastLane, disqualifiers } = terms.gate;
  const say = words[language];
  const cases = disqualifiers.map(({ label }) => label[language]).join("; ");
  const told = [
    say.isWhile(mustHaves.length === 0 ? "" : say.musts, leastMatches, leastFit, leastFamiliarity),
    ...(fastLane.length === 0 ? [] : [item(say.fastLane, say.laneIs(eventsOf(terms, language)))]),
    ...(disqualifiers.length === 0 ? [] : [item(say.never, `${cases}.`)]),
    item(say.byHand, say.byHandIs),
    item(say.grades, say.gradesAre(terms.grades.fit, terms.grades.familiarity)),
  ];
  return { heading: say.heading, lines: [told.join(" ")] };
};

/** Events with the same time limit are listed together. */
const eventsOf = ({ gate, familiarity }: AgreementTerms, language: Language): string => {
  const labelOf = (kind: string): string => familiarity.find((event) => event.kind === kind)?.label[language] ?? kind;
  return alike(gate.fastLane, ({ within }) => within)
    .map(([within, events]) => {
      const labels = events.map(({ kind }) => quoted(labelOf(kind), language));
      return words[language].events(sayTime(within, language), sayList(labels, language, "or"));
    })
    .join("; ");
};
