import { describe, expect, it } from "vitest";
import { promisedTo } from "../../../lambdas/domain/capture/promised.ts";
import { thankYouPage } from "../../../lambdas/views/capture/thank-you-page.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { attributesOf, visibleOf } from "../mail/markup.ts";

const base = anAgreement().terms;
const [first] = base.nurture.content;
const event = { label: { es: "Algo", en: "Something" }, points: 10, halfLife: "60 days", cap: 10 } as const;
const termsWith = (after: readonly ("qualified" | "not-yet" | "disqualified")[]) =>
  anAgreement({
    familiarity: [
      { ...event, kind: "demo-requested" },
      { ...event, kind: "guide-requested", sends: first?.id },
    ],
    acknowledgement: { after: [...after] },
  }).terms;
const everybody = termsWith(["qualified", "not-yet", "disqualified"]);

describe("the page that thanks for a form", () => {
  it.each([
    ["es", "Gracias por escribirnos", "Hemos recibido sus datos."],
    ["en", "Thank you for writing to us", "We have received your details."],
  ] as const)("speaks the lead's language (%s)", (language, title, received) => {
    const page = thankYouPage({ language, company: "Engranaje <Industrial>", promised: ["content", "answer"] });
    expect(visibleOf(page)).toEqual(expect.arrayContaining(["Engranaje <Industrial>", title, received]));
    expect(attributesOf(page, "lang")).toEqual([language]);
    expect(page).not.toMatch(/<script|https?:/i);
  });

  it.each([
    ["Guía", ["content"]],
    ["demo, guide", ["content", "answer"]],
    ["demo", ["answer"]],
    ["something that nobody agreed on", ["nothing"]],
    [undefined, ["nothing"]],
  ] as const)("says what follows from the form: %s", (interest, promised) => {
    expect(promisedTo(interest, everybody)).toEqual(promised);
  });

  it("does not promise content that some are not sent, nor a call that the gate may refuse", () => {
    expect(promisedTo("guide", termsWith(["qualified", "not-yet"]))).toEqual(["answer"]);
    for (const language of ["es", "en"] as const) {
      const text = visibleOf(thankYouPage({ language, company: "Engranaje", promised: ["answer"] })).join(" ");
      expect(text).toMatch(language === "es" ? /Si podemos ayudarle/ : /If we can help/);
    }
  });
});
