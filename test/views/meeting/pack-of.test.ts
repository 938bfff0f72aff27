import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withNames } from "../../../lambdas/domain/meeting/stored-pack.ts";
import { packMail } from "../../../lambdas/views/meeting/pack-mail.ts";
import { packOf } from "../../../lambdas/views/meeting/pack-of.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aWeek, someFigures } from "../../builders/figures.ts";
import { aLead } from "../../builders/lead.ts";
import { now } from "../../builders/now.ts";
import { aFullPack, noTalk } from "../../builders/pack.ts";

const agreement = anAgreement();
const reader = { id: "elena", name: "Elena Vidal", email: "elena@engranaje.example", language: "en" } as const;
const nothingSaid = { decisions: [], verdicts: [] };
const publicUrl = "https://api.example";

describe("the pack of the weekly meeting", () => {
  it("says the figures, and no others", () => {
    const number = fc.integer({ min: 0, max: 900 });
    fc.assert(
      fc.property(number, number, number, number, (leads, mqls, accepted, rejected) => {
        const answers = accepted + rejected;
        const acceptanceRate = answers === 0 ? null : accepted / answers;
        const week = aWeek({ week: "2026-W47", leads, mqls, accepted, rejected, acceptanceRate });
        const figures = someFigures({ weeks: [...someFigures().weeks.slice(0, 7), week] });
        const facts = { ...noTalk, week: "2026-W48", figures, capacity: 1000, agreement, now: figures.asOf };
        const stored = packOf(facts);
        expect(packOf(facts)).toEqual(stored);
        expect(stored.figures.weeks).toBe(figures.weeks);
        expect(stored.charts.find(({ id }) => id === "mqls")?.series[0]?.values.at(-1)).toBe(mqls);
        const pack = withNames(stored, () => undefined, nothingSaid);
        const { text } = packMail({ pack, reader, agreement, publicUrl, pictures: [] });
        expect(text).toContain(`New leads, Week 47: ${leads}`);
        expect(text).toContain(`MQLs (marketing), Week 47: ${mqls} (Agreed: ${week.promisedMqls}`);
        const kept = mqls >= week.promisedMqls;
        expect(text.includes("Marketing kept its promise")).toBe(kept);
      }),
      { numRuns: 60 },
    );
  });

  it("says in words what it shows in pictures", () => {
    const pack = aFullPack();
    const pictures = pack.charts.map((chart) => ({
      chart,
      size: { width: 528, height: 200 },
      bytes: new Uint8Array(),
    }));
    const { text, html, pictures: travelling = [] } = packMail({ pack, reader, agreement, publicUrl, pictures });
    expect(travelling).toHaveLength(pack.charts.length);
    for (const chart of pack.charts) expect(text).toContain(chart.alt.en);
    for (const { cid } of travelling) expect(html).toContain(`src="cid:${cid}"`);
    for (const section of [pack.breaches, pack.rejected, pack.stuck, pack.wins].flat()) {
      expect(text).toContain(section.title.en);
      for (const line of section.story) expect(text).toContain(line.en);
    }
  });

  it("says how late an answer was in working time, which was promised, and by the clock", () => {
    const [breach] = aFullPack().breaches;
    expect(breach?.story.map(({ es }) => es)).toContain(
      "Respondió con 2 horas y 30 minutos de tiempo laborable (17 horas de tiempo natural) de retraso: aceptado.",
    );
    expect(breach?.story.map(({ en }) => en)).toContain(
      "The answer came 2 hours and 30 minutes of working time (17 hours by the clock) late: accepted.",
    );
  });

  it("names one week in all its parts, and the day on which leads stood where it says", () => {
    const pack = aFullPack();
    const { subject, text } = packMail({ pack, reader, agreement, publicUrl, pictures: [] });
    expect(subject).toBe("Weekly meeting: what happened in week 47");
    for (const heading of [
      "Weekly meeting about week 47",
      "What worked in week 47",
      "Missed deadlines in week 47",
      "Rejected in week 47, to discuss",
      "Won in week 47, to celebrate",
      "Stuck on 23 Nov 2026",
    ])
      expect(text.toLowerCase()).toContain(heading.toLowerCase());
    expect(text).toContain("As of 23 Nov 2026: in");
    // The address alone has the week in which the meeting is held.
    expect(text.replaceAll(/https:\S+/g, "")).not.toMatch(/week 48|W48/i);
  });

  it("says of a section that there is more than it lists", () => {
    const wins = Array.from({ length: 9 }, (_, i) => ({ lead: aLead("won", { leadId: `w-${i}` }), wonAt: now }));
    const figures = someFigures();
    const facts = { ...noTalk, week: "2026-W48", figures, capacity: 1000, agreement, now: figures.asOf };
    expect(packOf({ ...facts, wins: wins.slice(1) }).more).toEqual([]);
    const stored = packOf({ ...facts, wins });
    expect(stored).toMatchObject({ more: ["wins"], wins: { length: 8 } });
    const pack = withNames(stored, () => undefined, nothingSaid);
    expect(packMail({ pack, reader, agreement, publicUrl, pictures: [] }).text).toContain(
      "These are 8; there are more.",
    );
  });

  it("says when the meeting is, or was when the pack is made after it", () => {
    const pack = aFullPack();
    const textOf = (madeAt: string) =>
      packMail({ pack: { ...pack, madeAt }, reader, agreement, publicUrl, pictures: [] }).text;
    const before = new Date(Date.parse(pack.heldAt) - 7_200_000).toISOString();
    const after = new Date(Date.parse(pack.heldAt) + 7_200_000).toISOString();
    expect(textOf(before)).toContain("We meet on Monday");
    expect(textOf(after)).toContain("The meeting was on Monday");
  });

  it("has an empty section say so", () => {
    const figures = someFigures();
    const stored = packOf({ ...noTalk, week: "2026-W48", figures, capacity: 1000, agreement, now: figures.asOf });
    const pack = withNames(stored, () => undefined, nothingSaid);
    const { text } = packMail({ pack, reader, agreement, publicUrl, pictures: [] });
    expect(text).toContain("No deadline passed without an answer.");
    expect(text).toContain("the figures point to no change that could not be chance");
  });
});
