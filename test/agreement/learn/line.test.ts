import { describe, expect, it } from "vitest";
import { declaring } from "../../../lambdas/agreement/learn/declare.ts";
import { idFor, leadOf, type RawFact, readLine } from "../../../lambdas/agreement/learn/line.ts";
import { pointsOf } from "../../../lambdas/agreement/learn/points-of.ts";
import { declarationsText, withFields } from "../../../lambdas/agreement/learn/write-agreement.ts";
import { sumsOf } from "../../../lambdas/domain/score/familiarity-sums.ts";
import { scoreFamiliarity } from "../../../lambdas/domain/score/score-familiarity.ts";
import { anAgreement } from "../../builders/agreement.ts";

const at = "2026-03-02T10:00:00.000Z";
const agreement = anAgreement({
  fields: [
    { id: "warehouses", label: { es: "Almacenes", en: "Warehouses" }, type: "number", called: ["sites"], shown: [] },
  ],
});
const leadIn = (line: object) => {
  const read = readLine(JSON.stringify(line));
  return read.ok ? leadOf(read.line, agreement) : read;
};
const problemsOf = (line: object) => {
  const reading = leadIn(line);
  return reading.ok ? [] : reading.problems.map(({ field, says }) => `${field}: ${says}`);
};

describe("a line of a file", () => {
  it("is a lead with facts as the agreement calls them, and with what it did until it is judged", () => {
    const reading = leadIn({
      at,
      facts: {
        jobTitle: "Head of operations",
        country: "España",
        Sites: "3",
        companySize: "50-99",
        language: "en",
        phone: null,
      },
      engagements: [
        { kind: "form-sent", at: "2026-03-01" },
        { kind: "page-viewed", at: "2026-03-03T10:00:00Z" },
      ],
      outcome: "won",
      outcomeAt: "2026-04-01T00:00:00Z",
    });
    expect(reading).toEqual({
      ok: true,
      lead: {
        at,
        facts: {
          contact: { jobTitle: "Head of operations", country: "ES", companySize: 50, own: { warehouses: 3 } },
          language: "en",
          email: "lead@",
          today: "2026-03-02",
        },
        engagements: [{ engagementId: "0", kind: "form-sent", at: "2026-02-28T23:00:00.000Z" }],
        later: 1,
        source: undefined,
        outcome: "won",
        outcomeAt: "2026-04-01T00:00:00.000Z",
      },
    });
  });

  it("has the points of the pipeline's own score and gate", () => {
    const reading = leadIn({
      at,
      facts: { jobTitle: "Head of operations", companySize: 120, industry: "manufacturing", country: "ES" },
      engagements: ["form-sent", "pricing-viewed", "pricing-viewed"].map((kind) => ({
        kind,
        at: "2026-03-01T10:00:00Z",
      })),
    });
    if (!reading.ok) throw new Error("not read");
    const known = scoreFamiliarity(sumsOf(reading.lead.engagements, agreement.terms), agreement.terms, at).points;
    expect(known).toBeGreaterThan(30);
    expect(pointsOf(reading.lead, agreement)).toEqual({
      fit: 55,
      familiarity: known,
      grade: "A2",
      verdict: "qualified",
      persona: "operations",
    });
  });

  it.each([
    ["no JSON", "nonsense", /^: is no JSON object on one line/],
    ["another shape", "[1]", /^: expected a lead/],
  ])("is refused when it is %s", (_, text, says) => {
    const read = readLine(text);
    expect(read.ok ? [] : read.problems.map(({ field, says: why }) => `${field}: ${why}`)).toEqual([
      expect.stringMatching(says),
    ]);
  });

  it("is refused with every field that is wrong", () => {
    expect(problemsOf({ facts: { phone: { a: 1 } }, engagements: [{ kind: 3, at }], outcome: "maybe" })).toEqual([
      "at: expected an instant such as 2026-05-15T09:30:00Z",
      "facts.phone: expected a group of facts by field: texts, numbers, true or false, lists of texts",
      'engagements[0].kind: expected a list of {"kind", "at", "subject"}',
      "outcome: expected one of: won, lost, rejected, accepted, open",
    ]);
    expect(
      problemsOf({
        at: "2026-02-30",
        facts: { warehouses: "many", jobTitle: 3, language: "fr", companySize: true },
        engagements: [{ kind: "a", at: "soon" }],
      }),
    ).toEqual([
      'facts.warehouses: "many" is no value of type number',
      "facts.jobTitle: 3 is no text",
      "facts.language: expected one of: es, en",
      "facts.companySize: true is no number of people",
      'at: "2026-02-30" is no instant such as 2026-05-15T09:30:00Z',
      'engagements[0].at: "soon" is no instant such as 2026-05-15T09:30:00Z',
    ]);
    expect(problemsOf({ at, facts: {}, outcome: "won", outcomeAt: "2026-03-01T00:00:00Z" })).toEqual([
      `outcomeAt: 2026-03-01T00:00:00.000Z is before "at", ${at}`,
    ]);
  });

  it("names the fields that the agreement does not declare", () => {
    expect(leadIn({ at, facts: { "Total Visits": 3, warehouses: 1 } })).toMatchObject({ undeclared: ["Total Visits"] });
  });
});

describe("the declarations of a file", () => {
  const facts: Record<string, RawFact>[] = [
    {
      "Total Visits": 4,
      "Lead Source": "Google",
      State: "Goa",
      wants: true,
      plan: "2026-05-01",
      tags: ["a", "b"],
      n: "12",
    },
    {
      "Total Visits": 7,
      "Lead Source": "google ",
      State: "Delhi",
      wants: null,
      plan: "",
      tags: ["c"],
      n: "7",
      country: "ES",
    },
  ];

  it("say what type each new field has, so that every line can then be read", () => {
    const fields = declaring(agreement.terms.fields);
    for (const each of facts) fields.add(each);
    const declared = fields.declared();
    expect(declared.map(({ id, type, options = [] }) => [id, type, ...options.map((each) => each.id)])).toEqual([
      ["total-visits", "number"],
      ["lead-source", "one-of", "google"],
      ["state-of-file", "one-of", "delhi", "goa"],
      ["wants", "yes-no"],
      ["plan", "date"],
      ["tags", "many-of", "a", "b", "c"],
      ["n", "number"],
    ]);
    const now = anAgreement({ fields: [...(agreement.terms.fields ?? []), ...declared] });
    for (const each of facts) {
      const read = readLine(JSON.stringify({ at, facts: each }));
      expect(read.ok && leadOf(read.line, now).ok).toBe(true);
    }
  });

  it("make a text of what has more answers than a list", () => {
    const fields = declaring();
    for (let i = 0; i < 100; i++) fields.add({ note: `note ${i}` });
    expect(fields.declared()).toMatchObject([{ id: "note", type: "text" }]);
    expect(idFor("Número")).toBe("numero");
  });

  it("are put into the agreement, which otherwise stays as it was written", () => {
    const [field] = agreement.terms.fields ?? [];
    if (field === undefined) throw new Error("no field");
    expect(withFields("company: { a: [1] } # ours\n", [field])).toBe(
      `company: { a: [1] } # ours\n\n${declarationsText([field])}`,
    );
    expect(withFields("fields:\n  - id: x # x\ngoals:   1\n", [field])).toMatch(
      /^fields:\n {2}- id: x # x\n {2}- id: warehouses\n[\s\S]*\ngoals: {3}1\n$/,
    );
  });
});
