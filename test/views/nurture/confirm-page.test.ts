import { describe, expect, it } from "vitest";
import { confirmPage } from "../../../lambdas/views/nurture/confirm-page.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { attributesOf, tagsOf, visibleOf } from "../mail/markup.ts";

const company = "Engranaje & Cía";
const agreement = anAgreement({ company: { name: company } });

describe("the page where a lead confirms that it wants our mails", () => {
  it.each([
    ["es", "¿Quiere recibir nuestros correos?", "Sí, quiero recibirlos", "Confirmado", "Este enlace ya no es válido"],
    ["en", "Would you like our e-mails?", "Yes, send them to me", "Confirmed", "This link is no longer valid"],
  ] as const)("asks with one button, and says how things stand (%s)", (language, question, button, done, over) => {
    const asking = confirmPage("open", { language, agreement, differs: [] });
    expect(visibleOf(asking)).toEqual(expect.arrayContaining([company, question, button]));
    expect(asking).toContain('<form method="post">');
    for (const [found, title] of [
      ["confirmed", done],
      ["ended", over],
      ["undeliverable", over],
    ] as const) {
      const page = confirmPage(found, { language, agreement, differs: [] });
      expect(visibleOf(page)).toContain(title);
      expect(tagsOf(page)).not.toContain("form");
      expect(attributesOf(page, "lang")).toEqual([language]);
      expect(page).not.toMatch(/<script|https?:/i);
    }
  });
});
