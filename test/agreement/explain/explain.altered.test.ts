import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { explainAnnex } from "../../../lambdas/agreement/explain/explain-annex.ts";
import { explainPage } from "../../../lambdas/agreement/explain/explain-page.ts";
import { AgreementSchema } from "../../../lambdas/contract/agreement.ts";
import { type Language, LanguageSchema } from "../../../lambdas/contract/stages.ts";
import { shipped } from "./altered.ts";

const ours: unknown = parse(shipped);
type Path = readonly string[];

const entriesOf = (part: unknown): [string, unknown][] =>
  typeof part === "object" && part !== null ? Object.entries(part) : [];

const leavesOf = (part: unknown, path: Path = []): Path[] =>
  typeof part === "object" && part !== null
    ? entriesOf(part).flatMap(([key, value]) => leavesOf(value, [...path, key]))
    : [path];

const swaps = new Map(
  [
    ["marketing", "sales"],
    ["manager", "director"],
    ["recycle", "disqualify"],
    ["once", "every-time"],
    ["qualified", "disqualified"],
    ["not-yet", "qualified"],
    ["awareness", "decision"],
    ["es", "en"],
    ["monday", "friday"],
    ["number", "money"],
    ["one-of", "many-of"],
    ["list", "lead"],
    ["lead", "hand-off"],
    ["EUR", "GBP"],
    ["USD", "CHF"],
  ].flatMap(([one = "", other = ""]): [string, string][] => [
    [one, other],
    [other, one],
  ]),
);

/** The same kind of thing, but another. */
const otherwise = (value: unknown): unknown => {
  if (typeof value === "number") return Number.isInteger(value) ? value + 1 : value / 2;
  if (typeof value === "boolean") return !value;
  if (typeof value !== "string") throw new Error(`not known how to alter ${value}`);
  if (/^(tues|wednes|thurs)day$/.test(value)) return "monday";
  if (value === "consideration") return "decision";
  if (/^\d\d:\d\d$/.test(value)) return value === "11:11" ? "12:12" : "11:11";
  if (/^\d\d:\d\d-\d\d:\d\d$/.test(value)) return "10:10-11:11";
  if (/^[A-Z]{2}$/.test(value)) return value === "DE" ? "FR" : "DE";
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return "2026-02-03";
  if (/^\d+ [a-z ]+$/.test(value)) return value.replace(/^\d+/, (amount) => String(Number(amount) + 2));
  return swaps.get(value) ?? `${value}x`;
};

const altered = (part: unknown, [key, ...rest]: Path, within = ""): unknown => {
  if (key === undefined) return within === "overflow" && part === "manager" ? "nobody" : otherwise(part);
  const alter = ([name, value]: [string, unknown]): [string, unknown] => [
    name,
    name === key ? altered(value, rest, rest.length === 0 ? within : key) : value,
  ];
  const entries = entriesOf(part).map(alter);
  return Array.isArray(part) ? entries.map(([, value]) => value) : Object.fromEntries(entries);
};

/** What no contract tells: ids and addresses, what is sent, and how the words of a test are to be found. */
const untold = [
  /^company,(sender|postalAddress|languages|sites)/,
  /^fields,\d+,called/,
  /,(id|kind|email|language|field|reassign)$/,
  /^nurture,content,\d+,(text|url|personas)/,
  /,test,(equals|oneOf|noneOf|contains|matches|exists|roles)/,
];
const onlyInTheAnnex = [
  /^nurture,consentPurpose$/,
  /^glossary/,
  /^fields/,
  /^industries/,
  /^sources/,
  /^nurture,(content|programmes)/,
  /^familiarity,\d+,(cap|capPerDay|counts|promise|sends)/,
  /^acknowledgement/,
  /^segments/,
  /^limits/,
  /^retention/,
  /^sla,sales,(lostReasons|approaches)/,
  /,programme$/,
  /^team,(linksLive|mailSettles|oldSignaturesUntil)/,
  /,attendees/,
  /,deputy$/,
  /^team,reps,\d+,(speaks|territories|segments|industries|timeZone|workingHours|holidays|absences|weight|starts|leaves)/,
  /,openAtMost$/,
  /^company,(timeZone|workingHours|holidays|personalMail)/,
];
/** A text in the other language is not told. */
const inOneLanguage = (path: Path, language: Language): boolean =>
  !LanguageSchema.options.some((other) => other !== language && path.at(-1) === other);

/** Of the entries of a list that have a term, the first and the last. */
const firstAndLast = (paths: readonly Path[]): Path[] => {
  const shapes = paths.map((path) => path.map((key) => key.replace(/^\d+$/, "#")).join());
  return paths.filter((_, at) => {
    const shape = shapes[at] ?? "";
    return shapes.indexOf(shape) === at || shapes.lastIndexOf(shape) === at;
  });
};

const fits = (path: Path, patterns: readonly RegExp[]): boolean => patterns.some((each) => each.test(path.join(",")));

/** What counts once is worth what its last time is worth, whatever the cap says. */
const capsOfOnce = (path: Path): boolean => {
  const event = AgreementSchema.parse(ours).familiarity[Number(path[1])];
  return path[0] === "familiarity" && path[2] === "cap" && event?.counts === "once";
};

const print = (terms: unknown, language: Language): { page: string; all: string } => {
  const agreement = {
    version: "abc123def456",
    holidays: [],
    holidaysOfReps: {},
    zones: {},
    terms: AgreementSchema.parse(terms),
  };
  const page = explainPage(agreement, language, "print the annex");
  return { page, all: `${page}${explainAnnex(agreement, language)}` };
};

describe.each(LanguageSchema.options)("a term that is agreed otherwise, in %s", (language) => {
  const paths = firstAndLast(
    leavesOf(ours).filter((path) => !fits(path, untold) && !capsOfOnce(path) && inOneLanguage(path, language)),
  );
  const before = print(ours, language);

  it("reads otherwise, on the page or in the annex", () => {
    expect(paths.length).toBeGreaterThan(200);
    const unseen = paths.filter((path) => {
      const after = print(altered(ours, path), language);
      return fits(path, onlyInTheAnnex) ? after.all === before.all : after.page === before.page;
    });
    expect(unseen.map((path) => path.join("."))).toEqual([]);
  });
});
