import { describe, expect, it } from "vitest";
import { breachMailForRep, escalationMail } from "../../../lambdas/views/escalation/escalation-mail.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";

const agreement = anAgreement();
const [ana] = agreement.terms.team.reps;
const [pablo] = agreement.terms.team.managers;
if (ana === undefined || pablo === undefined) throw new Error("the agreement of the tests has a rep and a manager");

const link = "https://api.example/answers/k.r.s";
const now = "2026-03-12T10:00:00.000Z";
const breach = { lead: aLead("handed-off"), rep: ana, agreement, link, level: 1, now };

describe("the mail to the rep whose time is up", () => {
  it("says what was agreed, that others have been notified, and that an answer still counts", () => {
    const { to, subject, text } = breachMailForRep(breach);
    expect(to.email).toBe("ana@engranaje.example");
    expect(subject).toBe("Plazo vencido: Inés Otero (Talleres Norte) sigue sin respuesta");
    expect(text).toContain("El plazo venció el jueves 12 de marzo, 10:30 (hora de Madrid), hace 30 minutos");
    expect(text).toContain("acordamos responder en 2 días laborables y este lead sigue esperando");
    expect(text).toContain("tu respuesta sigue contando");
    expect(text).toContain(link);
  });

  it("says that the lead returns to marketing when no escalation is left", () => {
    expect(breachMailForRep(breach).text).toMatch(/se avisará también a la dirección comercial/);
    const { text } = breachMailForRep({ ...breach, level: 2 });
    expect(text).toMatch(/Si nadie responde antes del .* el lead volverá a marketing\./);
  });
});

describe("the mail to someone who got the lead from someone else", () => {
  const passed = aLead("handed-off", { followUp: { ownerId: "luis", turn: 1, earlier: ["ana"], stepsDone: 1 } });

  it("says how much time they had: the shorter one, or that of the fast lane", () => {
    expect(breachMailForRep({ ...breach, lead: passed }).text).toContain("responder en 4 horas laborables");
    const fast = { ...passed, lane: "fast" as const };
    expect(breachMailForRep({ ...breach, lead: fast }).text).toContain("responder en 15 minutos laborables");
  });

  it("shows the manager who had it, and counts the notices of this owner", () => {
    const { text } = escalationMail({ ...breach, lead: passed, recipient: pablo });
    expect(text).toContain("Responsable anterior: Ana Gil");
    expect(text).toContain("Aviso: 1 de 1");
  });

  it("says that the next one gets it, where the agreement says so", () => {
    const passingOn = anAgreement({
      sla: {
        sales: {
          escalation: [
            { after: "0 hours", to: "manager" },
            { after: "2 hours", reassign: true },
          ],
        },
      },
    });
    expect(breachMailForRep({ ...breach, agreement: passingOn }).text).toContain(
      "Si nadie responde antes del jueves 12 de marzo, 12:30 (hora de Madrid), el lead pasará a otra persona.",
    );
    expect(breachMailForRep({ ...breach, agreement: passingOn, rep: { ...ana, language: "en" } }).text).toContain(
      "If nobody answers before Thursday 12 March, 12:30 (Madrid time), the lead will go to somebody else.",
    );
  });
});

describe("the mail to the manager", () => {
  it("says whose lead it is, since when, and what the manager can do", () => {
    const { to, replyTo, subject, text } = escalationMail({ ...breach, recipient: pablo });
    expect(to).toEqual({ name: "Pablo Rey", email: "pablo@engranaje.example" });
    expect(replyTo).toBe("ana@engranaje.example");
    expect(subject).toBe("Lead sin respuesta: Inés Otero (Talleres Norte), de Ana Gil");
    for (const part of [
      "Responsable: Ana Gil (ana@engranaje.example)",
      "Asignado: 10 mar 2026, 10:30",
      "Vencimiento: 12 mar 2026, 10:30",
      "Aviso: 1 de 2",
      "Responder en nombre de Ana",
      `Responder por Ana:\n${link}`,
    ])
      expect(text).toContain(part);
  });

  it("speaks English to one who does", () => {
    const { text, subject } = escalationMail({ ...breach, level: 2, recipient: { ...pablo, language: "en" } });
    expect(subject).toBe("Unanswered lead: Inés Otero (Talleres Norte), owned by Ana Gil");
    expect(text).toContain("Notice: 2 of 2");
    expect(text).toMatch(/If nobody answers before .* the lead will return to marketing\./);
  });
});
