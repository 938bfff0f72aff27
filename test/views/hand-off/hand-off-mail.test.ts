import { describe, expect, it } from "vitest";
import type { Language } from "../../../lambdas/contract/stages.ts";
import { sayOverride } from "../../../lambdas/domain/gate/apply-override.ts";
import { type HandOffFacts, handOffMail } from "../../../lambdas/views/hand-off/hand-off-mail.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { now } from "../../builders/now.ts";
import { attributesOf, tagsOf, visibleOf } from "../mail/markup.ts";

const agreement = anAgreement();
const [ana] = agreement.terms.team.reps;
if (ana === undefined) throw new Error("the agreement of the tests has a rep");

const links = {
  page: "https://api.example/answers/k.r.s",
  accept: "https://api.example/answers/k.r.s?choose=accept",
  reject: "https://api.example/answers/k.r.s?choose=reject",
};

const none = { known: [], inAll: 0 };

const handOff: HandOffFacts = {
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
  engagements: { known: [{ kind: "pricing-viewed", subject: "/precios", at: "2026-03-08T10:00:00.000Z" }], inAll: 1 },
  facts: [],
  forms: [],
  links,
  now,
};

describe("the hand-off mail", () => {
  it("has what the lead's forms said beside the fields that we know", () => {
    const other = [
      { name: "presupuesto", value: "20.000 <b>€</b>" },
      { name: "company", value: "-" },
    ];
    const form = { submissionId: "s", at: now, cycle: 1, utm: {}, consents: [], declined: [], contact: {}, other };
    const { text, html } = handOffMail({ ...handOff, forms: [form] });
    expect(text).toContain("También ha dicho");
    expect(text).toContain("presupuesto: 20.000 <b>€</b>");
    expect(html).toContain("20.000 &lt;b&gt;€&lt;/b&gt;");
    expect(handOffMail(handOff).text).not.toContain("También ha dicho");
  });

  it("shows the rep whom to call, why, and by when, in the rep's language", () => {
    const { to, subject, text } = handOffMail(handOff);
    expect(to).toEqual({ name: "Ana Gil", email: "ana@engranaje.example" });
    expect(subject).toBe("Lead nuevo para ti: Inés Otero (Talleres Norte)");
    for (const part of [
      "Responde antes del jueves 12 de marzo, 10:30 (hora de Madrid)",
      "Hola, Ana:",
      "Teléfono: +34 910 000 000",
      "> Quisiera saber cuánto tarda la puesta en marcha.",
      "- Encaje suficiente",
      "Encaje con el cliente ideal: 12,5",
      "- País: «ES» (+12,5)",
      "8 mar 2026, 11:00: Página de precios visitada (/precios)",
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
      const known = asked.toSorted().map((at) => ({ kind: "pricing-viewed", at }));
      const lead = aLead("assigned", { lane: "fast" });
      const es = handOffMail({ ...handOff, lead, agreement: hot, engagements: { known, inAll: 3 } });
      expect(es.subject).toBe("Lead nuevo para ti (vía rápida): Inés Otero (Talleres Norte)");
      expect(es.text).toContain(
        "Vía rápida: ha pedido algo que no debe esperar (Página de precios visitada, 9 mar 2026, 11:00).",
      );
      const en = handOffMail({ ...handOff, lead, rep: { ...ana, language: "en" }, engagements: none });
      expect(en.subject).toBe("New lead for you (fast lane): Inés Otero (Talleres Norte)");
      expect(en.text).toContain("Fast lane: they asked for something that must not wait.");
      expect(handOffMail(handOff).text).not.toMatch(/caliente|vía rápida/i);
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
      expect(es.text).toContain("Decidido a mano: Carla (marketing), 9 mar 2026, 17:05");
      expect(es.text).toContain("Motivo: Nos pidió oferta en la feria");
      expect(en.text).toContain("Hi Ana, marketing decided by hand that Inés Otero (Talleres Norte) is an MQL");
      expect(en.text).toContain("Decided by hand: Carla (marketing), 9 Mar 2026, 17:05");
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

  it("lists what the lead read and did in reading order, and how much there was before", () => {
    const known = Array.from({ length: 14 }, (_, i) => ({
      kind: "page-viewed",
      subject: `/${i}`,
      at: `2026-03-08T10:${10 + i}:00.000Z`,
    }));
    const { text } = handOffMail({ ...handOff, engagements: { known, inAll: 35 } });
    expect(text).toContain("Antes: otras 23 acciones\n8 mar 2026, 11:12: Página visitada (/2)");
    const engagements = [...text.matchAll(/^8 mar .*\((.*)\)$/gm)].map(([, subject]) => subject);
    expect(engagements).toEqual(["/2", "/3", "/4", "/5", "/6", "/7", "/8", "/9", "/10", "/11", "/12", "/13"]);
  });

  it("says what was promised and how to begin", () => {
    const promising = anAgreement({
      familiarity: [
        {
          kind: "pricing-viewed",
          label: { es: "Precios", en: "Prices" },
          points: 1,
          halfLife: "1 day",
          cap: 1,
          promise: { es: "Una tarifa", en: "A price list" },
        },
      ],
    });
    const lead = aLead("assigned", { scores: { fit: 1, familiarity: 1, persona: "operations" } });
    const { text } = handOffMail({ ...handOff, lead, agreement: promising });
    expect(text).toContain("- Una tarifa (lo pidió el 8 mar 2026)");
    expect(text).toMatch(/Cómo empezar\n-+\n\nEmpieza por lo que más le duele\./);
  });

  it("says how earlier cycles ended, with the notes", () => {
    const facts = [
      {
        cycle: 1,
        at: "2026-02-03T10:00:00.000Z",
        ownerId: "luis",
        kind: "rejected",
        reason: "not-now",
        note: "Llamar en marzo",
      },
    ];
    const { text } = handOffMail({ ...handOff, lead: aLead("assigned", { cycle: 2 }), facts });
    expect(text).toContain(
      "- Ciclo 1: rechazado por Luis Mora el 3 feb 2026: «Ahora no es el momento». Nota: «Llamar en marzo»",
    );
  });

  it("says nothing twice", () => {
    const override = { verdict: "qualified", reason: "De la feria", by: "Carla", at: now } as const;
    const lead = aLead("assigned", { override });
    const gateReasons = [
      sayOverride(override),
      { es: "Imprescindible cumplido, País: «ES» es España", en: "Must-have met, Country: “ES” is Spain" },
      { es: "Puntos de encaje: 60 (mínimo 30)", en: "Fit points: 60 (minimum 30)" },
    ];
    const fit = [
      {
        criterion: "spain",
        value: "ES",
        points: 10,
        sentence: { es: "País: «ES» es España (+10)", en: "Country: “ES” is Spain (+10)" },
      },
    ];
    const { text } = handOffMail({ ...handOff, lead, gateReasons, fit });
    expect(text.match(/De la feria/g)).toHaveLength(1);
    expect(text.match(/«ES» es España/g)).toHaveLength(1);
    expect(text).toContain("- Puntos de encaje: 60 (mínimo 30)");
  });

  it("calls an interest that the agreement knows as it is called there", () => {
    const lead = aLead("assigned", { contact: { interest: "form" } });
    const known = anAgreement({
      familiarity: [
        {
          kind: "form-requested",
          label: { es: "Formulario pedido", en: "Form asked for" },
          points: 1,
          halfLife: "1 day",
          cap: 1,
        },
      ],
    });
    expect(handOffMail({ ...handOff, lead, agreement: known }).text).toContain("Interés: Formulario pedido");
    expect(handOffMail({ ...handOff, lead }).text).toContain("Interés: form");
  });

  it("says when to answer in the rep's time zone, and attaches the deadline as a file", () => {
    const { text, attachments } = handOffMail({ ...handOff, rep: { ...ana, timeZone: "Atlantic/Canary" } });
    expect(text).toContain("Responde antes del jueves 12 de marzo, 09:30 (hora de Canarias)");
    expect(text).toContain("plazo.ics");
    expect(attachments?.map(({ name }) => name)).toEqual(["plazo.ics"]);
  });

  it("leaves out what there is nothing to say about", () => {
    const lead = { ...aLead("assigned"), contact: {} };
    const { text, subject } = handOffMail({ ...handOff, lead, gateReasons: [], fit: [], engagements: none });
    expect(subject).toBe("Lead nuevo para ti: ines@talleresnorte.example");
    for (const heading of [
      "Qué nos ha escrito",
      "Por qué",
      "Encaje",
      "Familiaridad",
      "Qué ha leído",
      "prometido",
      "Qué pasó",
    ])
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
