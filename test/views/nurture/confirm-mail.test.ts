import { describe, expect, it } from "vitest";
import { type Confirming, confirmMail } from "../../../lambdas/views/nurture/confirm-mail.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { now } from "../../builders/now.ts";
import { attributesOf, tagsOf, visibleOf } from "../mail/markup.ts";

const demo = { kind: "demo-requested", label: { es: "Demo pedida", en: "Demo requested" }, points: 30, cap: 30 };
const agreement = anAgreement({ nurture: { doubleOptIn: true }, familiarity: [{ ...demo, halfLife: "60 days" }] });
const confirmUrl = "https://api.example/confirm/k.c.s";
const unsubscribeUrl = "https://api.example/unsubscribe/k.u.s";
const mailTo = (overrides: Parameters<typeof aLead<"nurturing">>[1] = {}, asks: Partial<Confirming> = {}) => {
  const lead = aLead("nurturing", overrides);
  const [consent] = lead.consents;
  const asked = { about: "consent", at: consent?.at ?? now, consents: lead.consents } as const;
  return confirmMail({ lead, agreement, ...asked, ...asks, confirmUrl, unsubscribeUrl });
};

describe("the mail that asks for a confirmation", () => {
  it.each([
    [
      "es",
      "Confirme que quiere recibir correos de Engranaje Industrial",
      "El lunes 9 de marzo, 10:30 (hora de Madrid), en www.engranaje.example, se pidió enviar contenidos de Engranaje Industrial a esta dirección.",
      "Confirmar",
      "Si no lo pidió usted, no tiene que hacer nada: no le enviaremos esos contenidos.",
      "No recibir más correos",
    ],
    [
      "en",
      "Please confirm that you want e-mails from Engranaje Industrial",
      "On Monday 9 March, 10:30 (Madrid time), content from Engranaje Industrial was requested for this address at www.engranaje.example.",
      "Confirm",
      "If it was not you, you do not need to do anything: we will not send you that content.",
      "Unsubscribe",
    ],
  ] as const)(
    "says what was asked for when and where, with one button (%s)",
    (language, subject, asked, button, ignore, out) => {
      const mail = mailTo({ language });
      expect(mail.subject).toBe(subject);
      expect(visibleOf(mail.html)).toEqual(expect.arrayContaining([asked, button, ignore, out]));
      for (const text of [asked, ignore, `${button}:\n${confirmUrl}`, `${out}:\n${unsubscribeUrl}`])
        expect(mail.text).toContain(text);
      expect(attributesOf(mail.html, "href")).toEqual([confirmUrl, unsubscribeUrl]);
      expect(tagsOf(mail.html)).not.toContain("img");
    },
  );

  it.each([
    [
      "es",
      "Confirme su formulario en Engranaje Industrial",
      "Hemos recibido su formulario",
      "También aceptaba recibir contenidos de Engranaje Industrial.",
    ],
    [
      "en",
      "Please confirm your form to Engranaje Industrial",
      "We have received your form",
      "Its sender also agreed to receive content from Engranaje Industrial.",
    ],
  ] as const)(
    "says in one mail that a form came, what it asked for, and asks (%s)",
    (language, subject, title, agrees) => {
      const form = { contact: { interest: "demo, gane dinero", message: "gane dinero", name: "gane dinero" } };
      const mail = mailTo({ language }, { about: "form", form });
      expect(mail.subject).toBe(subject);
      expect(visibleOf(mail.html)).toEqual(expect.arrayContaining([title, demo.label[language], agrees]));
      expect(JSON.stringify(mail)).not.toContain("gane");
      expect(mailTo({ language }, { about: "form", form, consents: [] }).text).not.toContain(agrees);
    },
  );

  it.each([
    [
      "es",
      "phone",
      "El 9 de marzo de 2026, alguien de Engranaje Industrial anotó que usted aceptó por teléfono recibir contenidos en esta dirección.",
    ],
    [
      "en",
      "in-person",
      "On 9 March 2026, somebody at Engranaje Industrial noted that you agreed in person to receive content at this address.",
    ],
  ] as const)("speaks of no form when a colleague noted the consent (%s)", (language, how, says) => {
    const consents = [{ purpose: "news", at: "2026-03-09T09:30:00.000Z", by: "ana", how }];
    const form = { contact: { interest: "demo" }, noted: "colleague" } as const;
    for (const kept of [form, undefined]) {
      const mail = mailTo({ language, consents }, { form: kept });
      expect(visibleOf(mail.html)).toContain(says);
      expect(mail.subject).toMatch(/recibir correos|want e-mails/);
      expect(mail.text).not.toMatch(/formulario|form\b/);
    }
    expect(mailTo({ language, consents }, { form }).text).toContain(demo.label[language]);
  });

  it.each([
    ["es", "Esta dirección está en una lista de personas que aceptaron recibir contenidos de Engranaje Industrial."],
    ["en", "This address is on a list of people who agreed to receive content from Engranaje Industrial."],
  ] as const)("nor of a wish when a list says that they agreed (%s)", (language, says) => {
    const { html, text } = mailTo({ language }, { form: { contact: { interest: "demo" }, noted: "list" } });
    expect(visibleOf(html)).toContain(says);
    expect(text).not.toMatch(/formulario|form\b/);
    expect(text).not.toContain(demo.label[language]);
  });

  it("tells, beside it, what happens to a form that did come", () => {
    const telling = {
      form: { submissionId: "f", at: now, kinds: ["form-submitted"] },
      told: { is: "notYet" as const },
    };
    const { text } = mailTo({}, { form: { contact: {}, noted: "colleague" }, telling });
    expect(text).toContain("El martes 10 de marzo, 10:30 (hora de Madrid), Engranaje Industrial recibió un formulario");
    expect(text).toContain("alguien de Engranaje Industrial anotó");
    expect(text).toContain("De momento no le llamaremos.");
  });

  it("lets mailboxes offer the way out, and says who sends it", () => {
    const { headers, text } = mailTo();
    expect(headers).toEqual([
      { name: "List-Unsubscribe", value: `<${unsubscribeUrl}>` },
      { name: "List-Unsubscribe-Post", value: "List-Unsubscribe=One-Click" },
    ]);
    expect(text).toContain("Engranaje Industrial, Calle de la Rueda 12, 28004 Madrid");
  });

  it("carries no word that came with the form: anyone can give someone else's address", () => {
    const advert = "gane-dinero";
    const mail = mailTo({
      contact: { name: advert, company: advert, message: advert, interest: advert },
      consents: [
        { purpose: "news", at: "2026-03-09T09:30:00.000Z", page: `https://${advert}.example/`, textVersion: advert },
      ],
    });
    expect(JSON.stringify(mail)).not.toContain(advert);
    const asked = mailTo({}, { about: "form", form: { contact: { interest: advert, name: advert, message: advert } } });
    expect(JSON.stringify(asked)).not.toContain(advert);
    const ours = mailTo({
      consents: [{ purpose: "news", at: now, page: `https://www.engranaje.example/${advert}?x=${advert}` }],
    });
    expect(ours.text).toContain("en www.engranaje.example, se pidió");
    expect(JSON.stringify(ours)).not.toContain(advert);
  });
});
