import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { type Invitation, invitationNow } from "../../../lambdas/domain/meeting/invitation.ts";
import { readerAt, readersOf } from "../../../lambdas/domain/meeting/readers.ts";
import { invitationFile } from "../../../lambdas/views/meeting/invitation-file.ts";
import { invitationMail } from "../../../lambdas/views/meeting/invitation-mail.ts";
import { anAgreement } from "../../builders/agreement.ts";

const attendees = ["ana@engranaje.example", "carla@engranaje.example"];
const withMeeting = (meeting: object) =>
  anAgreement({ weeklyMeeting: { day: "monday", time: "09:30", attendees, ...meeting } });
const agreement = withMeeting({});
const now = "2026-02-25T09:00:00.000Z";

const read = (invitation: Invitation, method: "REQUEST" | "CANCEL", inForce = agreement) => {
  const known = readersOf(inForce);
  const readers = invitation.attendees.map((email) => readerAt(email, known, inForce));
  const reader = readerAt(method === "CANCEL" ? (invitation.cancelled[0] ?? "") : (attendees[0] ?? ""), known, inForce);
  const text = invitationFile({
    invitation,
    method,
    reader,
    attendees: readers,
    agreement: inForce,
    boardUrl: "https://api.example/board/meeting",
  });
  const calendar = new ICAL.Component(ICAL.parse(text));
  const zone = calendar.getFirstSubcomponent("vtimezone");
  const event = calendar.getFirstSubcomponent("vevent");
  if (zone === null || event === null) throw new Error("no zone, or no event");
  return { text, calendar, zone: new ICAL.Timezone(zone), event: new ICAL.Event(event), component: event };
};

describe("the invitation to the weekly meeting", () => {
  it.each([
    ["the clocks are put forward", "2026-03-20T09:00:00.000Z", 6],
    ["the clocks are put back", "2026-10-16T09:00:00.000Z", 6],
  ])("is at the same clock time when %s", (_, from, weeks) => {
    const { event, zone } = read(invitationNow(undefined, agreement, from), "REQUEST");
    const times = event.iterator();
    const madrid = new Intl.DateTimeFormat("en-GB", {
      timeZone: "Europe/Madrid",
      weekday: "short",
      hour: "2-digit",
      minute: "2-digit",
    });
    for (let i = 0; i < weeks; i++) {
      const time = times.next();
      time.zone = zone;
      expect(madrid.format(time.toJSDate())).toBe("Mon 09:30");
    }
  });

  it("asks every attendee for an answer, in lines of 75 bytes at most", () => {
    const { text, calendar, component } = read(invitationNow(undefined, agreement, now), "REQUEST");
    expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
    const asked = component.getAllProperties("attendee");
    expect(asked.map((each) => String(each.getFirstValue()).toLowerCase())).toEqual(
      attendees.map((email) => `mailto:${email}`),
    );
    expect(asked.every((each) => each.getParameter("rsvp") === "TRUE")).toBe(true);
    expect(String(component.getFirstPropertyValue("organizer")).toLowerCase()).toBe(
      `mailto:${agreement.terms.company.sender.email}`,
    );
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it.each([
    ["day", { day: "tuesday" }],
    ["time", { time: "10:00" }],
    ["attendees", { attendees: ["ana@engranaje.example"] }],
  ])("is raised when the %s changes, and keeps its name", (_, change) => {
    const first = invitationNow(undefined, agreement, now);
    expect(invitationNow(first, agreement, "2026-03-25T09:00:00.000Z")).toBe(first);
    const next = invitationNow(first, withMeeting(change), "2026-03-25T09:00:00.000Z");
    expect(next).toMatchObject({ uid: first.uid, sequence: 1 });
    const { event } = read(next, "REQUEST", withMeeting(change));
    expect([event.uid, event.sequence]).toEqual([first.uid, 1]);
  });

  it("is stamped in UTC, and rings before the meeting", () => {
    const { text, component } = read(invitationNow(undefined, agreement, now), "REQUEST");
    expect(text).toMatch(/^DTSTAMP:20260225T090000Z\r$/m);
    expect(text).toMatch(/^DTSTART;TZID=Europe\/Madrid:20260302T093000\r$/m);
    const alarm = component.getFirstSubcomponent("valarm");
    expect([alarm?.getFirstPropertyValue("action"), String(alarm?.getFirstPropertyValue("trigger"))]).toEqual([
      "DISPLAY",
      "-PT15M",
    ]);
  });

  it("invites who is added later, and tells of a change only those who knew it", () => {
    const known = readersOf(agreement);
    const more = withMeeting({ attendees: [...attendees, "new@engranaje.example"] });
    const next = invitationNow(invitationNow(undefined, agreement, now), more, now);
    expect(next.added).toEqual(["new@engranaje.example"]);
    const subjects = next.attendees.map((email) => {
      const reader = readerAt(email, known, more);
      const mail = {
        invitation: next,
        method: "REQUEST",
        reader,
        attendees: [reader],
        agreement: more,
        boardUrl: "x",
      } as const;
      return invitationMail(mail).subject.split(":")[0];
    });
    expect(subjects).toEqual(["Cambio", "Cambio", "Invitación"]);
  });

  it("is cancelled for those who are no longer invited", () => {
    const first = invitationNow(undefined, agreement, now);
    const fewer = withMeeting({ attendees: ["ana@engranaje.example"] });
    const next = invitationNow(first, fewer, now);
    expect(next.cancelled).toEqual(["carla@engranaje.example"]);
    expect(next.start).toBe(first.start);
    const { calendar, component } = read(next, "CANCEL", fewer);
    expect(calendar.getFirstPropertyValue("method")).toBe("CANCEL");
    expect(component.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(component.getAllProperties("attendee").map((each) => String(each.getFirstValue()).toLowerCase())).toEqual([
      "mailto:carla@engranaje.example",
    ]);
  });
});
