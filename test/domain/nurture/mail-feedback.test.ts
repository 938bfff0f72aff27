import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseMailFeedback } from "../../../lambdas/domain/nurture/mail-feedback.ts";
import { daysFromNow, now } from "../../builders/now.ts";
import { aBounce, aBounceWith, aComplaint, anEvent } from "./ses-events.ts";

const about = { leadId: "lead-0001", email: "ines@talleresnorte.example" };
const at = "2026-03-10T09:29:00.000Z";

describe("what comes back about a mail to a lead", () => {
  it.each(["nurture", "confirm-consent"] as const)(
    "ends the mails for good when it bounces for good (%s)",
    (purpose) => {
      const ended = { ...about, purpose, means: "undeliverable", because: "bounced", code: "5.1.1", at };
      expect(parseMailFeedback(aBounce({ purpose, to: "Ines@TalleresNorte.example" }), now)).toEqual(ended);
    },
  );

  it.each(["abuse", "fraud", "virus", "other", null, undefined])("ends them when its reader complains (%s)", (type) => {
    expect(parseMailFeedback(aComplaint({}, { complaintFeedbackType: type }), now)).toEqual({
      ...about,
      purpose: "nurture",
      means: "undeliverable",
      because: "complained",
      at,
    });
  });

  it.each([
    ["a complaint that is taken back", aComplaint({}, { complaintFeedbackType: "not-spam" })],
    ["an absence", aBounceWith("Transient")],
    ["a delay", anEvent("DeliveryDelay")],
  ])("ends nothing when it is %s", (_, event) => {
    expect(parseMailFeedback(event, now)).toEqual({ ...about, purpose: "nurture", means: "nothing-lasting" });
  });

  it.each([
    ["undeliverable", "5.1.1", "Permanent"],
    ["undeliverable", "5.1.2", "Transient"],
    ["undeliverable", "5.4.4", "Transient"],
    ["undeliverable", "5.2.1", "Permanent"],
    ["sender-refused", "5.7.1", "Permanent"],
    ["sender-refused", "5.7.26", "Permanent"],
    ["sender-refused", "5.7.515", "Transient"],
    ["sender-refused", "5.1.8", "Permanent"],
    ["sender-refused", "5.6.0", "Permanent"],
    ["sender-refused", "5.3.4", "Permanent"],
    ["bounced-for-now", "5.2.2", "Permanent"],
    ["bounced-for-now", "5.2.2", "Transient"],
    ["bounced-for-now", "4.4.7", "Transient"],
    ["bounced-for-now", "4.7.0", "Permanent"],
    ["bounced-for-now", "5.4.7", "Permanent"],
    ["bounced-for-now", undefined, "Undetermined"],
    ["undeliverable", undefined, "Permanent"],
  ] as const)("means %s by the code %s, whatever SES calls it (%s)", (means, code, type) => {
    expect(parseMailFeedback(aBounceWith(type, code), now)).toMatchObject({ means, ...(code && { code }) });
  });

  it("has its code in the words of the recipient's server when it has no field", () => {
    const said = [{ diagnosticCode: "smtp; 550 5.7.1 Message rejected as spam (10.2.3.4)" }];
    expect(parseMailFeedback(aBounce({}, { bouncedRecipients: said }), now)).toMatchObject({ code: "5.7.1" });
  });

  it("has arrived when it was delivered", () => {
    expect(parseMailFeedback(anEvent("Delivery"), now)).toMatchObject({ means: "delivered", leadId: "lead-0001" });
    const toColleague = anEvent("Delivery", { purpose: "hand-off" });
    expect(parseMailFeedback(toColleague, now)).toMatchObject({ means: "nothing-lasting" });
  });

  it("happened no later than now, and now when it has no time", () => {
    for (const timestamp of [daysFromNow(1), undefined, "gestern"])
      expect(parseMailFeedback(aBounce({}, { timestamp }), now)).toMatchObject({ at: now });
  });
});

describe("what comes back about a mail to one of the team", () => {
  it.each(["hand-off", "reminder", "breach", "escalation", "ask-outcome"] as const)(
    "is no word about the lead (%s)",
    (purpose) => {
      for (const event of [
        aBounce({ purpose }),
        aBounce({ purpose }, { bounceType: "Transient", bounceSubType: "MailboxFull" }),
        aComplaint({ purpose }),
      ])
        expect(parseMailFeedback(event, now)).toEqual({ ...about, purpose, means: "colleague-unreached" });
    },
  );

  it("is ignored for an out-of-office reply", () => {
    const reply = aBounceWith("Transient", undefined, { purpose: "hand-off" });
    expect(parseMailFeedback(reply, now)).toMatchObject({ means: "nothing-lasting" });
  });
});

describe("what the mail service says of any mail of ours", () => {
  it("names the mail that it took, and when", () => {
    const mail = { leadId: "lead-0001", cycle: 1, purpose: "hand-off", step: "ana.0" } as const;
    expect(parseMailFeedback(anEvent("Send", mail), now)).toMatchObject({
      means: "sent",
      mail,
      providerId: "0100019-example-000000",
      at: "2026-03-10T09:28:00.000Z",
    });
    expect(parseMailFeedback(anEvent("Reject", mail), now)).toMatchObject({ means: "rejected", mail });
  });
});

describe("what is no event about a mail of ours", () => {
  it("touches no one when the mail has no tags of ours", () => {
    const { mail, ...event } = aBounce();
    expect(parseMailFeedback({ ...event, mail: { destination: mail.destination } }, now)).toEqual({
      email: about.email,
      leadId: undefined,
      purpose: undefined,
      means: "nothing-lasting",
    });
  });

  it("is not understood, whatever it is, and never breaks us", () => {
    const { bounce, ...incomplete } = aBounce();
    for (const detail of [incomplete, { ...aBounce(), eventType: "Open" }, null, "Bounce", { bounce }])
      expect(parseMailFeedback(detail, now)).toBeUndefined();
    fc.assert(
      fc.property(fc.jsonValue(), (detail) => {
        expect(parseMailFeedback(detail, now)).toBeUndefined();
      }),
    );
  });
});
