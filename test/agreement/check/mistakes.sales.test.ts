import { describe, expect, it } from "vitest";
import { checkTakers } from "../../../lambdas/agreement/check/check-reps.ts";
import type { AgreementTerms, Rep } from "../../../lambdas/contract/agreement.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { altered, isFound, lineOf, loadText, type Mistake, problemsOf } from "../explain/altered.ts";

/** A term of sales that must last. */
const lasting = (passage: string, at: string, key: string): Mistake => [
  passage,
  passage.replace(/\d+ [a-z ]+/, "0 seconds"),
  at,
  `sla.sales.${key}: found "0 seconds"; expected more than zero`,
];

describe("what sales promises", () => {
  it.each<Mistake>([
    lasting("followUpFastLane: 15 working minutes", "followUpFastLane:", "followUpFastLane"),
    lasting("several-sites, within: 1 working day }", "within: 0 seconds", "followUpOf[0].within"),
    lasting("reassignedWithin: 4 working hours", "reassignedWithin:", "reassignedWithin"),
    lasting("overflow: { after: 1 working day", "overflow:", "overflow.after"),
    lasting("longest: 5 working days", "longest: 0", "snooze.longest"),
    lasting("extra: 1 working day }", "extra: 0", "moreTime.extra"),
    lasting("coolDown: 60 days", "coolDown: 0", "rejectReasons[0].coolDown"),
    [
      "followUpFastLane: 15 working minutes",
      "followUpFastLane: 3 working days",
      "followUpFastLane:",
      'sla.sales.followUpFastLane: found "3 working days"; expected at most followUp, "2 working days"',
    ],
    [
      "followUpFastLane: 15 working minutes",
      "followUpFastLane: 2 working days",
      "followUpFastLane:",
      'sla.sales.followUpFastLane: found "2 working days"; expected at most followUpOf "several-sites", "1 working day"',
    ],
    [
      "reassignedWithin: 4 working hours",
      "reassignedWithin: 3 working days",
      "reassignedWithin:",
      'sla.sales.reassignedWithin: found "3 working days"; expected at most followUp, "2 working days"',
    ],
    [
      "{ segment: several-sites, within",
      "{ segment: several, within",
      "segment: several,",
      'sla.sales.followUpOf[0].segment: "several" is not the id of a segment; expected one of: several-sites, small',
    ],
    [
      "      - { segment: several-sites, within: 1 working day }\n",
      "      - { segment: several-sites, within: 1 working day }\n      - { segment: several-sites, within: 3 days }\n",
      "within: 3 days",
      'sla.sales.followUpOf[1].segment: "several-sites" is listed already',
    ],
    [
      "{ after: 4 working hours, reassign: true }",
      "{ after: 4 working hours, reassign: false }",
      "reassign: false",
      "sla.sales.escalation[1].reassign: found false; expected true",
    ],
    [
      "{ after: 4 working hours, to: director }",
      "{ after: 0 working hours, to: director }",
      "{ after: 0 working hours, to: director }",
      'sla.sales.escalation[3].after: found "0 working hours"; expected more than the previous step, "0 working hours"',
    ],
    [
      "day, to: manager }",
      "day, to: boss }",
      "to: boss",
      'sla.sales.overflow.to: found "boss"; expected one of: manager, deputy, nobody',
    ],
    [
      "programme: the-numbers",
      "programme: figures",
      "programme: figures",
      'sla.sales.rejectReasons[1].programme: "figures" is not the id of a programme; expected one of: when-the-time-comes,',
    ],
    [
      "leadsTo: disqualify\n",
      "leadsTo: disqualify\n        coolDown: 3 days\n",
      "coolDown: 3 days",
      "sla.sales.rejectReasons[4].coolDown: coolDown applies to recycled leads only; expected leadsTo: recycle",
    ],
    [
      "leadsTo: disqualify\n",
      "leadsTo: disqualify\n        programme: the-numbers\n      #\n",
      "programme: the-numbers\n      #",
      "sla.sales.rejectReasons[4].programme: programme applies to recycled leads only; expected leadsTo: recycle",
    ],
    [
      "- id: competitor\n        label",
      "- id: price\n        label",
      "- id: price\n        label: { es: Eligió",
      'sla.sales.lostReasons[1].id: "price" is listed already',
    ],
    [
      "- reasons: [demo-requested]",
      "- reasons: [demo]",
      "- reasons: [demo]",
      'sla.sales.approaches[0].reasons[0]: "demo" is not the id of a kind of event or rejection reason; expected one of:',
    ],
    [
      "- personas: [budget]\n        text:\n          es: Empieza",
      "- personas: [budgets]\n        text:\n          es: Empieza",
      "- personas: [budgets]",
      'sla.sales.approaches[5].personas[0]: "budgets" is not the id of a persona; expected one of: operations, budget,',
    ],
    [
      "content: [stock-and-cash, total-cost,",
      "content: [stock-and-cash, costs,",
      "content: [stock-and-cash, costs",
      'nurture.programmes[1].content[1]: "costs" is not the id of a piece of content; expected one of: cost-of-errors,',
    ],
    [
      "content: [stock-and-cash, total-cost,",
      "content: [total-cost, total-cost,",
      "content: [total-cost",
      'nurture.programmes[1].content[1]: "total-cost" is listed already',
    ],
    [
      "- id: the-numbers",
      "- id: when-the-time-comes",
      "- id: when-the-time-comes\n      label: { es: Las",
      'nurture.programmes[1].id: "when-the-time-comes" is listed already',
    ],
  ])("%j -> %j", isFound);

  it("counts afresh after a lead went to another rep", () => {
    const text = altered("{ after: 4 working hours, reassign: true }", "{ after: 2 working days, reassign: true }");
    expect(problemsOf(loadText(text))).toEqual([]);
  });

  it("may give a lead back at any time after the fresh deadline, when another rep is the last step", () => {
    const ladder = /escalation:\n[\s\S]*?(?= {4}reassignedWithin)/;
    const text = altered("returnAfter: 3 working days", "returnAfter: 1 working hour").replace(
      ladder,
      "escalation:\n      - { after: 2 working hours, reassign: true }\n",
    );
    expect(problemsOf(loadText(text))).toEqual([]);
  });
});

describe("segments", () => {
  it.each<Mistake>([
    [
      "- id: small\n    label: { es: Empresa pequeña,",
      "- id: several-sites\n    label: { es: Empresa pequeña,",
      "- id: several-sites\n    label: { es: Empresa pequeña,",
      'segments[1].id: "several-sites" is listed already',
    ],
    [
      "field: companySize\n    test: { atLeast: 500 }",
      "field: industry\n    test: { atLeast: 500 }",
      "{ atLeast: 500 }",
      "segments[0].test.atLeast: industry is text; expected equals, oneOf, contains or exists",
    ],
    [
      "field: companySize\n    test: { atLeast: 500 }",
      "field: country\n    test: { oneOf: [Francia] }",
      "test: { oneOf: [Francia]",
      "segments[0].test: a lead's country is stored as a code; expected ISO 3166-1 codes",
    ],
  ])("%j -> %j", isFound);
});

const signers = "signers: { marketing: irene, sales: elena }";

describe("the signers", () => {
  it.each<Mistake>([
    [
      signers,
      "signers: { marketing: irene, sales: irene }",
      "signers:",
      'signers.sales: "irene" signs for marketing already',
    ],
    [
      signers,
      "signers: { marketing: marta, sales: elena }",
      "signers:",
      'signers.marketing: "marta" is not the id of a colleague who may sign; expected one of: irene, elena, javier, sarah',
    ],
  ])("%j -> %j", isFound);
});

describe("a team that can take no lead", () => {
  const { terms } = anAgreement();
  const withReps = (changes: Partial<Rep>): AgreementTerms => ({
    ...terms,
    team: { ...terms.team, reps: terms.team.reps.map((rep) => ({ ...rep, ...changes })) },
  });
  const said = /no rep can ever take a lead/;
  const today = "2026-12-01";

  it.each([
    ["no room in the week", { capacity: { newPerWeek: 0, openAtMost: 10 } }, undefined, true],
    ["no room at all", { capacity: { newPerWeek: 3, openAtMost: 0 } }, undefined, true],
    ["all have left", { leaves: "2026-11-30" }, today, true],
    ["today is the last day", { leaves: today }, today, false],
    ["they may have left, in a text that is not to hold from a day on", { leaves: "2026-11-30" }, undefined, false],
  ])("is a mistake: %s", (_, changes, day, isMistake) => {
    const found = checkTakers(withReps(changes), undefined, day);
    expect(found.map(({ message }) => said.test(message))).toEqual(isMistake ? [true] : []);
  });
});

describe("the team", () => {
  it.each<Mistake>([
    [
      "mailSettles: 15 minutes",
      "mailSettles: 29 seconds",
      "mailSettles:",
      'team.mailSettles: found "29 seconds"; expected at least 30 seconds',
    ],
    [
      "id: javier, name",
      "id: elena, name",
      "id: elena, name: Javier",
      'team.managers[0].id: "elena" is listed already',
    ],
    ["- id: chloe", "- id: sarah", "- id: sarah\n", 'team.reps[5].id: "sarah" is listed already'],
    ["- id: chloe", "- id: smoke-rep", "- id: smoke-rep", 'team.reps[5].id: "smoke-rep" is the rep of smoke tests'],
    ["id: irene,", "id: elena,", "id: elena, name: Irene", 'team.marketing.id: "elena" is listed already'],
    [
      "deputy: sarah }",
      "deputy: nobody }",
      "deputy: nobody",
      'team.managers[0].deputy: "nobody" is not the id of a manager or rep; expected one of: sarah, marta,',
    ],
    [
      "deputy: sarah }",
      "deputy: javier }",
      "deputy: javier",
      'team.managers[0].deputy: "javier" cannot be their own deputy; expected another person',
    ],
    [
      "country: AD }\n",
      "country: UK }\n",
      "country: UK",
      'team.reps[1].territories[1].country: found "UK"; expected an',
    ],
    [
      "country: AD }\n",
      "country: ES }\n",
      " { country: ES }\n      absences",
      'team.reps[1].territories[1].country: "ES" is listed already',
    ],
    [
      "regions: [Canarias, Las Palmas,",
      "regions: [Canarias, Canarias,",
      "regions: [Canarias",
      'team.reps[3].territories[0].regions[1]: "Canarias" is listed already',
    ],
    [
      "segments: [several-sites] #",
      "segments: [large] #",
      "segments: [large]",
      'team.reps[2].segments[0]: "large" is not the id of a segment; expected one of: several-sites, small',
    ],
    [
      "segments: [several-sites] #",
      "segments: [several-sites, several-sites] #",
      "segments: [several-sites, several",
      'team.reps[2].segments[1]: "several-sites" is listed already',
    ],
    [
      "timeZone: Atlantic/Canary",
      "timeZone: Atlantic/Gomera",
      "timeZone: Atlantic/Gomera",
      'team.reps[3].timeZone: "Atlantic/Gomera" is not a time zone; expected an IANA name',
    ],
    [
      '"11:00-18:00"',
      '"18:00-11:00"',
      'friday: ["18:00',
      "team.reps[3].workingHours.friday[0]: ends before it starts; expected a span",
    ],
    [
      "holidays: { country: ES, region: cn }",
      "holidays: { country: ES, region: canarias }",
      "holidays: { country: ES, region: canarias }",
      'team.reps[3].holidays.region: unknown holiday region "canarias"; expected one of: an,',
    ],
    [
      "holidays: { country: PT }",
      "holidays: { country: Portugal }",
      "holidays: { country: Portugal }",
      'team.reps[6].holidays.country: unknown holiday country "Portugal"',
    ],
    [
      'to: "2027-01-05"',
      'to: "2026-12-20"',
      'to: "2026-12-20"',
      "team.reps[1].absences[0].to: found 2026-12-20; expected 2026-12-21, the first day of the absence, or later",
    ],
    [
      'starts: "2026-09-01"',
      'starts: "2026-09-01"\n      leaves: "2026-08-31"',
      "leaves:",
      "team.reps[6].leaves: found 2026-08-31; expected 2026-09-01, the first day in the company, or later",
    ],
    ["speaks: [es, en]", "speaks: [es, es]", "speaks: [es, es]", 'team.reps[0].speaks[1]: "es" is listed already'],
    ["weight: 2", "weight: 0", "weight: 0", "team.reps[2].weight: found 0; expected a number of more than 0"],
    [
      "{ newPerWeek: 5,",
      "{ newPerWeek: -1,",
      "newPerWeek: -1",
      "team.reps[0].capacity.newPerWeek: found -1; expected a number of at least 0",
    ],
    [
      "    - gmail.com\n",
      "    - '@gmail.com'\n",
      "- '@gmail.com'",
      'company.personalMail[0]: found "@gmail.com"; expected a',
    ],
  ])("%j -> %j", isFound);

  it("needs a deputy of every manager to whom what no rep can take goes", () => {
    const text = altered("day, to: manager }", "day, to: deputy }").replace(", deputy: javier", "");
    expect(problemsOf(loadText(text))).toEqual([
      `${lineOf(text, "- { id: sarah")} team.managers[1]: "sarah" has no deputy; expected one, because leads without a rep go to the deputy`,
    ]);
  });

  it("may have a rep as a deputy, and a day off that is one day", () => {
    const text = altered("deputy: sarah }", "deputy: marta }").replace('to: "2027-01-05"', 'to: "2026-12-21"');
    expect(problemsOf(loadText(text))).toEqual([]);
  });
});
