import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { type Deadline, deadlineFile } from "../../../lambdas/views/hand-off/deadline-calendar.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { now } from "../../builders/now.ts";

const deadline: Deadline = {
  lead: aLead("assigned"),
  language: "es",
  agreement: anAgreement(),
  when: "jueves 12 de marzo, 10:30 (hora de Madrid)",
  page: "https://api.example/answers/k.r.s",
  now,
};

const read = (given: Deadline) => {
  const calendar = new ICAL.Component(ICAL.parse(deadlineFile(given).content));
  const component = calendar.getFirstSubcomponent("vevent");
  if (component === null) throw new Error("the file has no event");
  return { calendar, component, event: new ICAL.Event(component) };
};

const instant = (time: ICAL.Time): string => time.toJSDate().toISOString();

describe("the calendar file of a deadline", () => {
  it("is an event of a quarter of an hour that ends with the deadline, in UTC", () => {
    const { calendar, component, event } = read(deadline);
    expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
    expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
    expect([instant(event.startDate), instant(event.endDate)]).toEqual([
      "2026-03-12T09:15:00.000Z",
      "2026-03-12T09:30:00.000Z",
    ]);
    expect(event.startDate.zone.tzid).toBe("UTC");
    expect(event.summary).toBe("Responder sobre Inés Otero (Talleres Norte)");
    expect(event.description).toContain("El plazo vence: jueves 12 de marzo, 10:30 (hora de Madrid)\n");
    expect(event.description).toContain(deadline.page);
    expect(component.getFirstPropertyValue("class")).toBe("PRIVATE");
    expect(component.getFirstPropertyValue("transp")).toBe("TRANSPARENT");
    expect(event.sequence).toBe(0);
    expect(component.getFirstPropertyValue("dtstamp")?.toString()).toBe("2026-03-10T09:30:00Z");
    expect(component.getFirstSubcomponent("valarm")?.getFirstPropertyValue("trigger")?.toString()).toBe("-PT1H");
  });

  it("has one UID for each turn of each cycle", () => {
    const uidOf = (lead: Deadline["lead"]) => read({ ...deadline, lead }).event.uid;
    expect(uidOf(aLead("assigned"))).toBe("lead-0001.1.0@engranaje.example");
    expect(uidOf(aLead("assigned", { cycle: 2, followUp: { turn: 3 } }))).toBe("lead-0001.2.3@engranaje.example");
    expect(read({ ...deadline, now: "2026-03-10T10:00:00.000Z" }).event.uid).toBe(uidOf(deadline.lead));
  });

  it("begins with the assignment where less time is left, without an alarm in the past", () => {
    const lead = aLead("assigned", { followUp: { assignedAt: now, dueAt: "2026-03-10T09:30:20.000Z" } });
    const { event, component } = read({ ...deadline, lead });
    expect([instant(event.startDate), instant(event.endDate)]).toEqual([now, "2026-03-10T09:30:20.000Z"]);
    expect(component.getFirstSubcomponent("valarm")).toBe(null);
  });

  it("speaks English to who does", () => {
    expect(deadlineFile({ ...deadline, language: "en" }).name).toBe("deadline.ics");
    expect(read({ ...deadline, language: "en" }).event.summary).toBe(
      "Answer the hand-off: Inés Otero (Talleres Norte)",
    );
  });

  it("says its texts as they were, marks, lines and long ones too", () => {
    const name = `Ana; "Ñu", \\n ${"😀é".repeat(15)}`;
    const { event, calendar } = read({
      ...deadline,
      agreement: anAgreement({ company: { name: "Norte, Sur; S.L." } }),
      lead: aLead("assigned", { contact: { name, company: "A:B" } }),
      when: "hoy\r\nmañana\nluego",
    });
    expect(event.summary).toBe(`Responder sobre ${name} (A:B)`);
    expect(event.description).toBe(`El plazo vence: hoy\nmañana\nluego\nResponde aquí: ${deadline.page}`);
    expect(calendar.getFirstPropertyValue("prodid")).toBe("-//Norte, Sur; S.L.//Smarketing//ES");
  });

  it("leaves out control characters, which the form forbids", () => {
    const given = { ...deadline, when: "a\u0000\u001bb\u0085\u007fc" };
    expect(deadlineFile(given).content.replaceAll("\r\n", "")).not.toMatch(/\p{Cc}/u);
    expect(read(given).event.description).toContain("El plazo vence: abc\n");
  });

  it("keeps to the form, whatever the lead calls itself", () => {
    const texts = fc.string({ unit: "binary", maxLength: 80 });
    fc.assert(
      fc.property(texts, texts, (name, company) => {
        const { type, content } = deadlineFile({
          ...deadline,
          lead: aLead("assigned", { contact: { name, company } }),
        });
        expect(type).toBe("text/calendar; charset=utf-8; method=PUBLISH");
        expect(content.endsWith("END:VCALENDAR\r\n")).toBe(true);
        expect(content.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
        for (const line of content.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(content.match(/^BEGIN:/gm)).toHaveLength(3);
        ICAL.parse(content);
      }),
    );
  });
});
