import type { AgreementTerms, Approach, Content } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import { plural } from "../../domain/text/plural.ts";
import { quoted, sayList } from "../../domain/text/say-names.ts";
import { entry, type Section } from "./explain-layout.ts";
import { sayTest } from "./explain-test.ts";

const words = {
  es: {
    heading: "Lo que ayuda a vender",
    lost: "Motivos por los que se pierde una venta",
    programme: (label: string, reasons: string) =>
      `Qué se envía primero, como ${label}, a los leads que vuelven${reasons === "" ? "" : ` por ${reasons}`}`,
    promise: (event: string) => `Qué se promete con ${event}`,
    approach: (to: string) => `Cómo abordar ${to}`,
    all: "a cualquier lead",
    buyers: (numbers: readonly string[], list: string) =>
      `${plural(numbers.length, "es", { one: "al cliente", other: "a los clientes" })} ${list}`,
    because: (reasons: string) => `tras ${reasons}`,
  },
  en: {
    heading: "What helps sales",
    lost: "Why deals are lost",
    programme: (label: string, reasons: string) =>
      `What is sent first, as ${label}, to leads who come back${reasons === "" ? "" : ` after ${reasons}`}`,
    promise: (event: string) => `What is promised with ${event}`,
    approach: (to: string) => `How to approach ${to}`,
    all: "any lead",
    buyers: (numbers: readonly string[], list: string) =>
      `${plural(numbers.length, "en", { one: "buyer", other: "buyers" })} ${list}`,
    because: (reasons: string) => `after ${reasons}`,
  },
} as const;

/** What is promised, how a lead is approached, what is sent to those who come back, and why others are lost. */
export const explainSelling = (terms: AgreementTerms, language: Language): Section => {
  const say = words[language];
  const lost = terms.sla.sales.lostReasons.map(({ label }) => quoted(label[language], language));
  return {
    heading: say.heading,
    lines: [
      ...promises(terms, language),
      ...terms.sla.sales.approaches.map((each) =>
        entry(say.approach(sayTarget(each, terms, language)), each.text[language]),
      ),
      ...programmes(terms, language),
      entry(say.lost, `${sayList(lost, language, "or")}.`),
    ],
  };
};

const promises = ({ familiarity }: AgreementTerms, language: Language): string[] =>
  familiarity.flatMap(({ label, promise }) =>
    promise === undefined
      ? []
      : [entry(words[language].promise(quoted(label[language], language)), `${promise[language]}.`)],
  );

const programmes = ({ nurture, sla }: AgreementTerms, language: Language): string[] => {
  const titleOf = (id: string): string => nurture.content.find((each) => each.id === id)?.title[language] ?? id;
  return nurture.programmes.map(({ id, label, content }) => {
    const reasons = sla.sales.rejectReasons.filter(({ programme }) => programme === id);
    const because = reasons.map((reason) => quoted(reason.label[language], language));
    const name = words[language].programme(quoted(label[language], language), sayList(because, language, "or"));
    return entry(name, `${content.map((piece) => quoted(titleOf(piece), language)).join("; ")}.`);
  });
};

/** Who an approach is for: buyers by their numbers, and what they did or why they came back. */
const sayTarget = ({ personas = [], reasons = [] }: Approach, terms: AgreementTerms, language: Language): string => {
  const say = words[language];
  const numbers = personas.map((id) => {
    const i = terms.personas.findIndex((each) => each.id === id);
    return i < 0 ? id : String(i + 1);
  });
  const labels = reasons.map((id) => quoted(labelOfReason(id, terms, language), language));
  const buyers = numbers.length === 0 ? say.all : say.buyers(numbers, sayList(numbers, language, "or"));
  return labels.length === 0 ? buyers : `${buyers}, ${say.because(sayList(labels, language, "or"))}`;
};

const labelOfReason = (id: string, { familiarity, sla }: AgreementTerms, language: Language): string =>
  (familiarity.find(({ kind }) => kind === id) ?? sla.sales.rejectReasons.find((reason) => reason.id === id))?.label[
    language
  ] ?? id;

const contentWords = {
  es: {
    heading: "Qué se envía a los leads que todavía no están listos",
    phases: { awareness: "Para descubrir", consideration: "Para comparar", decision: "Para decidir" },
    for: (count: number, numbers: string) =>
      ` (${plural(count, "es", { one: "cliente", other: "clientes" })} ${numbers})`,
    when: (test: string) => `, solo si ${test}`,
  },
  en: {
    heading: "What is sent to leads who are not ready yet",
    phases: { awareness: "To discover", consideration: "To compare", decision: "To decide" },
    for: (count: number, numbers: string) => ` (${plural(count, "en", { one: "buyer", other: "buyers" })} ${numbers})`,
    when: (test: string) => `, only if ${test}`,
  },
} as const;

const phases = ["awareness", "consideration", "decision"] as const satisfies readonly Content["phase"][];

/** The pieces of content by phase, with the buyers that each is written for. */
export const explainContent = ({ nurture, personas, fields }: AgreementTerms, language: Language): Section => {
  const say = contentWords[language];
  const piece = ({ title, personas: meant = [], when }: Content): string => {
    const numbers = personas.flatMap(({ id }, i) => (meant.includes(id) ? [String(i + 1)] : []));
    const readers = numbers.length === 0 ? "" : say.for(numbers.length, sayList(numbers, language));
    const only = when === undefined ? "" : say.when(sayTest(when, fields, language));
    return `${quoted(title[language], language)}${readers}${only}`;
  };
  const lines = phases.flatMap((phase) => {
    const pieces = nurture.content.filter((each) => each.phase === phase).map(piece);
    return pieces.length === 0 ? [] : [entry(say.phases[phase], `${pieces.join("; ")}.`)];
  });
  return { heading: say.heading, lines };
};
