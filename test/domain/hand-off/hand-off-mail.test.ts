import { describe, expect, it } from "vitest";
import { type HandOff, handOffMail } from "../../../lambdas/domain/hand-off/hand-off-mail.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead, anEngagement } from "../../builders/lead.ts";
import { attributesOf, tagsOf, visibleOf } from "../mail/markup.ts";

const agreement = anAgreement();
const [ana] = agreement.terms.team.reps;
if (ana === undefined) throw new Error("the agreement of the tests has a rep");

const links = {
  page: "https://api.example/answers/k.r.s",
  accept: "https://api.example/answers/k.r.s?choose=accept",
  reject: "https://api.example/answers/k.r.s?choose=reject",
};

const handOff: HandOff = {
  lead: aLead("assigned"),
  rep: ana,
  agreement,
  gateReasons: [{ es: "Encaje suficiente", en: "Good enough a fit" }],
  fit: [
    {
      criterion: "spain",
      value: "ES",
      points: 12.5,
      sentence: { es: "País: «ES» (+12,5)", en: "Country: “ES” (+12.5)" },
    },
  ],
  familiarity: [],
  engagements: [anEngagement({ kind: "pricing-viewed", subject: "/precios", at: "2026-03-08T10:00:00.000Z" })],
  links,
};

describe("the hand-off mail", () => {
  it("tells the rep whom to call, why, and by when, in the rep's language", () => {
    const { to, subject, text } = handOffMail(handOff);
    expect(to).toEqual({ name: "Ana Gil", email: "ana@engranaje.example" });
    expect(subject).toBe("Lead nuevo para ti: Inés Otero (Talleres Norte)");
    for (const part of [
      "Responde antes del jueves 12 de marzo, 10:30 (hora de Madrid)",
      "Hola, Ana:",
      "Teléfono: +34 910 000 000",
      "> Quisiera saber cuánto tarda la puesta en marcha.",
      "- Encaje suficiente",
      "Encaje con el cliente ideal: 12,5 puntos",
      "- País: «ES» (+12,5)",
      "- 8 mar 2026, 11:00: Página de precios visitada (/precios)",
    ])
      expect(text).toContain(part);
  });

  it("speaks English to a rep who does", () => {
    const { subject, text, html } = handOffMail({ ...handOff, rep: { ...ana, language: "en" } });
    expect(subject).toBe("New lead for you: Inés Otero (Talleres Norte)");
    expect(text).toContain("Answer before Thursday 12 March, 10:30 (Madrid time)");
    expect(text).toContain("- Good enough a fit");
    expect(attributesOf(html, "lang")).toEqual(["en"]);
  });

  it("has a button to accept, one to reject, and calls and writes with one touch", () => {
    const { html, text } = handOffMail(handOff);
    expect(attributesOf(html, "href")).toEqual([
      links.accept,
      links.reject,
      "mailto:ines@talleresnorte.example",
      "tel:+34910000000",
      links.page,
    ]);
    for (const link of Object.values(links)) expect(text).toContain(link);
  });

  it("tells the last ten things that the lead did, the newest first", () => {
    const engagements = Array.from({ length: 12 }, (_, i) =>
      anEngagement({ engagementId: `e-${i}`, subject: `/${i}`, at: `2026-03-08T10:${10 + i}:00.000Z` }),
    );
    const { text } = handOffMail({ ...handOff, engagements });
    const deeds = [...text.matchAll(/^- 8 mar .*\((.*)\)$/gm)].map(([, subject]) => subject);
    expect(deeds).toEqual(["/11", "/10", "/9", "/8", "/7", "/6", "/5", "/4", "/3", "/2"]);
  });

  it("leaves out what there is nothing to say about", () => {
    const lead = { ...aLead("assigned"), contact: {} };
    const { text, subject } = handOffMail({ ...handOff, lead, gateReasons: [], fit: [], engagements: [] });
    expect(subject).toBe("Lead nuevo para ti: ines@talleresnorte.example");
    for (const heading of ["Qué nos ha escrito", "Por qué", "Encaje", "Familiaridad", "Qué ha hecho"])
      expect(text).not.toContain(heading);
  });

  it("takes no orders from what the lead wrote", () => {
    const nasty = `<script>alert("1")</script>'\r\nBcc: all@victims.example\r\n\r\n`;
    const lead = aLead("assigned", { contact: { name: nasty, company: nasty, jobTitle: nasty, message: nasty } });
    const { subject, html, text } = handOffMail({ ...handOff, lead });
    expect(subject).not.toMatch(/\p{Cc}/u);
    expect(tagsOf(html)).not.toContain("script");
    expect(visibleOf(html).join(" ")).toContain('<script>alert("1")</script>');
    expect(text).not.toMatch(/^Bcc/m);
  });
});
