import { describe, expect, it } from "vitest";
import { thankYouPage } from "../../../lambdas/views/capture/thank-you-page.ts";
import { attributesOf, visibleOf } from "../mail/markup.ts";

describe("the page that thanks for a form", () => {
  it.each([
    ["es", "Gracias por escribirnos", "Hemos recibido sus datos."],
    ["en", "Thank you for writing to us", "We have received your details."],
  ] as const)("speaks the lead's language (%s)", (language, title, received) => {
    const page = thankYouPage({ language, company: "Engranaje <Industrial>" });
    expect(visibleOf(page)).toEqual(expect.arrayContaining(["Engranaje <Industrial>", title, received]));
    expect(attributesOf(page, "lang")).toEqual([language]);
    expect(page).not.toMatch(/<script|https?:/i);
  });
});
