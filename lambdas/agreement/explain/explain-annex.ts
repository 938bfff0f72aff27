import type { Agreement, AgreementTerms, Criterion } from "../../contract/agreement.ts";
import { type Language, type Stage, StageSchema } from "../../contract/stages.ts";
import { signed } from "../../domain/score/score-line.ts";
import { sayDuration } from "../../domain/text/say-duration.ts";
import { explainAcknowledgement } from "./explain-acknowledgement.ts";
import { explainComingHolidays, explainPeople } from "./explain-calendar.ts";
import { explainFields, explainIndustries } from "./explain-fields.ts";
import { annexOf, entry, type Section } from "./explain-layout.ts";
import { boundsOf } from "./explain-lead.ts";
import { explainLearning } from "./explain-learning.ts";
import { explainLimits } from "./explain-limits.ts";
import { explainRetention } from "./explain-retention.ts";
import { explainContent, explainSelling } from "./explain-selling.ts";
import { explainSources } from "./explain-sources.ts";
import { explainReps } from "./explain-team.ts";
import { sayTest } from "./explain-test.ts";

const words = {
  es: {
    title: "Anexo del acuerdo",
    intro: (company: string, version: string) =>
      `Este anexo detalla el acuerdo entre marketing y ventas de ${company}, versión ${version}, y forma parte de él.`,
    glossary: "Las palabras que usamos",
    stages: "Las etapas",
    owner: { marketing: "responsable: marketing", sales: "responsable: ventas" },
    limit: (time: string) => `, ${time} como máximo`,
    end: ", y aquí termina el ciclo",
    familiarity: "Qué cuenta como familiaridad",
    half: (time: string) => `vale la mitad al cabo de ${time}`,
    consent: "El consentimiento a los correos",
    inForms: "En los formularios",
    calledThere: (purpose: string) => `se llama «${purpose}».`,
  },
  en: {
    title: "Annex to the agreement",
    intro: (company: string, version: string) =>
      `This annex details the agreement between marketing and sales at ${company}, version ${version}, and is part of it.`,
    glossary: "The words we use",
    stages: "The stages",
    owner: { marketing: "marketing is responsible", sales: "sales is responsible" },
    limit: (time: string) => `, ${time} at most`,
    end: ", and the cycle ends here",
    familiarity: "What counts as familiarity",
    half: (time: string) => `worth half after ${time}`,
    consent: "Consent to e-mails",
    inForms: "In forms",
    calledThere: (purpose: string) => `it is called “${purpose}”.`,
  },
} as const;

/**
 * What the page leaves out or only mentions, one thing a line.
 * @param today the day from which on coming holidays are listed; none are when it is left out
 */
export const explainAnnex = (agreement: Agreement, language: Language, today?: string): string => {
  const { terms, version } = agreement;
  const say = words[language];
  const parts = [
    glossary,
    explainFields,
    explainIndustries,
    explainSources,
    explainCriteria,
    explainDisqualifiers,
    familiarity,
    explainContent,
    consent,
    stages,
    explainSegments,
    explainSelling,
    explainReps,
    explainPeople,
    explainAcknowledgement,
    explainLimits,
    explainLearning,
    explainRetention,
  ];
  const coming = today === undefined ? [] : [explainComingHolidays(agreement, today, language)];
  const sections = [...parts.map((part) => part(terms, language)), ...coming].filter(({ lines }) => lines.length > 0);
  return annexOf(say.title, say.intro(terms.company.name, version), sections);
};

const glossary = (terms: AgreementTerms, language: Language): Section => ({
  heading: words[language].glossary,
  lines: terms.glossary.map(({ term, meaning }) => entry(term[language], meaning[language])),
});

const familiarity = (terms: AgreementTerms, language: Language): Section => {
  const say = words[language];
  const lines = terms.familiarity.map((event) => {
    const worth = `${event.label[language]} (${signed(event.points, language)})`;
    return entry(worth, `${say.half(sayDuration(event.halfLife, language))}; ${boundsOf(event, language)}.`);
  });
  return { heading: say.familiarity, lines };
};

/** The code by which forms send it: for the people who build them. */
const consent = ({ nurture }: AgreementTerms, language: Language): Section => {
  const say = words[language];
  return { heading: say.consent, lines: [entry(say.inForms, say.calledThere(nurture.consentPurpose))] };
};

const stages = (terms: AgreementTerms, language: Language): Section => {
  const say = words[language];
  const line = (name: Stage): string => {
    const { label, owner, limit } = terms.stages[name];
    const time = limit === undefined ? say.end : say.limit(sayDuration(limit, language));
    return entry(label[language], `${say.owner[owner]}${time}.`);
  };
  return { heading: say.stages, lines: StageSchema.options.map(line) };
};

const headings = { es: "Los segmentos, por orden", en: "The segments, in order" } as const satisfies Record<
  Language,
  string
>;

const explainSegments = ({ segments, fields }: AgreementTerms, language: Language): Section => ({
  heading: headings[language],
  lines: segments.map((each) => entry(each.label[language], `${sayTest(each, fields, language)}.`)),
});

const criteriaWords = {
  es: {
    criteria: "Cuándo se cumple cada criterio",
    number: (number: number, name: string) => `**Cliente ${number}. ${name}**`,
    mustHave: "imprescindible",
    asAbove: "como arriba",
    disqualifiers: "Cuándo un lead nunca es un MQL",
  },
  en: {
    criteria: "When each criterion is met",
    number: (number: number, name: string) => `**Buyer ${number}. ${name}**`,
    mustHave: "must-have",
    asAbove: "as above",
    disqualifiers: "When a lead is never an MQL",
  },
} as const;

/** Every criterion with its test in words; a test already listed under the same label is not repeated. */
export const explainCriteria = ({ personas, gate, fields }: AgreementTerms, language: Language): Section => {
  const say = criteriaWords[language];
  const said = new Set<string>();
  const criterion = (each: Criterion): string => {
    const { id, label, points } = each;
    const test = sayTest(each, fields, language);
    const must = gate.mustHaves.includes(id) ? `, ${say.mustHave}` : "";
    const rule = `${label[language]}: ${test}`;
    const text = said.has(rule) ? say.asAbove : test;
    said.add(rule);
    return `- **${label[language]}** (${signed(points, language)}${must}): ${text}.`;
  };
  const lines = personas.flatMap(({ name, criteria }, i) => [
    say.number(i + 1, name[language]),
    ...criteria.map(criterion),
  ]);
  return { heading: say.criteria, lines };
};

export const explainDisqualifiers = ({ gate, fields }: AgreementTerms, language: Language): Section => ({
  heading: criteriaWords[language].disqualifiers,
  lines: gate.disqualifiers.map((each) => entry(each.label[language], `${sayTest(each, fields, language)}.`)),
});
