import { describe, expect, it } from "vitest";
import { askOutcomeMail } from "../../../lambdas/domain/outcome/outcome-mail.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";

const agreement = anAgreement();
const [ana] = agreement.terms.team.reps;
if (ana === undefined) throw new Error("the agreement of the tests has a rep");

const link = "https://api.example/outcomes/k.r.s";

describe("the question what became of a lead", () => {
  it("says which lead, since when, where to answer, and that no answer is needed yet", () => {
    const { subject, text } = askOutcomeMail({ lead: aLead("accepted"), rep: ana, agreement, link });
    expect(subject).toBe("¿Qué ha sido de Inés Otero (Talleres Norte)?");
    expect(text).toContain("aceptaste este lead el 10 mar 2026");
    expect(text).toContain("te volveremos a preguntar dentro de 14 días");
    expect(text).toContain(`Contar qué ha pasado:\n${link}`);
  });

  it("speaks English to a rep who does", () => {
    const rep = { ...ana, language: "en" } as const;
    const { subject, text } = askOutcomeMail({ lead: aLead("accepted"), rep, agreement, link });
    expect(subject).toBe("What became of Inés Otero (Talleres Norte)?");
    expect(text).toContain("you accepted this lead on 10 Mar 2026");
    expect(text).toContain("we will ask you again in 14 days");
  });
});
