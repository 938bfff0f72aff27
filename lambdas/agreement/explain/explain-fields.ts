import type { AgreementTerms, OwnField } from "../../contract/agreement.ts";
import { defaultCurrency } from "../../contract/money.ts";
import type { Language } from "../../contract/stages.ts";
import { sayCurrency } from "../../domain/text/say-money.ts";
import { sayList } from "../../domain/text/say-names.ts";
import { entry, type Section } from "./explain-layout.ts";

const words = {
  es: {
    heading: "Lo que solo preguntan nuestros formularios",
    industries: "Sectores que se llaman por su nombre",
    also: "también escrito",
    types: {
      text: "un texto",
      number: "un número",
      money: "un importe",
      date: "una fecha",
      "yes-no": "sí o no",
      "one-of": "una de",
      "many-of": "una o varias de",
    },
    in: (currency: string) => ` en ${currency}`,
    shown: { lead: "en la ficha del lead", "hand-off": "en los correos a ventas", list: "en las listas" },
    isShown: (where: string) => `; se ve ${where}`,
    notShown: "; no se muestra",
  },
  en: {
    heading: "What only our forms ask for",
    industries: "Industries that go by a name",
    also: "also written",
    types: {
      text: "a text",
      number: "a number",
      money: "an amount",
      date: "a date",
      "yes-no": "yes or no",
      "one-of": "one of",
      "many-of": "one or several of",
    },
    in: (currency: string) => ` in ${currency}`,
    shown: { lead: "on the lead's page", "hand-off": "in the e-mails to sales", list: "in the lists" },
    isShown: (where: string) => `; shown ${where}`,
    notShown: "; not shown",
  },
} as const;

/** How people read an industry, and how forms may write it. */
export const explainIndustries = ({ industries = [] }: AgreementTerms, language: Language): Section => ({
  heading: words[language].industries,
  lines: industries.map(({ label, also = [] }) => {
    const other = language === "es" ? label.en : label.es;
    const written = [other, ...also].filter((text, i, all) => text !== label[language] && all.indexOf(text) === i);
    return written.length === 0
      ? `${label[language]}.`
      : entry(label[language], `${words[language].also} ${sayList(written, language)}.`);
  }),
});

/** The agreement's own fields, what a value of each is, and where people see it. */
export const explainFields = ({ fields = [] }: AgreementTerms, language: Language): Section => ({
  heading: words[language].heading,
  lines: fields.map((field) =>
    entry(field.label[language], `${sayType(field, language)}${sayShown(field, language)}.`),
  ),
});

const sayType = ({ type, options = [], currency = defaultCurrency }: OwnField, language: Language): string => {
  const labels = options.map(({ label }) => label[language]);
  const { types, in: inCurrency } = words[language];
  if (type === "money") return `${types.money}${inCurrency(sayCurrency(currency, language))}`;
  return labels.length === 0 ? types[type] : `${types[type]}: ${sayList(labels, language, "or")}`;
};

const sayShown = ({ shown }: OwnField, language: Language): string => {
  const say = words[language];
  const places = shown.map((place) => say.shown[place]);
  return places.length === 0 ? say.notShown : say.isShown(sayList(places, language));
};
