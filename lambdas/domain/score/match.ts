import type { OwnField, Test } from "../../contract/agreement.ts";
import { type JobRole, type JobSeniority, seniorities } from "../../contract/job-title.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { assertNever } from "../assert-never.ts";
import { domainForPeople } from "../text/address-for-people.ts";
import { inBoth } from "../text/bilingual.ts";
import { codeName, quoted } from "../text/say-names.ts";
import { sayNumber } from "../text/say-number.ts";
import { alike, hasWords, patternOf } from "./alike.ts";
import { type LeadFact, ownField } from "./fact.ts";
import { type FactReading, jobTitleOf, readingOf, textOf } from "./job-title.ts";
import { atLeastRank, roleNames } from "./job-title-words.ts";
import { ownMatcherOf } from "./own-match.ts";

/** How a fact passes a test, as the end of a sentence that begins with the fact; `undefined` when it does not pass. */
export type Matcher = (reading: FactReading) => Bilingual | undefined;

/** A fact that is not known passes no test. */
export const matchOf = (
  test: Test,
  fact: LeadFact | undefined,
  field?: string,
  fields?: readonly OwnField[],
  today?: string,
): Bilingual | undefined => (fact === undefined ? undefined : matcherOf(test, field, fields)(readingOf(fact, today)));

/**
 * The prepared test: what follows from the agreement alone is computed once.
 * @param field what the test is made of; codes, of a country say, are then called by name
 * @param fields the agreement's own
 */
export const matcherOf = (test: Test, field?: string, fields?: readonly OwnField[]): Matcher => {
  const own = ownField(field, fields);
  const coded = isCoded(field) ? field : undefined;
  const matchers = own === undefined ? matchersOf[coded ?? "words"] : matchersOfOwn(own);
  const known = matchers.get(test);
  if (known !== undefined) return known;
  const ready = own === undefined || own.type === "text" ? madeReady(test, coded) : ofOwn(test, own);
  matchers.set(test, ready);
  return ready;
};

const ofOwn = (test: Test, own: OwnField): Matcher => {
  const matcher = ownMatcherOf(test, own);
  return ({ fact, today }) => matcher(fact, today);
};

const matchersOfOwn = (own: OwnField): WeakMap<Test, Matcher> => {
  const matchers = ownMatchers.get(own) ?? new WeakMap<Test, Matcher>();
  ownMatchers.set(own, matchers);
  return matchers;
};

const ownMatchers = new WeakMap<OwnField, WeakMap<Test, Matcher>>();

const matchersOf = {
  words: new WeakMap<Test, Matcher>(),
  country: new WeakMap<Test, Matcher>(),
  language: new WeakMap<Test, Matcher>(),
};

const madeReady = (test: Test, coded: Coded | undefined): Matcher => {
  if ("equals" in test) return among([test.equals], coded);
  if ("oneOf" in test) return among(test.oneOf, coded);
  if ("noneOf" in test) return noneOf(test.noneOf, coded);
  if ("contains" in test) return containing(test.contains);
  if ("matches" in test) return fitting(test.matches);
  if ("atLeast" in test) return inRange(test);
  // Of dates, which are fields of the agreement's own.
  if ("after" in test || "before" in test || "within" in test) return () => undefined;
  if ("exists" in test) return () => ({ es: "consta en los datos", en: "is on record" });
  if ("roles" in test) return inRoles(test.roles);
  if ("seniority" in test) return ofRank(test.seniority);
  return assertNever(test);
};

const agreesWith = (text: string): Bilingual => ({ es: `coincide con «${text}»`, en: `matches “${text}”` });

/** `«ES» es España` instead of `«ES» coincide con «ES»`. */
const isCalled = (name: Bilingual): Bilingual => ({ es: `es ${name.es}`, en: `is ${name.en}` });

/** A text of the agreement as facts have it: a domain may stand there in ASCII, too. */
const wanted = (text: string): string => alike(domainForPeople(text));

const among = (texts: readonly string[], coded: Coded | undefined): Matcher => {
  const sayOf = (text: string): Bilingual => {
    const name = codeNames(text, coded);
    return name === undefined ? agreesWith(text) : isCalled(name);
  };
  const says = new Map(texts.map((text) => [wanted(text), sayOf(text)]));
  return (reading) => says.get(textOf(reading));
};

const noneOf = (texts: readonly string[], coded: Coded | undefined): Matcher => {
  const named = new Set(texts.map(wanted));
  const says = { es: `no está entre ${someOf(texts, "es", coded)}`, en: `is not among ${someOf(texts, "en", coded)}` };
  return (reading) => (named.has(textOf(reading)) ? undefined : says);
};

/** The first few, and how many more: `«Comercio», «Farmacia», «Textil» y 4 más`; codes by their names. */
const someOf = (texts: readonly string[], language: "es" | "en", coded: Coded | undefined): string => {
  const shown = texts.slice(0, mostShown).map((text) => codeNames(text, coded)?.[language] ?? quoted(text, language));
  const others = texts.length - shown.length;
  const more = language === "es" ? ` y ${others} más` : ` and ${others} more`;
  return shown.join(", ") + (others > 0 ? more : "");
};

const mostShown = 3;

const containing = (texts: readonly string[]): Matcher => {
  const ready = texts.map((text) => ({ words: wanted(text), says: agreesWith(text) }));
  return (reading) => {
    const text = textOf(reading);
    return ready.find(({ words }) => hasWords(text, words))?.says;
  };
};

/** Words the match for readers who do not know regular expressions. */
const fitting = (pattern: string): Matcher => {
  const expression = patternOf(readable(pattern));
  return (reading) => {
    const found = expression.exec(textOf(reading))?.[0].trim();
    if (found === undefined) return undefined;
    return found === "" || found === textOf(reading)
      ? wholly
      : { es: `contiene «${found}»`, en: `contains “${found}”` };
  };
};

/** A domain that stands in ASCII in the pattern, as facts have it. */
const readable = (pattern: string): string =>
  pattern.includes("xn--")
    ? pattern.replace(/xn--[a-z0-9-]+/gi, (label) => domainForPeople(label.toLowerCase()))
    : pattern;

const wholly: Bilingual = { es: "cumple el patrón acordado", en: "matches the agreed pattern" };

const inRange = ({ atLeast, atMost }: { atLeast: number; atMost?: number | undefined }): Matcher => {
  const say = (figure: number) => inBoth((language) => sayNumber(figure, language, 2));
  const [least, most] = [say(atLeast), say(atMost ?? atLeast)];
  const says =
    atMost === undefined
      ? { es: `llega al mínimo de ${least.es}`, en: `reaches the minimum of ${least.en}` }
      : { es: `está entre ${least.es} y ${most.es}`, en: `is between ${least.en} and ${most.en}` };
  return ({ fact }) => {
    const figure = typeof fact === "number" ? fact : Number(fact);
    return figure >= atLeast && (atMost === undefined || figure <= atMost) ? says : undefined;
  };
};

const inRoles = (roles: readonly JobRole[]): Matcher => {
  const asked = new Set(roles);
  const says = new Map(roles.map((role) => [role, areasOf([role])]));
  return (reading) => {
    const named = jobTitleOf(reading).roles.filter((role) => asked.has(role));
    const [first] = named;
    if (first === undefined) return undefined;
    return named.length === 1 ? says.get(first) : areasOf(named);
  };
};

const areasOf = (roles: readonly JobRole[]): Bilingual => ({
  es: `es del área de ${listed(
    roles.map((role) => roleNames[role].es),
    " y ",
  )}`,
  en: `is in ${listed(
    roles.map((role) => roleNames[role].en),
    " and ",
  )}`,
});

const listed = (names: readonly string[], and: string): string =>
  [names.slice(0, -1).join(", "), ...names.slice(-1)].filter((part) => part !== "").join(and);

const ofRank = (least: JobSeniority): Matcher => {
  const { es, en } = atLeastRank[least];
  const says = { es: `tiene nivel de ${es}`, en: `is ${en}` };
  const enough = new Set<JobSeniority | undefined>(seniorities.slice(seniorities.indexOf(least)));
  return (reading) => (enough.has(jobTitleOf(reading).seniority) ? says : undefined);
};

/** Fields of a lead whose facts are codes, which readers know by a name. */
type Coded = "country" | "language";

const isCoded = (field: string | undefined): field is Coded => field === "country" || field === "language";

/** `ES` is España and Spain; `undefined` for what is no such code. */
const codeNames = (code: string, coded: Coded | undefined): Bilingual | undefined => {
  if (coded === undefined || !forms[coded].test(code)) return undefined;
  const type = coded === "country" ? "region" : "language";
  const [es, en] = [codeName(code, type, "es"), codeName(code, type, "en")];
  return es === undefined || en === undefined ? undefined : { es, en };
};

const forms = { country: /^[A-Z]{2}$/, language: /^[a-z]{2}$/ } as const;
