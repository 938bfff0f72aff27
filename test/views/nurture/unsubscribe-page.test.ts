import { describe, expect, it } from "vitest";
import { unsubscribedPage, unsubscribePage } from "../../../lambdas/views/nurture/unsubscribe-page.ts";
import { attributesOf, tagsOf, visibleOf } from "../mail/markup.ts";

const company = "Engranaje & Cía";

describe("the pages where a lead ends our mails", () => {
  it.each([
    ["es", "¿Quiere dejar de recibir nuestros correos?", "No recibir más correos", "Se ha dado de baja"],
    ["en", "Unsubscribe from our e-mails?", "Unsubscribe", "You are unsubscribed"],
  ] as const)("ask first, with one button, and then say that it is done (%s)", (language, question, button, done) => {
    const asking = unsubscribePage({ language, company });
    expect(visibleOf(asking)).toEqual(expect.arrayContaining([company, question, button]));
    expect(asking).toContain('<form method="post">');
    const ended = unsubscribedPage({ language, company });
    expect(visibleOf(ended)).toContain(done);
    expect(tagsOf(ended)).not.toContain("form");
    for (const page of [asking, ended]) {
      expect(attributesOf(page, "lang")).toEqual([language]);
      expect(page).not.toMatch(/<script|https?:/i);
    }
  });
});
