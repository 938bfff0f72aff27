import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseMailFeedback } from "../../../lambdas/domain/nurture/mail-feedback.ts";
import { daysFromNow, now } from "../../builders/now.ts";
import { aBounce, aComplaint } from "./ses-events.ts";

const about = { leadId: "lead-0001", email: "ines@talleresnorte.example" };
const at = "2026-03-10T09:29:00.000Z";

describe("what comes back about a mail to a lead", () => {
  it.each(["nurture", "confirm-consent"])("ends the mails for good when it bounces for good (%s)", (purpose) => {
    const ended = { ...about, purpose, means: "undeliverable", because: "bounced", at };
    expect(parseMailFeedback(aBounce({ purpose, to: "Ines@TalleresNorte.example" }), now)).toEqual(ended);
  });

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
    ["a full mailbox", aBounce({}, { bounceType: "Transient", bounceSubType: "MailboxFull" })],
    ["a bounce that nobody understands", aBounce({}, { bounceType: "Undetermined", bounceSubType: "Undetermined" })],
    ["a complaint that is taken back", aComplaint({}, { complaintFeedbackType: "not-spam" })],
  ])("ends nothing when it is %s", (_, event) => {
    expect(parseMailFeedback(event, now)).toEqual({ ...about, purpose: "nurture", means: "nothing-lasting" });
  });

  it("happened no later than now, and now when it has no time", () => {
    for (const timestamp of [daysFromNow(1), undefined, "gestern"])
      expect(parseMailFeedback(aBounce({}, { timestamp }), now)).toMatchObject({ at: now });
  });
});

describe("what comes back about a mail to one of the team", () => {
  it.each(["hand-off", "reminder", "breach", "escalation", "ask-outcome"])(
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
    const reply = aBounce({ purpose: "hand-off" }, { bounceType: "Transient", bounceSubType: "General" });
    expect(parseMailFeedback(reply, now)).toMatchObject({ means: "nothing-lasting" });
  });
});

describe("what is no bounce or complaint of ours", () => {
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
    for (const detail of [incomplete, { ...aBounce(), eventType: "Delivery" }, null, "Bounce", { bounce }])
      expect(parseMailFeedback(detail, now)).toBeUndefined();
    fc.assert(
      fc.property(fc.jsonValue(), (detail) => {
        expect(parseMailFeedback(detail, now)).toBeUndefined();
      }),
    );
  });
});
