import { describe, expect, it } from "vitest";
import { cardOf } from "../../lambdas/domain/board/card.ts";
import { flagsOf, isSystemStep } from "../../web/board/components/lead-marks.tsx";
import { aLead } from "../builders/lead.ts";
import { now } from "../builders/now.ts";

const refusal = { cycle: 1, turn: 0, ownerId: "ana", email: "ana@x.example", refusal: "recipient", at: now } as const;
const unconfirmed = aLead("assigned", { handOffMail: "unconfirmed" });
const refused = aLead("assigned", { refusedHandOffs: [refusal] });

describe("a card", () => {
  it.each([
    [unconfirmed, "warn", { es: "Correo sin confirmar", en: "E-mail not confirmed yet" }],
    [refused, "bad", { es: "Correo rechazado", en: "E-mail refused" }],
  ] as const)("says that nobody knows whether its owner got the mail, or that they did not", (lead, tone, text) => {
    expect(flagsOf(cardOf(lead))).toEqual([{ tone, text }]);
    expect(isSystemStep(cardOf(lead))).toBe(true);
  });

  it("says nothing of a mail that went, nor of another owner's that did not", () => {
    const passedOn = aLead("assigned", { refusedHandOffs: [refusal], followUp: { ownerId: "luis", turn: 1 } });
    for (const lead of [aLead("assigned"), aLead("handed-off", { refusedHandOffs: [refusal] }), passedOn]) {
      expect(flagsOf(cardOf(lead))).toEqual([]);
      expect(isSystemStep(cardOf(lead))).toBe(false);
    }
  });

  it("says that a request was not answered, until a colleague works on the lead", () => {
    const form = { submissionId: "form-1", at: now, held: true } as const;
    const untold = { ...form, kinds: ["form-submitted", "demo-requested"] };
    const text = { es: "Solicitud sin responder", en: "Request not answered" };
    for (const stage of ["nurturing", "handed-off", "disqualified"] as const)
      expect(flagsOf(cardOf(aLead(stage, { untold })))).toEqual([{ tone: "warn", text }]);
    const nothing = { ...form, kinds: ["form-submitted"] };
    for (const lead of [
      aLead("accepted", { untold }),
      aLead("won", { untold }),
      aLead("nurturing", { untold: nothing }),
    ])
      expect(flagsOf(cardOf(lead))).toEqual([]);
  });
});
