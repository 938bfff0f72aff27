import { describe, expect, it } from "vitest";
import { formerOwnerMail } from "../../../lambdas/views/escalation/former-owner-mail.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { anOwner } from "../../builders/owner.ts";

const agreement = anAgreement();
const luis = anOwner({ id: "luis", name: "Luis Mora", email: "luis@engranaje.example" });
const mail = (because: string, former = anOwner()) => {
  const lead = aLead("assigned", {
    because,
    followUp: { ownerId: "luis", turn: 1, earlier: ["ana"], assignedAt: "2026-03-12T10:30:00.000Z" },
  });
  return formerOwnerMail({ lead, former, owner: luis, agreement });
};

describe("the mail to the lead's former owner", () => {
  it("says who has it now and since when, and that there is nothing to do", () => {
    const { to, replyTo, subject, text } = mail("reassigned:breach");
    expect(to.email).toBe("ana@engranaje.example");
    expect(replyTo).toBe("luis@engranaje.example");
    expect(subject).toBe("Luis se encarga ahora de Inés Otero (Talleres Norte)");
    expect(text).toContain("Hola, Ana: desde el jueves 12 de marzo, 11:30 (hora de Madrid), Luis Mora se encarga de");
    expect(text).toContain("venció sin respuesta");
    expect(text).toContain("No tienes que hacer nada");
    expect(text).not.toContain("http");
  });

  it.each([
    ["reassigned:breach", "as agreed, the lead goes to somebody else"],
    ["reassigned:away", "You are away"],
    ["passed-on", "Somebody on the team decided so"],
  ])("says why: %s", (because, why) => {
    const { text, subject } = mail(because, anOwner({ language: "en", timeZone: "Atlantic/Canary" }));
    expect(subject).toBe("Luis is now looking after Inés Otero (Talleres Norte)");
    expect(text).toContain("Thursday 12 March, 10:30 (Canary time)");
    expect(text).toContain(why);
  });
});
