import { describe, expect, it } from "vitest";
import type { Told } from "../../../lambdas/domain/nurture/telling.ts";
import { acknowledgementMail } from "../../../lambdas/views/nurture/acknowledgement-mail.ts";
import { confirmMail } from "../../../lambdas/views/nurture/confirm-mail.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { now } from "../../builders/now.ts";
import { attributesOf, visibleOf } from "../mail/markup.ts";

const guide = { kind: "guide-requested", label: { es: "Guía solicitada", en: "Guide requested" }, points: 1, cap: 1 };
const agreement = anAgreement({ familiarity: [{ ...guide, halfLife: "60 days" }] });
const form = { submissionId: "form-1", at: now, kinds: ["form-submitted", "guide-requested"] };
const contentUrl = "https://api.example/go/k.v.s";
const unsubscribeUrl = "https://api.example/unsubscribe/k.u.s";
const confirmUrl = "https://api.example/confirm/k.c.s";
const content = [{ title: { es: "Cinco señales", en: "Five signs" }, url: contentUrl }];
const typed = { name: "<b>Gane dinero</b>", company: "https://evil.example", message: "Llame ya", interest: "guía" };
const tells = (
  told: Told,
  { language = "es", terms = agreement }: { language?: "es" | "en"; terms?: typeof agreement } = {},
) =>
  acknowledgementMail({
    lead: aLead("nurturing", { language, contact: typed }),
    agreement: terms,
    telling: { form, told },
    content,
    unsubscribeUrl,
  });

describe("the mail that tells what becomes of a form", () => {
  it.each([
    [
      "es",
      { is: "call", by: "2026-03-12T09:30:00.000Z" },
      "Le llamaremos, en nuestro horario laboral, a más tardar el jueves 12 de marzo, 10:30 (hora de Madrid).",
    ],
    [
      "en",
      { is: "call", by: "2026-03-12T09:30:00.000Z" },
      "We will call you in our working hours, by Thursday 12 March, 10:30 (Madrid time) at the latest.",
    ],
    [
      "es",
      { is: "notYet" },
      "De momento no le llamaremos. Si quiere hablar con nosotros, responda a este correo y díganos qué necesita.",
    ],
    ["en", { is: "passedOn" }, "We have passed your message on to the person who looks after you."],
  ] as const)("says what will happen, and brings what was asked for (%s)", (language, told, says) => {
    const mail = tells(told, { language });
    expect(visibleOf(mail.html)).toEqual(expect.arrayContaining([says, content[0]?.title[language]]));
    expect(mail.text).toContain(says);
    expect(attributesOf(mail.html, "href")).toEqual([contentUrl, unsubscribeUrl]);
  });

  it("says it in the words of the agreement, where it has its own", () => {
    const call = { es: "Una llamada, antes del {by}. Antes del {by}.", en: "A call, before {by}." };
    const own = anAgreement({ ...agreement.terms, acknowledgement: { after: ["qualified"], texts: { call } } });
    expect(tells({ is: "call", by: "2026-03-12T09:30:00.000Z" }, { terms: own }).text).toContain(
      "Una llamada, antes del jueves 12 de marzo, 10:30 (hora de Madrid). Antes del jueves 12 de marzo, 10:30 (hora de Madrid).",
    );
  });

  it.each(["es", "en"] as const)(
    "repeats nothing that the sender wrote, nor does the one that asks (%s)",
    (language) => {
      const lead = aLead("nurturing", { language, contact: typed });
      const asks = { about: "consent", at: now, consents: lead.consents, form: { contact: typed } } as const;
      const telling = { form, told: { is: "notYet" } } as const;
      const asking = confirmMail({ lead, agreement, ...asks, telling, content, confirmUrl, unsubscribeUrl });
      expect(attributesOf(asking.html, "href")).toEqual([contentUrl, confirmUrl, unsubscribeUrl]);
      for (const { html, text, subject, to } of [tells({ is: "notYet" }, { language }), asking])
        for (const part of [html, text, subject, to.name]) expect(part).not.toMatch(/dinero|evil|Llame ya/);
    },
  );
});
