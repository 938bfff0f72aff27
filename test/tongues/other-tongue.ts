/** What must not stand in a text for people of one language: codes of ours, and the words of the other one. */

import { type Agreement, LeadFieldSchema } from "../../lambdas/contract/agreement.ts";
import { waysByHand, waysOfConsent } from "../../lambdas/contract/by-hand.ts";
import { keptBecause, rowRefusals } from "../../lambdas/contract/imports.ts";
import { JobRoleSchema } from "../../lambdas/contract/job-title.ts";
import { type Bilingual, DepartmentSchema, type Language, StageSchema } from "../../lambdas/contract/stages.ts";
import { mediumLabel, sourceLabel } from "../../lambdas/domain/metrics/source-label.ts";

/** The same view for a reader of each language: what a reader sees of it, piece by piece. */
export type InBoth = Readonly<Record<Language, readonly string[]>>;

export interface Tongues {
  /** What is wrong with what readers see; `typed` is what people wrote, and names. */
  readonly wrongIn: (seen: InBoth, typed: readonly string[]) => string[];
}

const languages = ["es", "en"] as const;

/** @param agreement all of whose texts and codes count */
export const tonguesOf = ({ terms }: Agreement): Tongues => {
  const pairs = [...pairsIn(terms), ...vocabulary];
  const codes = new Set([...codesIn(terms), ...ourCodes]);
  const own = { es: wordsOf(pairs, "es"), en: wordsOf(pairs, "en") };
  const forbidden = {
    es: forbiddenIn("es", pairs, codes, own.es),
    en: forbiddenIn("en", pairs, codes, own.en),
  };
  const isSame = (part: string) =>
    shared.has(part.toLowerCase()) || pairs.some(({ es, en }) => es.includes(part) && en.includes(part));
  const names = namesIn(terms);
  const tested = testedIn(terms);
  return {
    wrongIn: (seen, typed) => {
      const exempt = exemption([...typed, ...names], tested);
      const clean = { es: seen.es.map(exempt), en: seen.en.map(exempt) };
      const wrong = languages.flatMap((language) => {
        const { anywhere, alone } = forbidden[language];
        return clean[language].flatMap((piece) =>
          [
            ...[...piece.matchAll(anywhere)].map(([found]) => found),
            ...partsOf(piece).filter((part) => alone.has(part)),
          ].map((found) => `${language}: “${found}” in “${beginningOf(piece)}”`),
        );
      });
      const inSpanish = new Set(clean.es.flatMap(partsOf));
      const alike = clean.en.flatMap(partsOf).filter((part) => inSpanish.has(part) && isWords(part) && !isSame(part));
      return [...new Set([...wrong, ...alike.map((part) => `es and en: “${part}”`)])];
    },
  };
};

/** All texts of an agreement that it has in both languages. */
const pairsIn = (value: unknown): Bilingual[] => {
  if (Array.isArray(value)) return value.flatMap(pairsIn);
  if (typeof value !== "object" || value === null) return [];
  const { es, en } = Object(value);
  return typeof es === "string" && typeof en === "string" ? [{ es, en }] : Object.values(value).flatMap(pairsIn);
};

/** Keys of the agreement under which codes stand. */
const codeKeys = new Set(
  "id kind field origin consentPurpose phase programme sends interest mustHaves personas reasons content segment segments".split(
    " ",
  ),
);

/** The words and patterns of the agreement's tests: a reason quotes the one that matched, as forms write it. */
const testedIn = (value: unknown, isTest = false): string[] => {
  if (typeof value === "string") return isTest ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => testedIn(each, isTest || key === "test"));
};

const codesIn = (value: unknown, under = ""): string[] => {
  if (typeof value === "string") return codeKeys.has(under) && /^[a-z][\w-]*$/.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((each) => codesIn(each, under));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => (key === "team" ? [] : codesIn(each, key)));
};

const sources = [...waysByHand, "direct", "list", "web-form", "newsletter", "email", "organic", "referral", "other"];
const media = ["organic", "referral", "social", "paid-social", "cpc", "display", "print", "event", "qr"];
const brands = ["google", "google-ads", "bing", "linkedin", "facebook", "instagram", "meta", "youtube"];
const vocabulary = [...[...sources, ...brands].map((source) => sourceLabel(source)), ...media.map(mediumLabel)];

const ourCodes: readonly string[] = [
  ...StageSchema.options,
  ...DepartmentSchema.options,
  ...LeadFieldSchema.options,
  ...JobRoleSchema.options,
  ...waysOfConsent,
  ...rowRefusals,
  ...keptBecause,
  ...sources,
  ...media,
];

const wordsOf = (pairs: readonly Bilingual[], language: Language): string =>
  ` ${pairs.map((pair) => spaced(pair[language])).join(" | ")} `;

/** Words with one space around each: `e-mail` is one. */
const spaced = (text: string): string =>
  text
    .toLowerCase()
    .match(/[\p{L}\p{N}-]+/gu)
    ?.join(" ") ?? "";

const forbiddenIn = (language: Language, pairs: readonly Bilingual[], codes: ReadonlySet<string>, own: string) => {
  const isOwn = (text: string) => own.includes(` ${spaced(text)} `);
  const others = pairs.map((pair) => pair[language === "es" ? "en" : "es"]).filter((text) => !isOwn(text));
  const raw = [...codes].filter((code) => !isOwn(code));
  // Such a one may be a word of a sentence: it is a code where it stands for itself.
  const isPlain = (code: string) => /^[a-z]+$/.test(code);
  const all = [...others, ...raw.filter((code) => !isPlain(code))];
  return {
    anywhere: new RegExp(`(?<![\\p{L}\\p{N}_./-])(?:${all.map(escaped).join("|")})(?![\\p{L}\\p{N}_/-])`, "gu"),
    // English has most of them as words; there the code on the Spanish page gives it away.
    alone: new Set(language === "es" ? raw.filter(isPlain) : []),
  };
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Colleagues, companies and addresses go by their names in every language. */
const namesIn = ({ company, team, glossary }: Agreement["terms"]): string[] => {
  const people = [team.director, team.marketing, ...team.managers, ...team.reps].map(({ name }) => name);
  const first = people.map((name) => name.split(" ")[0] ?? "");
  return [
    company.postalAddress,
    company.name,
    ...people,
    ...first,
    ...glossary.filter(({ term }) => term.es === term.en).map(({ term }) => term.en),
  ];
};

/** Addresses of pages and mailboxes, and what people wrote, leave a gap. */
const exemption = (typed: readonly string[], tested: readonly string[]) => {
  const sorted = [...new Set(typed.filter((text) => text.length > 1))].sort((one, other) => other.length - one.length);
  const all = new RegExp(
    [
      "https?://\\S+",
      "[\\w.+-]+@[\\w.-]+\\w",
      "[\\w-]+\\.example",
      "npm run .*",
      `[«“](?:${tested.map(escaped).join("|")})[»”]`,
      ...sorted.map((text) => `(?<![\\p{L}\\p{N}])${escaped(text)}(?![\\p{L}\\p{N}])`),
    ].join("|"),
    "gu",
  );
  return (text: string): string => text.replace(all, "§").replace(/\s+/g, " ").trim();
};

const beginningOf = (piece: string): string => (piece.length > 120 ? `${piece.slice(0, 120)}…` : piece);

/** What stands by itself in a piece: a value after its label, one of a list. */
function partsOf(piece: string): string[] {
  return piece
    .split(/: |:$|, |; | · | → | \/ |\. |\.$|[()«»“”"§•\n]/)
    .map((part) => part.replace(/^[-> ]+/, "").trim())
    .filter((part) => part !== "");
}

/** Figures, grades and abbreviations (A1, 12 %, MQL) are the same in both. */
const isWords = (part: string): boolean => /\p{Ll}{2}/u.test(part);

/** Countries and currencies that both languages call by one name. */
function namedAlike(type: "region" | "currency", codes: readonly string[]): string[] {
  const namesIn = (...locales: readonly string[]) =>
    locales.flatMap((locale) =>
      (["long", "short"] as const).flatMap((style) => {
        const names = new Intl.DisplayNames(locale, { type, style, fallback: "none" });
        return codes.flatMap((code) => partsOf((names.of(code) ?? "").toLowerCase()));
      }),
    );
  const inEnglish = new Set(namesIn("en", "en-GB"));
  return namesIn("es", "es-ES").filter((name) => inEnglish.has(name));
}
function letterPairs(): string[] {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  return letters.flatMap((one) => letters.map((other) => `${one}${other}`));
}

/** Words that both languages write alike. */
const shared: ReadonlySet<string> = new Set([
  ...["no", "total", "mql", "mqls", "marketing", "lead", "leads", "pipeline", "error", "windows"],
  ...namedAlike("currency", ["EUR", "USD", "GBP"]),
  ...namedAlike("region", letterPairs()),
]);
