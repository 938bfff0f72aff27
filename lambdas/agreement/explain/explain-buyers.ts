import type { AgreementTerms, Criterion, Persona } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import { sayFact } from "./explain-criteria.ts";
import { entry, item, type Section } from "./explain-layout.ts";
import { sayPoints } from "./explain-words.ts";

const words = {
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
    fit: "Each criterion adds or subtracts points; the buyer persona that the lead is most like counts.",
    all: "For all buyers",
    nothingElse: "nothing else",
    number: (number: number, name: string) => `Buyer ${number}. ${name}`,
    mustHave: "must-have",
  },
} as const;

/** The criteria that all personas share are listed once. */
export const explainBuyers = ({ personas, gate }: AgreementTerms, language: Language): Section => {
  const say = words[language];
  const listed = (criteria: readonly Criterion[]): string => {
    const told = criteria.map((each) => sayCriterion(each, gate.mustHaves.includes(each.id), language));
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

const sayCriterion = ({ label, field, test, points }: Criterion, must: boolean, language: Language): string => {
  const fact = sayFact(field, test, language);
  const worth = must ? `${sayPoints(points)}, ${words[language].mustHave}` : sayPoints(points);
  return `${label[language]} (${fact === undefined ? worth : `${worth}: ${fact}`})`;
};
