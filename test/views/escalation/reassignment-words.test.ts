import { describe, expect, it } from "vitest";
import type { WhyReassign } from "../../../lambdas/domain/escalation/why-reassign.ts";
import { ownerWhoLeft, superiorOf } from "../../../lambdas/domain/team/owner.ts";
import { sayWhyReassigned } from "../../../lambdas/views/escalation/reassignment-words.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { now } from "../../builders/now.ts";
import { anOwner } from "../../builders/owner.ts";

const agreement = anAgreement();
const { followUp } = aLead("handed-off");
const why = (owner = anOwner(), because: WhyReassign["because"] = "breach") =>
  sayWhyReassigned(owner, followUp, because, agreement, now);

describe("why a lead goes to someone else", () => {
  it("is worded in both languages: no answer, not reached, away, left", () => {
    expect(why()).toEqual({
      es: "Ana Gil no respondió en plazo: venció el jueves 12 de marzo, 10:30 (hora de Madrid)",
      en: "Ana Gil did not answer on time: the deadline was Thursday 12 March, 10:30 (Madrid time)",
    });
    expect(why(anOwner(), "unreachable")).toEqual({
      es: "El servicio de correo rechazó el correo a Ana Gil, que no ha sabido del lead",
      en: "The mail service refused the e-mail to Ana Gil, who has not heard of the lead",
    });
    expect(why(anOwner({ absences: [{ from: "2026-03-09", to: "2026-03-13" }] }))).toEqual({
      es: "Ana Gil está fuera hasta el lunes 16, y era responsable del lead",
      en: "Ana Gil is away until Monday 16, and owned the lead",
    });
    expect(why(anOwner({ leaves: "2026-03-09" })).es).toBe(
      "Ana Gil ya no está en el equipo, y era responsable del lead",
    );
  });
});

describe("a colleague who is no longer in the agreement", () => {
  it("has left, and their superior is the director", () => {
    const lost = ownerWhoLeft("olga", agreement);
    expect(lost).toMatchObject({ id: "olga", name: "olga", email: "marta@engranaje.example" });
    expect(why(lost).es).toContain("olga ya no está en el equipo");
    expect(superiorOf(lost, agreement).id).toBe("marta");
    expect(superiorOf(anOwner(), agreement).id).toBe("pablo");
  });
});
