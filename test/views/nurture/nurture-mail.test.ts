import { describe, expect, it } from "vitest";
import { nurtureMail } from "../../../lambdas/views/nurture/nurture-mail.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { attributesOf, flat, tagsOf } from "../mail/markup.ts";

const agreement = anAgreement();
const [content] = agreement.terms.nurture.content;
if (content === undefined) throw new Error("the agreement of the tests has content");

const contentUrl = "https://api.example/go/k.v.s";
const unsubscribeUrl = "https://api.example/unsubscribe/k.r.s";
const named = (name: string, given?: string) => ({
  contact: { name, ...(given !== undefined && { readAs: [{ field: "name", value: name, given }] }) },
});
const mailTo = (overrides: Parameters<typeof aLead<"nurturing">>[1] = {}) => {
  const lead = aLead("nurturing", { ...named("Inés Otero", "Inés"), ...overrides });
  return nurtureMail({ lead, content, agreement, contentUrl, unsubscribeUrl });
};

describe("a nurture mail", () => {
  it("brings the content in the lead's language", () => {
    const { to, subject, text } = mailTo();
    expect(to).toEqual({ name: "Inés", email: "ines@talleresnorte.example" });
    expect(subject).toBe(content.title.es);
    expect(text).toContain("Hola, Inés:");
    expect(text).toContain(content.text.es);
    expect(text).toContain(`Leer más:\n${contentUrl}`);
    const english = mailTo({ language: "en" });
    expect(english.subject).toBe(content.title.en);
    expect(english.text).toContain(`Read more:\n${contentUrl}`);
  });

  it("says why it comes, who sends it and from where, and how to end it", () => {
    const { text, html } = mailTo();
    expect(text).toContain("porque el 9 mar 2026 aceptó recibir información de Engranaje Industrial");
    expect(text).toContain("Engranaje Industrial, Calle de la Rueda 12, 28004 Madrid");
    expect(text).toContain(`No recibir más correos:\n${unsubscribeUrl}`);
    expect(attributesOf(html, "href")).toEqual([contentUrl, unsubscribeUrl]);
    expect(mailTo({ language: "en" }).text).toContain("because on 9 Mar 2026 you agreed to receive information");
  });

  it("names the consent that stands, not one that has been ended since or was given for something else", () => {
    const consents = [
      { purpose: "news", at: "2026-01-10T09:00:00.000Z" },
      { purpose: "news", at: "2026-02-03T09:00:00.000Z" },
      { purpose: "calls", at: "2026-03-09T09:00:00.000Z" },
    ];
    expect(mailTo({ consents }).text).toContain("porque el 3 feb 2026 aceptó");
    const none = mailTo({ consents, unsubscribedAt: "2026-03-01T09:00:00.000Z" });
    expect(none.text).toContain("porque aceptó recibir información de Engranaje Industrial.");
  });

  it("shows in the inbox what it is about, after the greeting", () => {
    const { html } = mailTo();
    expect(flat(html)).toContain(`overflow:hidden;mso-hide:all">Hola, Inés: ${content.text.es}`);
  });

  it("reads the same without images, for it has none, and loads nothing", () => {
    expect(tagsOf(mailTo().html)).not.toContain("img");
    expect(mailTo().html).not.toMatch(/url\(|@import|<link/);
  });

  it("lets the mailbox offer the way out itself", () => {
    expect(mailTo().headers).toEqual([
      { name: "List-Unsubscribe", value: `<${unsubscribeUrl}>` },
      { name: "List-Unsubscribe-Post", value: "List-Unsubscribe=One-Click" },
    ]);
  });

  it.each(["www.win-a-prize.example", "http://evil.example", "<b>Free</b>", "50€", "a".repeat(31), "  "])(
    "does not carry an advertisement that somebody gave as a name: %s",
    (name) => {
      const { text, html, to } = mailTo(named(name, name));
      expect(text).toContain("Hola:");
      expect(to.name).toBe("");
      if (name.trim() !== "") expect(text + html).not.toContain(name);
    },
  );

  it.each(["José-Luis", "D’Artagnan", "Zoë", "María José"])(
    "greets %s, where that was given as the given name",
    (given) => {
      expect(mailTo(named(`${given} Pérez`, given)).text).toContain(`Hola, ${given}:`);
    },
  );

  it.each(["Ana Pérez", "van de Weerd", "Otero"])("greets nobody by a part of a whole name: %s", (name) => {
    expect(mailTo(named(name)).text).toContain("Hola:");
    expect(mailTo({ ...named(name), language: "en" }).text).toContain("Hello,");
  });

  it("greets nobody by the name that an earlier value had", () => {
    const contact = { name: "Otero", readAs: [{ field: "name", value: "Inés Otero", given: "Inés" }] };
    expect(mailTo({ contact }).text).toContain("Hola:");
  });
});
