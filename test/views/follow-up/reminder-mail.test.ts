import { describe, expect, it } from "vitest";
import { reminderMail } from "../../../lambdas/views/follow-up/reminder-mail.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { attributesOf } from "../mail/markup.ts";

const agreement = anAgreement();
const [ana] = agreement.terms.team.reps;
if (ana === undefined) throw new Error("the agreement of the tests has a rep");

const lead = aLead("handed-off");
const link = "https://api.example/answers/k.r.s";
const now = lead.followUp.reminderAt;

describe("the reminder", () => {
  it("says what is missing, by when, and what follows if nothing comes", () => {
    const { subject, text } = reminderMail({ lead, rep: ana, agreement, link, now });
    expect(subject).toBe("Falta tu respuesta: Inés Otero (Talleres Norte) (vence dentro de 19 horas)");
    expect(text).toContain("Responde antes del jueves 12 de marzo, 10:30 (hora de Madrid)");
    expect(text).toContain("tienes este lead desde el 10 mar 2026, 10:30");
    expect(text).toMatch(/Si nadie responde antes del .* se avisará también a la persona responsable del equipo\./);
    expect(text).toContain(`Responder ahora:\n${link}`);
  });

  it("says that another rep gets the lead, where that is what follows", () => {
    const passingOn = anAgreement({ sla: { sales: { escalation: [{ after: "0 hours", reassign: true }] } } });
    const { text } = reminderMail({ lead, rep: ana, agreement: passingOn, link, now });
    expect(text).toContain(
      "Si nadie responde antes del jueves 12 de marzo, 10:30 (hora de Madrid), el lead pasará a otra persona.",
    );
  });

  it("shows times in the rep's time zone", () => {
    const { text } = reminderMail({ lead, rep: { ...ana, timeZone: "America/Mexico_City" }, agreement, link, now });
    expect(text).toContain("Responde antes del jueves 12 de marzo, 03:30 (hora de Ciudad de México)");
  });

  it("speaks English to a rep who does", () => {
    const { subject, text, html } = reminderMail({ lead, rep: { ...ana, language: "en" }, agreement, link, now });
    expect(subject).toBe("Please answer: Inés Otero (Talleres Norte) (due in 19 hours)");
    expect(text).toMatch(/If nobody answers before .* the team's manager will be notified too\./);
    expect(attributesOf(html, "href")).toContain(link);
  });
});
