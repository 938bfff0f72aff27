import { safeRegex } from "safe-regex2";
import {
  type AgreementTerms,
  type LeadField,
  LeadFieldSchema,
  type OwnField,
  type Test,
} from "../../contract/agreement.ts";
import { LanguageSchema } from "../../contract/stages.ts";
import { assertNever } from "../../domain/assert-never.ts";
import { checkKnown, checkUnique, type Finding, type Path } from "../problem.ts";
import { checkOwnTest } from "./check-fields.ts";

/** Criteria and disqualifiers must be able to match something. */
export const checkPersonas = ({ personas, gate, fields }: AgreementTerms): Finding[] => [
  ...checkUnique(
    ["personas"],
    personas.map(({ id }) => id),
    "id",
  ),
  ...personas.flatMap(({ criteria }, i) => [
    ...checkUnique(
      ["personas", i, "criteria"],
      criteria.map(({ id }) => id),
      "id",
    ),
    ...criteria.flatMap((criterion, j) => checkTest(["personas", i, "criteria", j], criterion, fields)),
  ]),
  ...checkUnique(
    ["gate", "disqualifiers"],
    gate.disqualifiers.map(({ id }) => id),
    "id",
  ),
  ...gate.disqualifiers.flatMap((disqualifier, i) => checkTest(["gate", "disqualifiers", i], disqualifier, fields)),
];

interface Looked {
  readonly field: string;
  readonly test: Test;
}

/** A test that no lead could pass, because of the form in which the field is stored, is a mistake. */
const checkTest = (path: Path, { field, test }: Looked, fields: readonly OwnField[] = []): Finding[] => {
  const builtIn = LeadFieldSchema.safeParse(field).data;
  const own = fields.find(({ id }) => id === field);
  const known = [...LeadFieldSchema.options, ...fields.map(({ id }) => id)];
  return [
    ...("matches" in test ? checkPattern([...path, "test", "matches"], test.matches) : []),
    ...checkKnown([...path, "field"], field, "field", known),
    ...(builtIn === undefined ? [] : checkBuiltIn([...path, "test"], builtIn, test)),
    ...(own === undefined ? [] : checkOwnTest([...path, "test"], own, test)),
  ];
};

const checkBuiltIn = (path: Path, field: LeadField, test: Test): Finding[] => [
  ...checkReading(path, field, test),
  ...("atLeast" in test ? checkRange(path, field, test) : []),
  ...checkTexts(path, field, test),
];

/** Only job titles are classified by area and rank. A number has neither words nor a pattern. */
const checkReading = (path: Path, field: LeadField, test: Test): Finding[] => {
  const reading = ["roles", "seniority"].find((key) => key in test);
  if (reading !== undefined && field !== "jobTitle")
    return [{ path: [...path, reading], message: `${reading} works on job titles only; expected field: jobTitle` }];
  const ofDates = ["after", "before", "within"].find((key) => key in test);
  if (ofDates !== undefined)
    return [{ path: [...path, ofDates], message: `${ofDates} works on dates only; expected a field of type: date` }];
  if (field === "companySize" && ("contains" in test || "matches" in test))
    return [{ path, message: "companySize is a number; expected atLeast (with atMost), or exists" }];
  return [];
};

const checkRange = (
  path: Path,
  field: LeadField,
  { atLeast, atMost = atLeast }: Extract<Test, { atLeast: number }>,
): Finding[] => {
  if (field !== "companySize")
    return [{ path: [...path, "atLeast"], message: `${field} is text; expected equals, oneOf, contains or exists` }];
  if (atMost < atLeast)
    return [{ path: [...path, "atMost"], message: `found ${atMost}; expected at least atLeast, which is ${atLeast}` }];
  return [];
};

const checkTexts = (path: Path, field: LeadField, test: Test): Finding[] => {
  const texts = textsOf(test);
  const rule = kept[field];
  return rule === undefined || texts.every(rule.fits) ? [] : [{ path, message: rule.message }];
};

const textsOf = (test: Test): readonly string[] => {
  if ("equals" in test) return [test.equals];
  if ("oneOf" in test) return test.oneOf;
  if ("noneOf" in test) return test.noneOf;
  if ("contains" in test) return test.contains;
  if ("after" in test || "before" in test || "within" in test) return [];
  if ("matches" in test || "atLeast" in test || "exists" in test || "roles" in test || "seniority" in test) return [];
  return assertNever(test);
};

/** `UK` and the like are assigned to nobody: a lead's country never becomes one of them. */
export const isCountry = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) && countryNames.of(code) !== undefined && new Intl.Locale(`und-${code}`).region === code;

const countryNames = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

/** What follows the @ of an address. */
export const isDomain = (text: string): boolean => !/[@\s/]/.test(text);

interface Keeping {
  readonly fits: (text: string) => boolean;
  readonly message: string;
}

/** The fields that are stored in one form, however the lead wrote them. */
const kept: Partial<Record<LeadField, Keeping>> = {
  country: {
    fits: isCountry,
    message: "a lead's country is stored as a code; expected ISO 3166-1 codes such as ES",
  },
  language: {
    fits: (text) => LanguageSchema.safeParse(text).success,
    message: `a lead's language is stored as a code; expected one of: ${LanguageSchema.options.join(", ")}`,
  },
  emailDomain: {
    fits: isDomain,
    message: "the field is what follows the @; expected domains such as example.com",
  },
};

/**
 * The regular expression must be valid and must not take exponential time: it is matched against a lead's own words,
 * which somebody could choose to stop the scorer.
 */
const checkPattern = (path: Path, pattern: string): Finding[] => {
  const compiled = compile(pattern);
  if (compiled instanceof Error)
    return [{ path, message: `${compiled.message}; expected a regular expression such as \`\\b(erp|sap)\\b\`` }];
  if (!safeRegex(compiled))
    return [
      {
        path,
        message: `"${pattern}" can take extremely long on some texts; expected no repetition inside a repetition, such as (a+)+`,
      },
    ];
  return [];
};

const compile = (pattern: string): RegExp | Error => {
  try {
    return new RegExp(withoutAccents(pattern), "iu");
  } catch (cause) {
    return cause instanceof Error ? cause : new Error(String(cause), { cause });
  }
};

/** As the scorer compiles it: accents count neither in the pattern nor in the fact. */
const withoutAccents = (pattern: string): string => pattern.normalize("NFD").replace(/\p{M}/gu, "");

/** A segment must be able to have leads, and a deadline by segment must name a segment that exists. */
export const checkSegments = ({ segments, sla, fields }: AgreementTerms): Finding[] => {
  const known = segments.map(({ id }) => id);
  const promised = sla.sales.followUpOf.map(({ segment }) => segment);
  const path = ["sla", "sales", "followUpOf"];
  return [
    ...checkUnique(["segments"], known, "id"),
    ...segments.flatMap((segment, i) => checkTest(["segments", i], segment, fields)),
    ...promised.flatMap((id, i) => checkKnown([...path, i, "segment"], id, "segment", known)),
    ...checkUnique(path, promised, "segment"),
  ];
};

/** What nothing is learnt from is a field that there is. */
export const checkLearning = ({ learning, fields = [] }: AgreementTerms): Finding[] => {
  const known = [...LeadFieldSchema.options, ...fields.map(({ id }) => id)];
  const path = ["learning", "afterSales"];
  const named = learning?.afterSales ?? [];
  return [...checkUnique(path, named), ...named.flatMap((id, i) => checkKnown([...path, i], id, "field", known))];
};

/** A piece of content for some leads only must be for leads that there can be. */
export const checkContentTests = ({ nurture, fields }: AgreementTerms): Finding[] =>
  nurture.content.flatMap(({ when }, i) =>
    when === undefined ? [] : checkTest(["nurture", "content", i, "when"], when, fields),
  );
