import { describe, expect, it } from "vitest";
import { sayElapsed } from "../../../lambdas/domain/text/say-duration.ts";
import { rejectedMail } from "../../../lambdas/views/outcome/rejected-mail.ts";
import { salesIsFullMail } from "../../../lambdas/views/outcome/sales-is-full-mail.ts";
import { wonMail } from "../../../lambdas/views/outcome/won-mail.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { daysFromNow, now } from "../../builders/now.ts";
import { aRep, aRepNow } from "../../builders/rep-now.ts";

const [notNow, notABuyer] = anAgreement().terms.sla.sales.rejectReasons;
if (notNow === undefined || notABuyer === undefined) throw new Error("the agreement of the tests has reject reasons");
const agreement = anAgreement({
  sla: { sales: { rejectReasons: [{ ...notNow, coolDown: "60 days", programme: "later" }, notABuyer] } },
});
const inEnglish = anAgreement({ team: { marketing: { language: "en" } } });
const { marketing, director } = agreement.terms.team;

describe("how long something took", () => {
  it.each([
    { seconds: 0, es: "0 segundos", en: "0 seconds" },
    { seconds: 61, es: "1 minuto y 1 segundo", en: "1 minute and 1 second" },
    { seconds: 3600, es: "1 hora", en: "1 hour" },
    { seconds: 86_400 * 12 + 3 * 3600 + 59, es: "12 días y 3 horas", en: "12 days and 3 hours" },
  ])("$es", ({ seconds, es, en }) => {
    const to = new Date(Date.parse(now) + seconds * 1000).toISOString();
    expect([sayElapsed(now, to, "es"), sayElapsed(now, to, "en")]).toEqual([es, en]);
  });
});

describe("the mail to marketing about a lead that sales turned down", () => {
  const gateReasons = [{ es: "Puntos de encaje: 60 (mínimo 30)", en: "Fit points: 60 (minimum 30)" }];
  const fact = { kind: "rejected", at: now, reason: "not-now", by: "Ana Gil", corrects: false } as const;
  const about = { lead: aLead("captured", { cycle: 2 }), fact, gateReasons, agreement };

  it("says who, why in their words, why it had passed the gate, and what happens now", () => {
    const { to, subject, text } = rejectedMail({ ...about, fact: { ...fact, note: "En <otoño>, mejor" } });
    expect(to.email).toBe(marketing.email);
    expect(subject).toBe("Ventas ha rechazado a Inés Otero (Talleres Norte): Ahora no es el momento");
    for (const part of [
      "Motivo: Ahora no es el momento",
      "lo registró Ana Gil el martes 10 de marzo, 10:30",
      "En <otoño>, mejor",
      "Puntos de encaje: 60 (mínimo 30)",
      "Queda en pausa hasta el 9 de mayo de 2026",
      "recibe primero el programa «Para más adelante»",
    ])
      expect(text).toContain(part);
  });

  it("says that a lead is disqualified, in English for an English reader", () => {
    const { subject, text } = rejectedMail({
      ...about,
      agreement: inEnglish,
      fact: { ...fact, reason: "not-a-buyer" },
    });
    expect(subject).toBe("Sales rejected Inés Otero (Talleres Norte): Not a possible customer");
    expect(text).toContain("The lead is disqualified");
    expect(text).toContain("Fit points: 60 (minimum 30)");
  });

  it("reports a deal that was lost, or that was not won after all", () => {
    const lost = { ...fact, kind: "lost", reason: "price" } as const;
    const { subject, text } = rejectedMail({ ...about, lead: aLead("lost"), fact: { ...lost, corrects: true } });
    expect(subject).toBe("Perdido: Inés Otero (Talleres Norte): Precio");
    expect(text).toContain("Es una corrección: antes constaba como ganado.");
    expect(rejectedMail({ ...about, fact: lost }).text).not.toContain("Es una corrección");
    expect(rejectedMail({ ...about, fact: { ...fact, kind: "recycled" } }).subject).toContain(
      "Ventas ha devuelto a Inés",
    );
  });
});

describe("the mail that celebrates a win", () => {
  const lead = aLead("won", {
    cycle: 2,
    createdAt: daysFromNow(-60),
    qualifiedAt: daysFromNow(-30),
    firstAssignedAt: daysFromNow(-29.5),
    acceptedAt: daysFromNow(-29),
    amount: 12_500,
    scores: { fit: 50, familiarity: 40, persona: "operations" },
  });
  const origin = { pageUrl: "https://www.engranaje.example/es/demo", utm: { source: "feria", campaign: "otono" } };
  const win = { lead, recipient: director, closedBy: "Ana Gil", wonAt: now, origin, read: ["checklist"], agreement };

  it("says who brought the lead, who closed it, and how long each part took", () => {
    const { to, subject, text } = wonMail(win);
    expect(to.email).toBe(director.email);
    expect(subject).toBe("¡Ganado! Inés Otero (Talleres Norte)");
    for (const part of [
      "Importe: 12.500",
      "Carla Paz trajo este lead desde marketing y Ana Gil ha cerrado la venta",
      "https://www.engranaje.example/es/demo",
      "feria · otono",
      "Dirección de operaciones de una industria mediana",
      "Lista para comparar proveedores",
      "Ciclo: 2 (volvió a marketing",
      "De captado a MQL: 30 días",
      "De MQL a asignado: 12 horas",
      "De aceptado a ganado: 29 días",
      "En total: 60 días",
    ])
      expect(text).toContain(part);
  });

  it("leaves out what no one knows, in either language", () => {
    const bare = aLead("won");
    const { subject, text } = wonMail({
      ...win,
      lead: bare,
      recipient: { ...director, language: "en" },
      origin: undefined,
      read: [],
    });
    expect(subject).toBe("Won! Inés Otero (Talleres Norte)");
    expect(text).toContain("In total");
    for (const part of ["First form", "Source", "Amount", "From captured to MQL", "What they read"])
      expect(text).not.toContain(part);
  });
});

describe("the mail about a full sales team", () => {
  const full = aRepNow(aRep("ana"), 10);
  const hadTheWeek = { ...full, open: 3 };
  const about = { recipient: marketing, waiting: 4, orMore: false, team: [full], agreement };

  it("says how many wait, how full the team is, and what would help", () => {
    const { subject, text } = salesIsFullMail({ ...about, team: [{ ...full, open: 50 }, hadTheWeek] });
    expect(subject).toBe("Ventas no da abasto: 4 MQL sin comercial asignado");
    for (const part of [
      "Ana: 50 de 50 abiertos, 10 de 10 esta semana",
      "libera capacidad de Ana",
      "Subir los leads por semana",
    ])
      expect(text).toContain(part);
    expect(text).not.toContain("hay capacidad, pero no para estos leads");
  });

  it("counts in the singular, says when there are more, and speaks English", () => {
    const recipient = { ...marketing, language: "en" } as const;
    expect(salesIsFullMail({ ...about, waiting: 1 }).subject).toBe("Ventas no da abasto: 1 MQL sin comercial asignado");
    const { subject, text } = salesIsFullMail({ ...about, recipient, orMore: true, team: [aRepNow(aRep("ana"), 1)] });
    expect(subject).toBe("Sales cannot keep up: more than 4 MQLs without a rep");
    expect(text).toContain("there is capacity, but not for these leads");
  });
});
