import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { checkAgreement } from "../../../lambdas/agreement/check-agreement.ts";
import { compileAgreement } from "../../../lambdas/agreement/compile-agreement.ts";
import { explainAnnex } from "../../../lambdas/agreement/explain/explain-annex.ts";
import { AgreementSchema, type AgreementTerms, type OwnField, type Test } from "../../../lambdas/contract/agreement.ts";
import type { OwnValue } from "../../../lambdas/contract/own-value.ts";
import { decideAtGate } from "../../../lambdas/domain/gate/decide-at-gate.ts";
import { segmentOf } from "../../../lambdas/domain/hand-off/prospect.ts";
import type { Facts } from "../../../lambdas/domain/score/fact.ts";
import { sumsOf } from "../../../lambdas/domain/score/familiarity-sums.ts";
import { matchOf } from "../../../lambdas/domain/score/match.ts";
import { scoreFit } from "../../../lambdas/domain/score/score-fit.ts";
import { now } from "../../builders/now.ts";
import { anyFields, anyValueOf, fieldsOfEachType } from "../../builders/own-fields.ts";

const today = now.slice(0, 10);

const says = (type: OwnField["type"], test: Test, value: OwnValue) => {
  const field = fieldsOfEachType.find((each) => each.type === type);
  return matchOf(test, value, field?.id, fieldsOfEachType, today);
};

describe("a test of one of the agreement's own fields", () => {
  it.each<[OwnField["type"], Test, OwnValue, string | undefined]>([
    ["number", { atLeast: 3 }, 3, "reaches the minimum of 3"],
    ["number", { atLeast: 3, atMost: 1000 }, 12, "is between 3 and 1,000"],
    ["number", { atLeast: 3 }, 2, undefined],
    ["number", { atLeast: 3, atMost: 4 }, 5, undefined],
    ["number", { atLeast: 3 }, "12", undefined],
    ["money", { atLeast: 1000 }, 1500, "reaches the minimum of €1,000"],
    ["date", { after: "2026-12-31" }, "2027-01-01", "is after 31 December 2026"],
    ["date", { after: "2026-12-31" }, "2026-12-31", undefined],
    ["date", { before: "2027-04-01" }, "2027-03-31", "is before 1 April 2027"],
    ["date", { before: "2027-04-01" }, "2027-04-01", undefined],
    [
      "date",
      { after: "2026-12-31", before: "2027-04-01" },
      "2027-02-01",
      "is between 31 December 2026 and 1 April 2027",
    ],
    ["date", { before: "2027-04-01" }, "soon", undefined],
    ["date", { within: "90 days" }, "2026-03-10", "is within the next 90 days"],
    ["date", { within: "90 days" }, "2026-06-08", "is within the next 90 days"],
    ["date", { within: "90 days" }, "2026-06-09", undefined],
    ["date", { within: "90 days" }, "2026-03-09", undefined],
    ["yes-no", { equals: "yes" }, true, "is the agreed answer"],
    ["yes-no", { equals: "no" }, false, "is the agreed answer"],
    ["yes-no", { equals: "yes" }, false, undefined],
    ["yes-no", { exists: true }, false, "is on record"],
    ["one-of", { oneOf: ["sap", "own"] }, "own", "is one of the agreed answers"],
    ["one-of", { oneOf: ["sap", "own"] }, "none", undefined],
    ["one-of", { noneOf: ["none"] }, "sap", "is not among “None, so far”"],
    ["one-of", { noneOf: ["none"] }, "none", undefined],
    ["many-of", { contains: ["none", "own"] }, ["sap", "own"], "includes “One of our own (tailor-made)”"],
    ["many-of", { contains: ["none"] }, ["sap", "own"], undefined],
    ["many-of", { noneOf: ["none"] }, ["sap"], "is not among “None, so far”"],
    ["many-of", { noneOf: ["none"] }, ["none", "sap"], undefined],
    ["text", { contains: ["robot"] }, "Con robots", "matches “robot”"],
    ["text", { matches: "^con" }, "Con robots", "contains “con”"],
  ])("%s, %j, %j", (type, test, value, expected) => expect(says(type, test, value)?.en).toBe(expected));
});

/** A test of each type that some value of it passes, and one that no value fails to be judged by. */
const anyTestOf = (field: OwnField): fc.Arbitrary<Test> => {
  const ids = (field.options ?? []).map(({ id }) => id);
  const some = fc.subarray(ids, { minLength: Math.min(1, ids.length) });
  const exists = fc.constant<Test>({ exists: true });
  const day = anyValueOf({ ...field, type: "date" }).map(String);
  const [one, other] = [fc.nat(1e6), fc.nat(1e6)];
  switch (field.type) {
    case "text":
      return fc.oneof(exists, fc.constant<Test>({ contains: ["a"] }), fc.constant<Test>({ matches: "^[a-n]" }));
    case "number":
    case "money":
      return fc.oneof(
        exists,
        fc.tuple(one, other).map(([atLeast, more]): Test => ({ atLeast, atMost: atLeast + more })),
      );
    case "date":
      return fc.oneof(
        exists,
        day.map((after): Test => ({ after })),
        day.map((before): Test => ({ before })),
        fc.nat(30_000).map((days): Test => ({ within: `${days} days` })),
      );
    case "yes-no":
      return fc.oneof(
        exists,
        fc.constantFrom("yes", "no").map((equals): Test => ({ equals })),
      );
    case "one-of":
      return fc.oneof(
        exists,
        some.map((oneOf): Test => ({ oneOf })),
        some.map((noneOf): Test => ({ noneOf })),
      );
    default:
      return fc.oneof(
        exists,
        some.map((contains): Test => ({ contains })),
        some.map((noneOf): Test => ({ noneOf })),
      );
  }
};

/** The shipped agreement without the fields of its own, and without the sources whose answers they are. */
const base = ((): AgreementTerms => {
  const terms = AgreementSchema.parse(parse(readFileSync("agreement.yaml", "utf8")));
  const isOwn = (field: string) => terms.fields?.some(({ id }) => id === field);
  return {
    ...terms,
    sources: undefined,
    personas: terms.personas.map((persona) => ({
      ...persona,
      criteria: persona.criteria.filter(({ field }) => !isOwn(field)),
    })),
    nurture: { ...terms.nurture, content: terms.nurture.content.map(({ when: _, ...piece }) => piece) },
    grades: { ...terms.grades, fit: [60, 50] },
  };
})();

const criterionOf = ({ id, label }: OwnField, test: Test) => ({ id: `asks-${id}`, label, field: id, test, points: 7 });

describe("an agreement with any fields of its own", () => {
  const declared = anyFields.chain((fields) =>
    fc.record({
      fields: fc.constant(fields),
      tests: fc.tuple(...fields.map(anyTestOf)),
      values: fc.tuple(...fields.map((field) => fc.option(anyValueOf(field), { nil: undefined }))),
      strange: fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.array(fc.string())),
    }),
  );

  const agreed = (fields: OwnField[], tests: readonly Test[]) => {
    const criteria = fields.map((field, i) => criterionOf(field, tests[i] ?? { exists: true }));
    const personas = base.personas.map((persona) => ({ ...persona, criteria: [...persona.criteria, ...criteria] }));
    const [first] = criteria;
    const disqualifiers = criteria.slice(1).map(({ points: _, ...each }) => each);
    const ownSegments =
      first === undefined ? [] : [{ id: "own", label: first.label, field: first.field, test: first.test }];
    const segments = [...ownSegments, ...base.segments];
    return { ...base, fields, personas, segments, gate: { ...base.gate, disqualifiers } };
  };

  const lead = (own: Record<string, OwnValue>): Facts => ({
    contact: { own },
    language: "es",
    email: "a@b.example",
    today,
  });

  it("passes the check, is compiled and explained, and scores a lead by what is passed", () => {
    fc.assert(
      fc.property(declared, ({ fields, tests, values }) => {
        const checked = checkAgreement(stringify(agreed(fields, tests)), "agreement.yaml");
        expect(checked).toMatchObject({ ok: true });
        if (!checked.ok) return;
        const agreement = compileAgreement(checked.terms);
        const { terms } = agreement;
        expect(explainAnnex(agreement, "es")).toContain(fields[0]?.label.es.split(" ")[0]);
        const own = Object.fromEntries(
          fields.flatMap(({ id }, i) => (values[i] === undefined ? [] : [[id, values[i]]])),
        );
        const fit = scoreFit(lead(own), terms);
        const passed = fields.filter(
          ({ id }, i) => matchOf(tests[i] ?? { exists: true }, values[i], id, fields, today) !== undefined,
        );
        expect(fit.lines.map(({ criterion }) => criterion)).toEqual(passed.map(({ id }) => `asks-${id}`));
        expect(fit.points).toBe(7 * passed.length);
        for (const { sentence } of fit.lines) expect(sentence.es + sentence.en).not.toMatch(/undefined|NaN|\[object/);
        expect(segmentOf(lead(own), agreement)).toBe(
          passed[0] !== undefined && passed[0] === fields[0] ? "own" : undefined,
        );
        const decision = decideAtGate(
          { lead: lead(own), fit, familiarity: { points: 0, sums: sumsOf([], terms) } },
          agreement,
          now,
        );
        expect(decision.verdict).toBe(passed.some((each) => each !== fields[0]) ? "disqualified" : "not-yet");
      }),
      { numRuns: 30 },
    );
  });

  it("judges values of any type, and of fields that it does not know, without an error", () => {
    fc.assert(
      fc.property(declared, ({ fields, tests, strange }) => {
        const terms = agreed(fields, tests);
        const own = Object.fromEntries([
          ...fields.map(({ id }) => [id, strange]),
          ["gone", strange],
          ["constructor", strange],
        ]);
        const fit = scoreFit(lead(own), terms);
        expect(fit.points).toBe(7 * fit.lines.length);
        expect(JSON.stringify(fit)).not.toContain("undefined");
      }),
      { numRuns: 60 },
    );
  });
});
