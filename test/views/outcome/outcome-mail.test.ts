import { describe, expect, it } from "vitest";
import { askOutcomeMail } from "../../../lambdas/views/outcome/outcome-mail.ts";
import { stageLimitMail } from "../../../lambdas/views/outcome/stage-limit-mail.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { daysFromNow, now } from "../../builders/now.ts";

const agreement = anAgreement();
const [ana] = agreement.terms.team.reps;
if (ana === undefined) throw new Error("the agreement of the tests has a rep");

const later = aLead("opportunity", { acceptedAt: daysFromNow(-40), limitAt: now });

const link = "https://api.example/outcomes/k.r.s";

describe("the question what became of a lead", () => {
  it("says which lead, since when, where to answer, and that no answer is needed yet", () => {
    const { subject, text } = askOutcomeMail({ lead: aLead("accepted"), rep: ana, agreement, link });
    expect(subject).toBe("¿Qué ha pasado con Inés Otero (Talleres Norte)?");
    expect(text).toContain("aceptaste este lead el 10 mar 2026");
    expect(text).toContain("te volveremos a preguntar dentro de 14 días");
    expect(text).toContain(`Actualizar la venta:\n${link}`);
  });

  it("speaks English to a rep who does", () => {
    const rep = { ...ana, language: "en" } as const;
    const { subject, text } = askOutcomeMail({ lead: aLead("accepted"), rep, agreement, link });
    expect(subject).toBe("How did it go with Inés Otero (Talleres Norte)?");
    expect(text).toContain("you accepted this lead on 10 Mar 2026");
    expect(text).toContain("we will ask you again in 14 days");
  });
});

describe("the question about a later stage", () => {
  it("names the stage", () => {
    const { text } = askOutcomeMail({ lead: later, rep: ana, agreement, link });
    expect(text).toContain("este lead está en «Oportunidad» desde el 10 mar 2026");
    const inEnglish = askOutcomeMail({ lead: later, rep: { ...ana, language: "en" }, agreement, link });
    expect(inEnglish.text).toContain("this lead has been in “Opportunity” since 10 Mar 2026");
  });
});

describe("the mail about a stage that lasts too long", () => {
  const [pablo] = agreement.terms.team.managers;
  if (pablo === undefined) throw new Error("the agreement of the tests has a manager");
  const about = { lead: later, rep: ana, agreement, link, now: daysFromNow(2) };

  it("asks the rep about the deal", () => {
    const { subject, text, replyTo } = stageLimitMail({ ...about, recipient: ana });
    expect(subject).toBe("Inés Otero (Talleres Norte): demasiado tiempo en «Oportunidad»");
    expect(text).toContain("El tiempo acordado terminó el 10 mar 2026, hace 2 días");
    expect(text).toContain("acordamos un máximo de 120 días");
    expect(text).toContain(link);
    expect(replyTo).toBeUndefined();
  });

  it("shows the manager whose it is, and lets them reply", () => {
    const { text, replyTo, to } = stageLimitMail({ ...about, recipient: { ...pablo, language: "en" } });
    expect(to.email).toBe(pablo.email);
    expect(text).toContain("owned by Ana Gil, is still in “Opportunity”, and we agreed on 120 days at most");
    expect(replyTo).toBe(ana.email);
  });
});
