import { describe, expect, it } from "vitest";
import { confirmPage } from "../../../lambdas/views/nurture/confirm-page.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { attributesOf, tagsOf, visibleOf } from "../mail/markup.ts";

const company = "Engranaje & Cía";
const agreement = anAgreement({ company: { name: company } });

const asked = { about: "consent", agrees: true, agreement, differs: [] } as const;

describe("the page where a lead confirms that it wants our mails", () => {
  it.each([
    ["es", "¿Quiere recibir nuestros correos?", "Sí, quiero recibirlos", "Confirmado", "Este enlace ya no es válido"],
    ["en", "Would you like our e-mails?", "Yes, send them to me", "Confirmed", "This link is no longer valid"],
  ] as const)("asks with one button, and says how things stand (%s)", (language, question, button, done, over) => {
    const asking = confirmPage({ ...asked, state: "open", language });
    expect(visibleOf(asking)).toEqual(expect.arrayContaining([company, question, button]));
    expect(asking).toContain('<form method="post">');
    for (const [found, title] of [
      ["confirmed", done],
      ["ended", over],
      ["undeliverable", over],
    ] as const) {
      const page = confirmPage({ ...asked, state: found, language });
      expect(visibleOf(page)).toContain(title);
      expect(tagsOf(page)).not.toContain("form");
      expect(attributesOf(page, "lang")).toEqual([language]);
      expect(page).not.toMatch(/<script|https?:/i);
    }
  });

  it.each([
    ["es", "¿Envió usted este formulario?", "Sí, lo envié yo", "Además, podrá enviarle contenidos a esta dirección."],
    ["en", "Did you send this form?", "Yes, I sent it", "It may then also send content to this address."],
  ] as const)(
    "asks whose a form is, and names its consent when it has one (%s)",
    (language, question, button, consent) => {
      const asks = { ...asked, about: "form", state: "open", language } as const;
      expect(visibleOf(confirmPage(asks))).toEqual(expect.arrayContaining([question, button, consent]));
      expect(visibleOf(confirmPage({ ...asks, agrees: false }))).not.toContain(consent);
      const done = (agrees: boolean) => visibleOf(confirmPage({ ...asks, agrees, state: "confirmed" })).join(" ");
      expect(done(true)).toMatch(/contenidos|content/);
      expect(done(false)).not.toMatch(/contenidos|content/);
    },
  );
});
