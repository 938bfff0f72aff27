import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OwnField } from "../../../lambdas/contract/agreement.ts";
import type { Contact } from "../../../lambdas/domain/lead/lead.ts";
import { chooseContent } from "../../../lambdas/domain/nurture/choose-content.ts";
import { anAgreement } from "../../builders/agreement.ts";

const [piece] = anAgreement().terms.nurture.content;
if (piece === undefined) throw new Error("the agreement of the tests has content");

/** Two personas, each with a piece of its own, and one for both. */
const agreement = anAgreement({
  nurture: {
    content: [
      { ...piece, id: "why", phase: "awareness" },
      { ...piece, id: "why-for-finance", phase: "awareness", personas: ["finance"] },
      { ...piece, id: "how", phase: "consideration" },
      { ...piece, id: "how-for-both", phase: "consideration", personas: ["finance", "operations"] },
      { ...piece, id: "case", phase: "decision" },
      { ...piece, id: "case-for-operations", phase: "decision", personas: ["operations"] },
    ],
  },
});
const { leastFamiliarity } = agreement.terms.gate;

const nobody = { contact: {}, language: "es", email: "ines@talleresnorte.example" } as const;

interface Reader {
  readonly persona?: string | undefined;
  readonly familiarity?: number;
}

/** Everything that the lead is sent, in order. */
const programme = ({ persona, familiarity = 0 }: Reader, known: readonly string[] = []): string[] => {
  const lead = { ...nobody, scores: { fit: 0, familiarity, ...(persona !== undefined && { persona }) } };
  const next = chooseContent(lead, new Set(known), agreement)?.id;
  return next === undefined ? [] : [next, ...programme({ persona, familiarity }, [...known, next])];
};

describe("the choice of content", () => {
  it("goes from phase to phase, with what is written for the persona first in each", () => {
    expect(programme({ persona: "finance" })).toEqual(["why-for-finance", "why", "how-for-both", "how", "case"]);
    expect(programme({ persona: "operations" })).toEqual(["why", "how-for-both", "how", "case-for-operations", "case"]);
  });

  it.each([undefined, "somebody-else"])("keeps what is for a persona from others (%s)", (persona) => {
    expect(programme({ persona })).toEqual(["why", "how", "case"]);
  });

  it("starts at the lead's phase of buying, and comes back to what it has skipped", () => {
    const at = (share: number) => programme({ familiarity: share * leastFamiliarity });
    expect(at(-1)).toEqual(["why", "how", "case"]);
    expect(at(0.33)).toEqual(["why", "how", "case"]);
    expect(at(0.34)).toEqual(["how", "case", "why"]);
    expect(at(0.67)).toEqual(["case", "why", "how"]);
    expect(at(5)).toEqual(["case", "why", "how"]);
  });

  it("begins with decision where the gate asks for no familiarity, and with awareness before any score", () => {
    const known = new Set<string>();
    const { gate, nurture } = agreement.terms;
    const open = anAgreement({ gate: { ...gate, leastFamiliarity: 0 }, nurture });
    expect(chooseContent({ ...nobody, scores: { fit: 0, familiarity: 0 } }, known, open)?.id).toBe("case");
    expect(chooseContent(nobody, known, agreement)?.id).toBe("why");
  });

  it("never names what the lead knows or what is for others, and names something while anything is left", () => {
    const all = agreement.terms.nurture.content;
    const anyPersona = fc.constantFrom(undefined, "finance", "operations");
    fc.assert(
      fc.property(fc.subarray(all.map(({ id }) => id)), anyPersona, fc.nat(60), (known, persona, familiarity) => {
        const left = programme({ persona, familiarity }, known);
        const suiting = all.filter(({ personas = [persona ?? ""] }) => personas.includes(persona ?? ""));
        const expected = suiting.map(({ id }) => id).filter((id) => !known.includes(id));
        expect([...left].sort()).toEqual(expected.sort());
      }),
    );
  });

  it("begins with the remarketing programme of a lead that sales returned, leaving out what is for others", () => {
    const label = { es: "Otra vez", en: "Again" };
    const content = ["case", "case-for-operations", "how"];
    const again = anAgreement({
      nurture: { content: agreement.terms.nurture.content, programmes: [{ id: "again", label, content }] },
    });
    const next = (...known: string[]) =>
      chooseContent({ ...nobody, recycled: { reason: "x", at: "", programme: "again" } }, new Set(known), again)?.id;
    expect([next(), next("case"), next("case", "how"), next("case", "how", "why")]).toEqual([
      "case",
      "how",
      "why",
      undefined,
    ]);
    expect(
      chooseContent({ ...nobody, recycled: { reason: "x", at: "", programme: "gone" } }, new Set(), again)?.id,
    ).toBe("why");
  });

  it("keeps a piece for some leads only from all others, in a remarketing programme too", () => {
    const when = { field: "warehouses", test: { atLeast: 2 } };
    const fields: OwnField[] = [
      { id: "warehouses", label: { es: "Almacenes", en: "Warehouses" }, type: "number", shown: [] },
    ];
    const content = [
      { ...piece, id: "several", when },
      { ...piece, id: "why" },
    ];
    const programmes = [{ id: "again", label: { es: "Otra vez", en: "Again" }, content: ["several", "why"] }];
    const with2 = anAgreement({ fields, nurture: { content, programmes } });
    const recycled = { reason: "x", at: "", programme: "again" };
    const firstOf = (own: Contact["own"]) =>
      [{}, { recycled }].map((more) => chooseContent({ ...nobody, ...more, contact: { own } }, new Set(), with2)?.id);
    expect(firstOf({ warehouses: 2 })).toEqual(["several", "several"]);
    expect([firstOf(undefined), firstOf({ warehouses: 1 }), firstOf({ erp: 2 })]).toEqual(
      Array(3).fill(["why", "why"]),
    );
  });
});
