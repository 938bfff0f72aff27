import { describe, expect, it } from "vitest";
import type { Language } from "../../../lambdas/contract/stages.ts";
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

  describe("of a lead that was judged", () => {
    const scores = { fit: 60, familiarity: 42, persona: "operations", grade: "A1" };
    const mailOf = (overrides: Parameters<typeof aLead<"assigned">>[1], language: Language = "es") =>
      handOffMail({ ...handOff, lead: aLead("assigned", overrides), rep: { ...ana, language } });

    it("names the persona and the grade, in words", () => {
      const [es, en] = [mailOf({ scores }), mailOf({ scores }, "en")];
      expect(es.text).toContain("Cliente ideal: Dirección de operaciones de una industria mediana");
      expect(es.text).toContain("Calificación: A1 (encaja muy bien, nos conoce bien)");
      expect(en.text).toContain("Buyer persona: Head of operations at a mid-sized manufacturer");
      expect(en.text).toContain("Grade: A1 (fits very well, knows us well)");
    });

    it("says nothing of a persona that the agreement no longer has, nor of a lead without a grade", () => {
      const { text } = mailOf({ scores: { fit: 60, familiarity: 42, persona: "gone" } });
      expect(text).not.toContain("De un vistazo");
    });

    it("says that a lead in the fast lane is hot and what it asked for last", () => {
      const hot = anAgreement({ gate: { fastLane: [{ kind: "pricing-viewed", within: "7 days" }] } });
      const asked = ["2026-03-07T10:00:00.000Z", "2026-03-09T10:00:00.000Z", "2026-03-08T10:00:00.000Z"];
      const engagements = asked.map((at, i) => anEngagement({ engagementId: `e-${i}`, kind: "pricing-viewed", at }));
      const lead = aLead("assigned", { lane: "fast" });
      const es = handOffMail({ ...handOff, lead, agreement: hot, engagements });
      expect(es.subject).toBe("Lead caliente para ti: Inés Otero (Talleres Norte)");
      expect(es.text).toContain(
        "Lead caliente: ha pedido algo que no debe esperar (Página de precios visitada, 9 mar 2026, 11:00).",
      );
      const en = handOffMail({ ...handOff, lead, rep: { ...ana, language: "en" }, engagements: [] });
      expect(en.subject).toBe("Hot lead for you: Inés Otero (Talleres Norte)");
      expect(en.text).toContain("Hot lead: it asked for something that must not wait.");
      expect(handOffMail(handOff).text).not.toContain("caliente");
    });

    it("says who in marketing decided by hand, when and why", () => {
      const override = {
        verdict: "qualified",
        reason: "Nos pidió oferta en la feria",
        by: "Carla",
        at: "2026-03-09T16:05:00.000Z",
      } as const;
      const [es, en] = [mailOf({ override }), mailOf({ override }, "en")];
      expect(es.text).toContain("Hola, Ana: marketing ha decidido a mano que Inés Otero (Talleres Norte) es un MQL");
      expect(es.text).toContain("Decidido a mano: Carla, de marketing, 9 mar 2026, 17:05");
      expect(es.text).toContain("Motivo: Nos pidió oferta en la feria");
      expect(en.text).toContain("Hi Ana, marketing decided by hand that Inés Otero (Talleres Norte) is an MQL");
      expect(en.text).toContain("Decided by hand: Carla, marketing, 9 Mar 2026, 17:05");
      expect(en.text).toContain("Reason: Nos pidió oferta en la feria");
    });
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
