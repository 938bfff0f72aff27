import { describe, expect, it } from "vitest";
import type { Block } from "../../../lambdas/views/mail/block.ts";
import { colleagueMail } from "../../../lambdas/views/mail/colleague-mail.ts";
import { anAgreement } from "../../builders/agreement.ts";

const agreement = anAgreement({
  glossary: [
    {
      id: "mql",
      term: { es: "MQL", en: "MQL" },
      meaning: { es: "Lo que entrega marketing.", en: "What marketing delivers." },
    },
    { id: "sal", term: { es: "SAL", en: "SAL" }, meaning: { es: "Lo que acepta ventas.", en: "What sales accepts." } },
  ],
});

const mail = (language: "es" | "en", blocks: readonly Block[], title = "Hola") =>
  colleagueMail({
    to: { name: "Ana Gil", email: "ana@engranaje.example", language },
    agreement,
    subject: "S",
    title,
    blocks,
  });

const paragraph = (text: string): Block => ({ is: "paragraph", text });

describe("a mail to a colleague", () => {
  it("ends with the glossary of the words that it uses", () => {
    const { text, html } = mail("es", [paragraph("Este MQL es tuyo; otro MQL espera.")]);
    expect(text).toMatch(/\nQué significan aquí estas palabras:\n- MQL: Lo que entrega marketing\.\n$/);
    expect(html).toMatch(
      /Qué significan aquí estas palabras:<\/p>\s*<ul [^>]*>\s*<li[^>]*>MQL: Lo que entrega marketing\.<\/li><\/ul>/,
    );
    expect(text + html).not.toContain("SAL");
  });

  it("explains in the reader's language, words of the title too", () => {
    const { text } = mail("en", [paragraph("Your MQL waits.")], "Is it a SAL?");
    expect(text).toMatch(
      /What these words mean here:\n- MQL: What marketing delivers\.\n- SAL: What sales accepts\.\n$/,
    );
  });

  it("explains nothing when it uses none of them, or only the lead does", () => {
    const { text } = mail("en", [paragraph("Nothing new."), { is: "quote", text: "We are an MQL!" }]);
    expect(text).not.toContain("What these words mean here");
    expect(text).toMatch(/please do not forward it outside the company\.\n$/);
  });

  it("says in its small print why it came and that its links are harmless", () => {
    const [es, en] = [mail("es", []), mail("en", [])];
    expect(es.text).toMatch(/acuerdo entre marketing y ventas de Engranaje Industrial\. Contiene datos personales/);
    expect(en.text).toMatch(
      /-- \nThe links only open a page: nothing changes until you confirm there\.\nYou receive this e-mail/,
    );
  });
});
