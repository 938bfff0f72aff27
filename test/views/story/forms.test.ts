import { describe, expect, it } from "vitest";
import { formEntries } from "../../../lambdas/views/story/forms.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { now } from "../../builders/now.ts";

const emptyHistory = {
  engagements: [],
  mails: [],
  scores: [],
  decisions: [],
  answers: [],
  outcomes: [],
  clocks: [],
  breaches: [],
  moves: [],
  isCut: false,
};

describe("a form in the lead's story", () => {
  it("says what else was said in it, and what was no consent as that alone", () => {
    const other = [
      { name: "presupuesto", value: "20.000 €" },
      { name: "jobTitle", value: "x" },
      { name: "industry", value: "Papel\ny cartón" },
      { name: "consent", value: "maybe" },
    ];
    const form = { submissionId: "s", at: now, cycle: 1, utm: {}, consents: [], declined: [], contact: {}, other };
    const [entry] = formEntries({ ...emptyHistory, forms: [form] }, anAgreement());
    expect(entry?.details).toEqual([
      { es: "Consentimiento no entendido: «maybe»", en: "Consent not understood: “maybe”" },
      { es: "También ha dicho: presupuesto: «20.000 €»", en: "Also said: presupuesto: “20.000 €”" },
      { es: "También ha dicho: Sector: «Papel y cartón»", en: "Also said: Industry: “Papel y cartón”" },
    ]);
  });

  it("names where it came from and what was agreed to in the reader's language, never by a code", () => {
    const agreement = anAgreement();
    const purpose = agreement.terms.nurture.consentPurpose;
    const form = {
      submissionId: "s",
      at: now,
      cycle: 1,
      utm: { source: "newsletter", campaign: "otoño" },
      consents: [{ purpose, at: now, source: "form", textVersion: "v3" }],
      declined: [{ purpose, at: now, said: "no" }],
      contact: {},
      other: [],
    };
    const [entry] = formEntries({ ...emptyHistory, forms: [form] }, agreement);
    expect(entry?.details).toEqual([
      { es: "Llegó por Boletín / otoño", en: "Came from Newsletter / otoño" },
      {
        es: "Dio su consentimiento (correos con nuestros contenidos, texto v3)",
        en: "Gave consent (e-mails with our content, text v3)",
      },
      { es: "Dijo que no (correos con nuestros contenidos): «no»", en: "Said no (e-mails with our content): “no”" },
    ]);
  });
});
