import path from "node:path";
import { describe, expect, it } from "vitest";
import { formatProblems, loadAgreement } from "../../../lambdas/agreement/load-agreement.ts";
import { altered, isFound, lineOf, loadText, type Mistake, problemsOf } from "../explain/altered.ts";

describe("a term that is not well-formed", () => {
  it.each<Mistake>([
    ["points: 25", "points: lots", "points: lots", 'personas[0].criteria[0].points: found "lots"; expected a number'],
    ["points: 25", "points: 2.5", "points: 2.5", "personas[0].criteria[0].points: found 2.5; expected a whole number"],
    [
      "points: 25",
      "points: 250",
      "points: 250",
      "personas[0].criteria[0].points: found 250; expected a number of at most 100",
    ],
    [
      "leastMatches: 3",
      "leastMatches: -1",
      "leastMatches: -1",
      "gate.leastMatches: found -1; expected a number of at least 0",
    ],
    [
      "reminderShare: 0.5",
      "reminderShare: 1",
      "reminderShare: 1",
      "sla.sales.reminderShare: found 1; expected a number of less than 1",
    ],
    [
      "currencies: [EUR, USD]",
      "currencies: [euros]",
      "currencies:",
      'company.currencies[0]: found "euros"; expected an ISO 4217 code such as EUR',
    ],
    [
      "currencies: [EUR, USD]",
      "currencies: []",
      "currencies:",
      "company.currencies: found a list of 0; expected a list of at least 1",
    ],
    ["name: Anaquel", 'name: ""', 'name: ""', 'company.name: found ""; expected text that is not empty'],
    ["name: Anaquel\n", "name:\n", "name:\n", "company.name: found null; expected text that is not empty"],
    [
      "followUp: 2 working days",
      "followUp: two days",
      "followUp: two",
      'sla.sales.followUp: found "two days"; expected a length of time such as `2 working days` or `15 minutes`',
    ],
    [
      "followUp: 2 working days\n",
      "\n",
      "sales:\n",
      "sla.sales.followUp: missing; expected a length of time such as `2 working days`",
    ],
    [
      "halfLife: 90 days",
      "halfLife: 3 working days",
      "halfLife: 3",
      'familiarity[0].halfLife: found "3 working days"; expected a length of time without working units',
    ],
    [
      "owner: marketing",
      "owner: support",
      "owner: support",
      'stages.captured.owner: found "support"; expected one of: marketing, sales',
    ],
    ["  lost: {", "  missed: {", "stages:", "stages.lost: missing; expected a group of keys"],
    ["  lost: {", "  missed: {", "  missed:", "stages.missed: unknown key; expected one of: captured, nurturing,"],
    [
      "  reminderShare: 0.5",
      "  remindLate: 0.5",
      "  remindLate",
      "sla.sales.remindLate: unknown key; expected one of: followUp, followUpFastLane,",
    ],
    [
      "{ es: Sector con almacén, en: Industry",
      "{ es: Sector, con almacén, en: Industry",
      "{ es: Sector, con almacén",
      "personas[0].criteria[3].label.con almacén: unknown key; expected one of: es, en",
    ],
    [
      "    monday:",
      "    lunes:",
      "    lunes:",
      "company.workingHours.lunes: unknown key; expected one of: sunday, monday,",
    ],
    [
      '["08:00-15:00"]',
      '["8-15"]',
      '["8-15"]',
      'company.workingHours.friday[0]: found "8-15"; expected a span such as 09:00-14:00',
    ],
    ["hola@anaquel.example", "hola", "sender:", 'company.sender.email: found "hola"; expected an e-mail address'],
    [
      "- marketing@anaquel.example",
      "- marketing",
      "- marketing\n",
      'weeklyMeeting.attendees[3]: found "marketing"; expected an e-mail address',
    ],
    ['time: "09:30"', 'time: "25:30"', 'time: "25:30"', 'weeklyMeeting.time: found "25:30"; expected a time such as'],
    [
      "contains: [demo",
      "contain: [demo",
      "contain: [demo",
      "personas[0].criteria[5].test: found a group of keys; expected exactly one of `equals: text`",
    ],
    [
      "test: { exists: true }",
      "test: { exists: false }",
      "exists: false",
      "personas[0].criteria[6].test.exists: found false; expected true",
    ],
    [
      "oneOf: [ES, PT, AD]",
      "oneOf: ES",
      "oneOf: ES",
      'personas[0].criteria[4].test.oneOf: found "ES"; expected a list',
    ],
    [
      "mustHaves: [decides]",
      "mustHaves: [Decides]",
      "mustHaves",
      'gate.mustHaves[0]: found "Decides"; expected lower-case words joined by hyphens',
    ],
    [
      '"2026-05-15"',
      '"15 May"',
      '"15 May"',
      'company.holidays.also[0]: found "15 May"; expected a date such as 2026-05-15',
    ],
    [
      "    - https://www.anaquel",
      "    - ftp://www.anaquel",
      "- ftp:",
      'company.sites[0]: found "ftp://www.anaquel.example"; expected a web address',
    ],
  ])("%j -> %j", isFound);
});

describe("terms that do not fit together", () => {
  it.each<Mistake>([
    [
      "mustHaves: [decides]",
      "mustHaves: [decides, rich]",
      "mustHaves:",
      'gate.mustHaves[1]: "rich" is not the id of a persona criterion; expected one of: decides, operations,',
    ],
    [
      "manager: sarah",
      "manager: nobody",
      "manager: nobody",
      'team.reps[4].manager: "nobody" is not the id of a manager; expected one of: javier, sarah',
    ],
    [
      "      - id: operations\n        label",
      "      - id: decides\n        label",
      "- id: decides\n        label: { es: Área",
      'personas[0].criteria[1].id: "decides" is listed already',
    ],
    [
      "kind: demo-requested",
      "kind: form-submitted",
      "kind: form-submitted\n    label: { es: Demo",
      'familiarity[1].kind: "form-submitted" is listed already',
    ],
    [
      "id: competitor",
      "id: student",
      "- id: student\n      label: { es: Trabaja",
      'gate.disqualifiers[1].id: "student" is',
    ],
    [
      "id: five-signs",
      "id: cost-of-errors",
      "- id: cost-of-errors\n      phase: awareness\n      personas:",
      'nurture.content[1].id: "cost',
    ],
    [
      "id: no-budget",
      "id: too-early",
      "- id: too-early\n        label: { es: Sin",
      'sla.sales.rejectReasons[1].id: "too',
    ],
    ["id: alvaro", "id: marta", "- id: marta\n      name: Álvaro", 'team.reps[1].id: "marta" is listed already'],
    ["languages: [es, en]", "languages: [es, es]", "languages:", 'company.languages[1]: "es" is listed already'],
    [
      ", limit: 4 working hours",
      "",
      "qualified: { label",
      "stages.qualified.limit: missing; expected the longest time in this stage",
    ],
    [
      "limit: 15 minutes",
      "limit: 15 working minutes",
      "limit: 15 working",
      'stages.captured.limit: found "15 working minutes"; expected no working units',
    ],
    ["cadence: 7 days", "cadence: 0 days", "cadence:", 'nurture.cadence: found "0 days"; expected more than zero'],
    ["linksLive: 60 days", "linksLive: 9000 days", "linksLive:", 'team.linksLive: found "9000 days"; expected at most'],
    [
      "{ after: 4 working hours, reassign",
      "{ after: 0 seconds, reassign",
      "after: 0 seconds",
      'sla.sales.escalation[1].after: found "0 seconds"; expected more than the previous step, "0 working hours"',
    ],
    [
      "returnAfter: 3 working days",
      "returnAfter: 3 working hours",
      "returnAfter:",
      'sla.sales.returnAfter: found "3 working hours"; expected more than the previous step, "4 working hours"',
    ],
    [
      "leastFit: 50",
      "leastFit: 101",
      "leastFit:",
      'gate.leastFit: found 101; expected at most 100, the total positive points of "operations"',
    ],
    [
      "leastMatches: 3",
      "leastMatches: 9",
      "leastMatches:",
      'gate.leastMatches: found 9; expected at most 8, the number of criteria with points above 0 of "operations"',
    ],
    [
      "leastFamiliarity: 40",
      "leastFamiliarity: 400",
      "leastFamiliarity:",
      "gate.leastFamiliarity: found 400; expected at most 329, the total maximum points of all kinds of event",
    ],
    [
      "{ atLeast: 50, atMost: 999 }",
      "{ atLeast: 50, atMost: 9 }",
      "atLeast: 50",
      "personas[0].criteria[2].test.atMost: found 9; expected at least atLeast, which is 50",
    ],
    [
      "field: companySize",
      "field: company",
      "{ atLeast: 50",
      "personas[0].criteria[2].test.atLeast: company is text; expected equals, oneOf, contains or exists",
    ],
    [
      "oneOf: [ES, PT, AD]",
      "oneOf: [España]",
      "test: { oneOf: [España]",
      "personas[0].criteria[4].test: a lead's country is stored as a code; expected ISO 3166-1 codes",
    ],
    [
      "currencies: [EUR, USD]",
      "currencies: [EUR, DEM]",
      "DEM",
      'company.currencies[1]: "DEM" is no currency in use; expected an ISO 4217 code such as EUR',
    ],
    ["currencies: [EUR, USD]", "currencies: [EUR, EUR]", "EUR]", "company.currencies[1]: "],
    [
      "timeZone: Europe/Madrid",
      "timeZone: Europe/Toledo",
      "timeZone:",
      'company.timeZone: "Europe/Toledo" is not a time zone; expected an IANA name',
    ],
    [
      '"15:00-18:30"',
      '"13:00-18:30"',
      "monday:",
      "company.workingHours.monday[1]: starts before the previous span ends; expected spans in order, without overlaps",
    ],
    [
      '"08:00-15:00"',
      '"15:00-08:00"',
      "friday:",
      "company.workingHours.friday[0]: ends before it starts; expected a span such as 09:00-14:00",
    ],
    [
      '"15:00-18:30"',
      '"15:00-23:59"',
      "monday:",
      "company.workingHours.monday[1]: ends at 23:59, so that a minute is lost each day; write 24:00",
    ],
    [
      '"15:00-18:30"',
      '"14:01-18:30"',
      "monday:",
      "company.workingHours.monday[1]: starts a minute after the previous span ends, so that a minute is lost each day; join them, or start at 14:00",
    ],
    [
      "region: md\n",
      'region: md\n    except: ["2026-12-09"]\n',
      "except:",
      'company.holidays.except[0]: "2026-12-09" is a working day anyway; expected a public holiday of the calendar',
    ],
    [
      "region: md\n",
      'region: md\n    except: ["2026-05-15"]\n',
      "except:",
      'company.holidays.except[0]: "2026-05-15" is in also, too; expected each day in one of them',
    ],
    ["country: ES", "country: Spain", "country:", 'company.holidays.country: unknown holiday country "Spain"'],
    [
      "region: md",
      "region: madrid",
      "region:",
      'company.holidays.region: unknown holiday region "madrid"; expected one of: an, ar,',
    ],
    ["2026-11-09", "2026-05-15", '- "2026-05-15"\n  sites', 'company.holidays.also[1]: "2026-05-15" is listed already'],
    [
      "- https://www.anaquel.example\n",
      "- https://www.anaquel.example/\n",
      "- https",
      'company.sites[0]: found "https://www.anaquel.example/"; expected an origin: https://www.anaquel.example',
    ],
  ])("%j -> %j", isFound);

  it("no: more working hours than a day has are later than a working day", () => {
    expect(problemsOf(loadText(altered("returnAfter: 3 working days", "returnAfter: 12 working hours")))).toEqual([]);
  });

  it("a language that no rep speaks", () => {
    const text = altered("languages: [es, en]", "languages: [es, en]").replaceAll(/speaks: .*/g, "speaks: [es]");
    expect(problemsOf(loadText(text))).toEqual([
      `${lineOf(text, "reps:")} team.reps: no rep speaks "en"; expected at least one for each of company.languages`,
    ]);
  });

  it("a week in which no one works", () => {
    const text = altered('friday: ["08:00-15:00"]', "friday: []").replaceAll(
      /(mon|tues|wednes|thurs)day: \[.*/g,
      "$1day: []",
    );
    expect(problemsOf(loadText(text))).toContainEqual(
      expect.stringContaining(
        `${lineOf(text, "workingHours:")} company.workingHours: there are no working hours; expected`,
      ),
    );
  });

  it("nurture mails without anything to send", () => {
    const text = altered("  content:\n", "  content: []\n")
      .replace(/^ {4}- id: cost-of-errors[\s\S]*?(?=^sla:)/m, "  programmes: []\n")
      .replaceAll(/^ {8}programme: .*\n/gm, "")
      .replaceAll(/^ {4}sends: .*\n/gm, "");
    expect(problemsOf(loadText(text))).toEqual([
      `${lineOf(text, "  content: []")} nurture.content: there is nothing to send; expected content, or mostTouches: 0`,
    ]);
  });
});

describe("all mistakes at once", () => {
  it("stand in the order of the file", () => {
    const text = altered("points: 25", "points: lots")
      .replace("name: Anaquel", 'name: ""')
      .replace("day: monday", "day: sunday");
    const lines = problemsOf(loadText(text)).map((problem) => Number.parseInt(problem, 10));
    expect(lines).toEqual(["name:", "points: lots", "day: sunday"].map((passage) => lineOf(text, passage)));
  });

  it("also when the last one of the schema is the first of the file", () => {
    const text = altered("company:\n", "extra: 1\ncompany:\n").replace("points: 25", "points: lots");
    expect(problemsOf(loadText(text)).map((problem) => problem.split(" ", 2)[1])).toEqual([
      "extra:",
      "personas[0].criteria[0].points:",
    ]);
  });

  it("are written as editors know it: file, line, column", () => {
    const loaded = loadText(altered("leastMatches: 3", "leastMatches: 9"));
    const said = loaded.ok ? "" : formatProblems(loaded.problems);
    expect(said).toMatch(/agreement\.yaml:\d+:17 gate\.leastMatches: found 9; /);
  });
});

describe("a file that is no agreement", () => {
  it("that does not exist", () => {
    const file = path.join("nowhere", "agreement.yaml");
    const message = "there is no such file";
    expect(loadAgreement(file)).toEqual({ ok: false, problems: [{ file, line: 1, column: 1, key: "", message }] });
  });

  it("that is a folder", () => {
    expect(problemsOf(loadAgreement("lib"))).toEqual([expect.stringMatching(/^1 : cannot be read: .*EISDIR/)]);
  });

  it.each([
    ["nothing", "", /^1 : found null; expected a group of keys/],
    ["a list", "- a\n- b\n", /^1 : found a list of 2; expected a group of keys/],
    ["a broken line", "company:\n  name: [Anaquel\n", /^\d .*: .*flow/i],
    ["a tab", "company:\n\tname: Anaquel\n", /^2 : Tabs are not allowed/],
    ["a key twice", "company: 1\ngoals: 2\ncompany: 3\n", /^3 : Map keys must be unique/],
    ["a tag that nobody knows", "company: !company { name: Anaquel }\n", /^1 : Unresolved tag: !company/],
    ["two documents", "company: 1\n---\ncompany: 2\n", /multiple documents/i],
    ["a name that is used but not given", "company: *other\n", /^1 : .*[Uu]nresolved alias/],
  ])("%s", (_, text, problem) => expect(problemsOf(loadText(text))[0]).toMatch(problem));

  it("that would grow without measure", () => {
    const levels = Array.from(
      { length: 12 },
      (_, i) => `l${i + 1}: &l${i + 1} [${Array(12).fill(`*l${i}`).join(", ")}]`,
    );
    expect(problemsOf(loadText(`l0: &l0 [a, b]\n${levels.join("\n")}\n`))).toEqual([
      expect.stringContaining("Excessive alias count"),
    ]);
  });

  it("an anchor is welcome, and mistakes behind it are found where it was written", () => {
    const shared = altered('monday: ["09:00-14:00", "15:00-18:30"]', 'monday: &office ["09:00-14:00", "15:00-18:30"]');
    const text = shared.replace(/tuesday: \[.*/, "tuesday: *office");
    expect(problemsOf(loadText(text))).toEqual([]);
    const wrong = text.replace("15:00-18:30", "13:00-18:30");
    expect(problemsOf(loadText(wrong)).map((problem) => Number.parseInt(problem, 10))).toEqual(
      Array(2).fill(lineOf(wrong, "&office")),
    );
  });
});
