import { describe, expect, it } from "vitest";
import { wordsShown } from "../../../lambdas/agreement/check/check-company.ts";
import { altered, isFound, lineOf, loadText, type Mistake, problemsOf, shipped } from "../explain/altered.ts";

/** The criterion `mid-sized` of the first persona with another field and test. */
const looking = (field: string, test: string, problem: string): Mistake => [
  "field: companySize\n        test: { atLeast: 50, atMost: 999 }",
  `field: ${field}\n        test: { ${test} }`,
  `test: { ${test} }`,
  `personas[0].criteria[2].test${problem}`,
];

describe("a criterion that no lead could meet", () => {
  it.each<Mistake>([
    looking("company", "roles: [logistics]", ".roles: roles works on job titles only; expected field: jobTitle"),
    looking(
      "interest",
      "seniority: executive",
      ".seniority: seniority works on job titles only; expected field: jobTitle",
    ),
    looking("jobTitle", "roles: [warehousing]", '.roles[0]: found "warehousing"; expected one of: general-management,'),
    looking("jobTitle", "seniority: boss", '.seniority: found "boss"; expected one of: student, specialist, manager,'),
    looking("companySize", 'matches: "1.*"', ": companySize is a number; expected atLeast (with atMost), or exists"),
    looking("companySize", "contains: [big]", ": companySize is a number; expected atLeast (with atMost), or exists"),
    looking("country", "noneOf: [ES, Francia]", ": a lead's country is stored as a code; expected ISO 3166-1 codes"),
    looking("country", "oneOf: [UK]", ": a lead's country is stored as a code; expected ISO 3166-1 codes"),
    looking("language", "equals: català", ": a lead's language is stored as a code; expected one of: es, en"),
    looking("emailDomain", "oneOf: ['@gmail.com']", ": the field is what follows the @; expected domains such as"),
    looking("company", 'matches: "(sons"', ".matches: Invalid regular expression: /(sons/"),
    looking(
      "company",
      'matches: "(a+)+b"',
      '.matches: "(a+)+b" can take extremely long on some texts; expected no repetition',
    ),
  ])("%j -> %j", isFound);

  it.each([
    ["jobTitle", "roles: [logistics, finance]"],
    ["jobTitle", 'matches: "\\\\bc[a-z]o\\\\b"'],
    ["country", "noneOf: [GB, ES]"],
    ["country", 'matches: "^(es|pt)$"'],
    ["company", 'matches: "jam[oó]n|peña"'],
    ["language", "equals: en"],
    ["companySize", "exists: true"],
  ])("but not this one: %s, %s", (field, test) => {
    const [passage, otherwise] = looking(field, test, "");
    expect(problemsOf(loadText(altered(passage, otherwise)))).toEqual([]);
  });

  it("is none to learn nothing from, when there is no such field", () => {
    isFound(
      "# Counted from the end",
      "learning: { afterSales: [warehouses, budget] }\n# Counted from the end",
      "learning:",
      'learning.afterSales[1]: "budget" is not the id of a field; expected one of: jobTitle,',
    );
  });

  it("is found among the disqualifiers too", () => {
    isFound(
      "noneOf: [ES, PT,",
      "noneOf: [España, PT,",
      "noneOf: [España",
      "gate.disqualifiers[3].test: a lead's country",
    );
  });
});

describe("personas and the gate", () => {
  const ownersMustHave = /( {6}- id: )decides(\n(?:(?! {6}- id).*\n)+ {6}- id: runs-the-company)/;

  it.each<Mistake>([
    [
      "  - id: budget\n",
      "  - id: operations\n",
      "- id: operations\n    name:\n      es: Dirección financiera",
      'personas[1].id: "operations" is listed already; expected each entry once',
    ],
    [
      "mustHaves: [decides]",
      "mustHaves: [operations]",
      "mustHaves:",
      'gate.mustHaves[0]: "operations" is not a criterion of "budget"; expected a criterion with this id in every persona',
    ],
    [
      "{ kind: demo-requested, within",
      "{ kind: demo-wanted, within",
      "kind: demo-wanted",
      'gate.fastLane[0].kind: "demo-wanted" is not the id of a kind of event; expected one of: form-submitted,',
    ],
    [
      "within: 7 days }",
      "within: 0 days }",
      "within: 0 days",
      'gate.fastLane[0].within: found "0 days"; expected more than zero',
    ],
    [
      "within: 7 days }",
      "within: 2 working days }",
      "within: 2",
      'gate.fastLane[0].within: found "2 working days"; expected a length of time without working units',
    ],
    [
      "    - { kind: demo-requested, within: 7 days }\n",
      "    - { kind: demo-requested, within: 7 days }\n    - { kind: demo-requested, within: 9 days }\n",
      "within: 9 days",
      'gate.fastLane[1].kind: "demo-requested" is listed already',
    ],
    ["fit: [75, 50]", "fit: [50, 75]", "fit: [", "grades.fit[1]: found 75; expected less than the previous grade, 50"],
    [
      "fit: [75, 50]",
      "fit: [110, 50]",
      "fit: [",
      "grades.fit[0]: found 110; expected at most 100, the most that a lead",
    ],
    [
      "familiarity: [60, 40]",
      "familiarity: [60, 60]",
      "familiarity: [60",
      "grades.familiarity[1]: found 60; expected less than the previous grade, 60",
    ],
  ])("%j -> %j", isFound);

  it("each persona has every must-have", () => {
    const text = shipped.replace(ownersMustHave, "$1may-decide$2");
    expect(problemsOf(loadText(text))).toEqual([
      expect.stringContaining(
        `${lineOf(text, "mustHaves:")} gate.mustHaves[0]: "decides" is not a criterion of "owner"`,
      ),
    ]);
  });

  it("the persona with the fewest points can still pass", () => {
    const text = shipped
      .replace(/(runs-the-company[\s\S]*?points: )20/, "$1-20")
      .replace("leastFit: 50", "leastFit: 81");
    expect(problemsOf(loadText(text))).toEqual([
      expect.stringContaining('found 81; expected at most 80, the total positive points of "owner"'),
    ]);
  });
});

describe("familiarity", () => {
  const visits = "halfLife: 14 days\n    cap: 30\n    capPerDay: 15";
  const seen = (terms: string, at: string, problem: string): Mistake => [
    visits,
    `halfLife: 14 days\n    ${terms}`,
    at,
    `familiarity[6].${problem}`,
  ];

  it.each<Mistake>([
    seen("cap: 30\n    capPerDay: 31", "capPerDay: 31", "capPerDay: found 31; expected at most the cap, which is 30"),
    seen("cap: 30\n    capPerDay: 14", "capPerDay: 14", "capPerDay: found 14; expected at least 15, the points of one"),
    seen("cap: 13", "cap: 13", "cap: found 13; expected at least 15, the points of one event"),
    seen(
      "cap: 30\n    capPerDay: 15\n    counts: once",
      "capPerDay: 15\n    counts",
      "capPerDay: capPerDay has no effect",
    ),
    seen("cap: 30\n    counts: twice", "counts: twice", 'counts: found "twice"; expected one of: every-time, once'),
  ])("%j -> %j", isFound);

  it("what counts once brings its points once, however large its cap", () => {
    const once = altered("cap: 40\n    counts: once", "cap: 100\n    counts: once");
    const text = once.replace("leastFamiliarity: 40", "leastFamiliarity: 330");
    expect(problemsOf(loadText(text))).toEqual([expect.stringContaining("found 330; expected at most 329")]);
  });
});

describe("nurture", () => {
  it.each<Mistake>([
    [
      "personas: [owner]",
      "personas: [owners]",
      "personas: [owners]",
      'nurture.content[1].personas[0]: "owners" is not the id of a persona; expected one of: operations, budget, owner',
    ],
    [
      "personas: [owner]",
      "personas: [owner, owner]",
      "personas: [owner, owner]",
      'nurture.content[1].personas[1]: "owner" is listed already',
    ],
    [
      "personas: [owner]",
      "personas: []",
      "personas: []",
      "nurture.content[1].personas: found a list of 0; expected a list",
    ],
    [
      "    days: [monday,",
      "    days: [monday, monday,",
      "days: [monday",
      'nurture.sending.days[1]: "monday" is listed already',
    ],
    [
      "    days: [monday,",
      "    days: [lunes,",
      "days: [lunes",
      'nurture.sending.days[0]: found "lunes"; expected one of:',
    ],
    [
      'from: "20:00", to: "08:30"',
      'from: "08:30", to: "08:30"',
      "quietHours:",
      "nurture.sending.quietHours: they start and end at 08:30; expected two different times, or no quietHours",
    ],
    [
      'from: "20:00", to: "08:30"',
      'from: "09:00", to: "08:30"',
      "quietHours:",
      "nurture.sending.quietHours: they leave 30 minutes of the day for sending; expected at least 60",
    ],
    [
      'from: "20:00", to: "08:30"',
      'from: "00:10", to: "23:50"',
      "quietHours:",
      "nurture.sending.quietHours: they leave 20 minutes of the day for sending; expected at least 60",
    ],
    [
      'from: "20:00", to: "08:30"',
      'from: "8pm", to: "08:30"',
      "from: ",
      'nurture.sending.quietHours.from: found "8pm"; expected a time such as 09:30',
    ],
  ])("%j -> %j", isFound);

  it("quiet hours at noon are quiet hours", () => {
    expect(problemsOf(loadText(altered('from: "20:00", to: "08:30"', 'from: "14:00", to: "16:00"')))).toEqual([]);
  });

  it("has something for every persona", () => {
    const text = shipped
      .replaceAll(/(phase: \w+\n)( {6}title)/g, "$1      personas: [operations]\n$2")
      .replaceAll(/personas: \[.*owner\]/g, "personas: [operations]");
    expect(problemsOf(loadText(text))).toEqual([
      `${lineOf(text, "  content:\n")} nurture.content: there is nothing to send to "owner"; expected a piece for each persona, or one without personas; without \`when\``,
    ]);
  });
});

describe("the glossary", () => {
  it.each<Mistake>([
    ["  - id: sal\n", "  - id: mql\n", "- id: mql\n    term: { es: SAL", 'glossary[8].id: "mql" is listed already'],
    ["en: SAL }", "en: mql }", "en: mql }", 'glossary[8].term: "mql" is listed already'],
  ])("%j -> %j", isFound);

  it.each(wordsShown)("explains %s", (word) => {
    const text = altered(`  - id: ${word}\n`, `  - id: other-${word}\n`);
    expect(problemsOf(loadText(text))).toEqual([
      `${lineOf(text, "glossary:")} glossary: "${word}" is missing; expected an entry with this id, because the product shows the word`,
    ]);
  });
});
