import { learningOf } from "../../contract/agreed-limits.ts";
import type { AgreementTerms } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import { sayList } from "../../domain/text/say-names.ts";
import { sayShare } from "../../domain/text/say-number.ts";
import { entry, type Section } from "./explain-layout.ts";
import { sayField } from "./explain-test.ts";

const words = {
  es: {
    heading: "Qué se puede proponer a partir de los resultados",
    most: "Criterios por cliente ideal",
    mostAre: (most: number) => `${most} como mucho, para que se puedan leer.`,
    loss: "Lo que puede perder un cliente ideal o un origen",
    lossIs: (share: string) => `el ${share} de sus MQL como mucho.`,
    after: "No se aprende de",
    afterIs: (fields: string) => `${fields}, que solo se saben tras hablar con ventas.`,
  },
  en: {
    heading: "What may be proposed from outcomes",
    most: "Criteria per persona",
    mostAre: (most: number) => `${most} at most, so that they can be read.`,
    loss: "What a persona or a source may lose",
    lossIs: (share: string) => `${share} of its MQLs at most.`,
    after: "Nothing is learnt from",
    afterIs: (fields: string) => `${fields}, known only after sales has spoken.`,
  },
} as const;

export const explainLearning = (terms: AgreementTerms, language: Language): Section => {
  const say = words[language];
  const { mostCriteria, mostLoss, afterSales } = learningOf(terms);
  const names = afterSales.map(
    (field) => sayField(field, language) ?? terms.fields?.find(({ id }) => id === field)?.label[language] ?? field,
  );
  return {
    heading: say.heading,
    lines: [
      entry(say.most, say.mostAre(mostCriteria)),
      entry(say.loss, say.lossIs(sayShare(mostLoss, language))),
      ...(names.length === 0 ? [] : [entry(say.after, say.afterIs(sayList(names, language, "and")))]),
    ],
  };
};
