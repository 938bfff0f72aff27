import type { AgreementTerms, Criterion, FamiliarityEvent, Persona } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import { signed } from "../../domain/score/score-line.ts";
import { plural } from "../../domain/text/plural.ts";
import { sayDuration } from "../../domain/text/say-duration.ts";
import { quoted, sayList } from "../../domain/text/say-names.ts";
import { labelAt } from "../agreement-keys.ts";
import { entry, item, type Section } from "./explain-layout.ts";
import { sayFact } from "./explain-test.ts";
import { alike, sayEvery } from "./explain-words.ts";

const buyerWords = {
  es: {
    heading: "A quién buscamos: el encaje",
    fit: "Cada criterio suma o resta puntos; cuenta el cliente ideal al que más se parece el lead.",
    all: "Para todos",
    nothingElse: "nada más",
    number: (number: number, name: string) => `Cliente ${number}. ${name}`,
    mustHave: "imprescindible",
  },
  en: {
    heading: "Who we look for: fit",
    fit: "Each criterion adds or subtracts points; the buyer persona closest to the lead counts.",
    all: "For all buyers",
    nothingElse: "nothing else",
    number: (number: number, name: string) => `Buyer ${number}. ${name}`,
    mustHave: "must-have",
  },
} as const;

/** The criteria that all personas share are listed once. */
export const explainBuyers = ({ personas, gate, fields }: AgreementTerms, language: Language): Section => {
  const say = buyerWords[language];
  const listed = (criteria: readonly Criterion[]): string => {
    const told = criteria.map((each) =>
      sayCriterion(each, gate.mustHaves.includes(each.id), sayFact(each, fields, language), language),
    );
    return `${told.join("; ") || say.nothingElse}.`;
  };
  const shared = sharedBy(personas);
  const own = ({ criteria }: Persona) => criteria.filter((each) => !isAmong(shared, each));
  const lines = personas.map((each, i) => entry(say.number(i + 1, each.name[language]), listed(own(each))));
  const lead = shared.length === 0 ? say.fit : `${say.fit} ${item(say.all, listed(shared))}`;
  return { heading: say.heading, lines: [lead, ...lines] };
};

const sharedBy = ([first, ...others]: readonly Persona[]): Criterion[] =>
  first === undefined || others.length === 0
    ? []
    : first.criteria.filter((each) => others.every(({ criteria }) => isAmong(criteria, each)));

const isAmong = (criteria: readonly Criterion[], wanted: Criterion): boolean =>
  criteria.some((each) => JSON.stringify(each) === JSON.stringify(wanted));

const sayCriterion = (
  { label, points }: Criterion,
  must: boolean,
  fact: string | undefined,
  language: Language,
): string => {
  const worth = must ? `${signed(points, language)}, ${buyerWords[language].mustHave}` : signed(points, language);
  return `${label[language]} (${fact === undefined ? worth : `${worth}: ${fact}`})`;
};

const familiarityWords = {
  es: {
    heading: "Cuánto nos conoce: la familiaridad",
    fades: "Lo que hace el lead suma o resta puntos, con un tope, y su valor se reduce a la mitad cada cierto tiempo.",
    half: (time: string, kinds: string) => item(`Cada ${time}`, `${kinds}.`),
    once: "solo cuenta la última vez",
    cap: (cap: number) => `hasta ${cap} en total`,
    perDay: (perDay: number, cap: number) => `hasta ${perDay} al día y ${cap} en total`,
  },
  en: {
    heading: "How well they know us: familiarity",
    fades: "What a lead does adds or subtracts points, up to a cap, and the points halve at regular intervals.",
    half: (time: string, kinds: string) => item(`Every ${time}`, `${kinds}.`),
    once: "only the latest time counts",
    cap: (cap: number) => `at most ${cap} in total`,
    perDay: (perDay: number, cap: number) => `at most ${perDay} per day and ${cap} in total`,
  },
} as const;

/** Events with the same half-life are listed together; the caps are left to the annex. */
export const explainFamiliarity = ({ familiarity }: AgreementTerms, language: Language): Section => {
  const say = familiarityWords[language];
  const fading = alike(familiarity, ({ halfLife }) => halfLife).map(([halfLife, events]) => {
    const kinds = events.map(({ label, points }) => `${label[language]} (${signed(points, language)})`);
    return say.half(sayEvery(halfLife, language), sayList(kinds, language));
  });
  return { heading: say.heading, lines: [[say.fades, ...fading].join(" ")] };
};

/** How many points all events of a kind can add up to. */
export const boundsOf = ({ cap, capPerDay, counts }: FamiliarityEvent, language: Language): string => {
  const say = familiarityWords[language];
  if (counts === "once") return say.once;
  return capPerDay === undefined ? say.cap(cap) : say.perDay(capPerDay, cap);
};

const mqlWords = {
  es: {
    heading: "Cuándo un lead es un MQL",
    isWhile: (musts: string, matches: number, fit: number, familiarity: number) =>
      `Lo es mientras reúna a la vez ${musts}al menos ${plural(matches, "es", { one: "1 criterio", other: `${matches} criterios` })} a favor, ${plural(fit, "es", { one: "1 punto", other: `${fit} puntos` })} de encaje y ${familiarity} de familiaridad.`,
    musts: "todo lo imprescindible y ",
    laneIs: (events: string) => `${events} no se le exige familiaridad.`,
    events: (time: string, labels: string) => `durante ${time} desde ${labels}`,
    never: "Nunca, pese a sus puntos",
    byHand: "A mano",
    byHandIs: "marketing puede decidir otra cosa hasta el fin del ciclo; consta quién, cuándo y por qué.",
    gradesAre: ([a, b]: readonly [number, number], [one, two]: readonly [number, number]) =>
      `por encaje, A desde ${a} puntos, B desde ${b} y C por debajo; por familiaridad, 1 desde ${one}, 2 desde ${two} y 3 por debajo.`,
  },
  en: {
    heading: "When a lead is an MQL",
    isWhile: (musts: string, matches: number, fit: number, familiarity: number) =>
      `A lead is one as long as they have ${musts}at least ${plural(matches, "en", { one: "1 criterion", other: `${matches} criteria` })} in their favour, ${plural(fit, "en", { one: "1 fit point", other: `${fit} fit points` })} and ${plural(familiarity, "en", { one: "1 familiarity point", other: `${familiarity} familiarity points` })}, all at once.`,
    musts: "every must-have, ",
    laneIs: (events: string) => `${events}, the familiarity minimum does not apply.`,
    events: (time: string, labels: string) => `for ${time} after ${labels}`,
    never: "Never, whatever their points",
    byHand: "By hand",
    byHandIs: "marketing may decide otherwise for the rest of the cycle; who, when and why is recorded.",
    gradesAre: ([a, b]: readonly [number, number], [one, two]: readonly [number, number]) =>
      `by fit, A from ${a} points, B from ${b} and C below; by familiarity, 1 from ${one}, 2 from ${two} and 3 below.`,
  },
} as const;

export const explainMql = (terms: AgreementTerms, language: Language): Section => {
  const { mustHaves, leastMatches, leastFit, leastFamiliarity, fastLane, disqualifiers } = terms.gate;
  const say = mqlWords[language];
  const cases = disqualifiers.map(({ label }) => label[language]).join("; ");
  const told = [
    say.isWhile(mustHaves.length === 0 ? "" : say.musts, leastMatches, leastFit, leastFamiliarity),
    ...(fastLane.length === 0
      ? []
      : [item(labelAt(["gate", "fastLane"], language), say.laneIs(eventsOf(terms, language)))]),
    ...(disqualifiers.length === 0 ? [] : [item(say.never, `${cases}.`)]),
    item(say.byHand, say.byHandIs),
    item(labelAt(["grades"], language), say.gradesAre(terms.grades.fit, terms.grades.familiarity)),
  ];
  return { heading: say.heading, lines: [told.join(" ")] };
};

/** Events with the same time limit are listed together. */
const eventsOf = ({ gate, familiarity }: AgreementTerms, language: Language): string => {
  const labelOf = (kind: string): string => familiarity.find((event) => event.kind === kind)?.label[language] ?? kind;
  return alike(gate.fastLane, ({ within }) => within)
    .map(([within, events]) => {
      const labels = events.map(({ kind }) => quoted(labelOf(kind), language));
      return mqlWords[language].events(sayDuration(within, language), sayList(labels, language, "or"));
    })
    .join("; ");
};
