import { describe, expect, it } from "vitest";
import { engagementListOf, inThisCycle } from "../../../lambdas/domain/hand-off/engagement-list.ts";
import { readerIn } from "../../../lambdas/domain/text/when.ts";
import { labelOf, sayEngagements } from "../../../lambdas/views/hand-off/engagement-lines.ts";
import { sayPromises } from "../../../lambdas/views/hand-off/hand-off-mail.ts";
import { anAgreement } from "../../builders/agreement.ts";

const sums = (kinds: Record<string, { count: number; newest: string }>) => ({
  kinds: Object.fromEntries(
    Object.entries(kinds).map(([kind, each]) => [kind, { ...each, epochs: [], days: [], earned: 0 }]),
  ),
});
const [first, second, third] = ["2026-03-01T10:00:00.000Z", "2026-03-02T10:00:00.000Z", "2026-03-03T10:00:00.000Z"];
const view = (at: string, cycle?: number) => ({ kind: "page-viewed", at, cycle });

describe("what a lead did", () => {
  it("is listed in order of time, whatever the order in which it was read", () => {
    expect(engagementListOf([view(third), view(first), view(second)], undefined)).toEqual({
      known: [view(first), view(second), view(third)],
      inAll: 3,
    });
  });

  it("is completed by the sums where not all of it was read", () => {
    const kept = sums({
      "page-viewed": { count: 5000, newest: second },
      "demo-requested": { count: 1, newest: third },
    });
    expect(engagementListOf([view(first)], kept)).toEqual({
      known: [view(first), { kind: "page-viewed", at: second }, { kind: "demo-requested", at: third }],
      inAll: 5001,
    });
  });

  it("belongs to the cycle that was written on it, or came after the lead was returned to marketing", () => {
    const engagements = engagementListOf([view(first, 1), view(second, 2), view(third)], undefined);
    const recycled = { reason: "too-early", at: second };
    expect(inThisCycle(engagements, { cycle: 2, recycled })).toEqual([view(second, 2), view(third)]);
    expect(inThisCycle(engagements, { cycle: 1 })).toEqual([view(first, 1), view(third)]);
  });
});

describe("a list of engagements", () => {
  const agreement = anAgreement();
  const [es, en] = [readerIn("es", agreement), readerIn("en", agreement)];

  it("says when a booked meeting is", () => {
    const known = [{ kind: "meeting-booked", at: first, subject: "2026-11-25T09:00:00.000000Z" }];
    const values = [es, en].map((reader) => sayEngagements({ known, inAll: 1 }, reader, agreement)[0]?.value);
    expect(values).toEqual([
      "Meeting booked (mié 25 nov 2026, 10:00, hora de Madrid)",
      "Meeting booked (Wed 25 Nov 2026, 10:00, Madrid time)",
    ]);
  });

  it("names what was read by its title, and says that there was more", () => {
    const known = [{ kind: "mail-clicked", at: first, subject: "case-study" }];
    expect(sayEngagements({ known, inAll: 2 }, es, agreement)).toEqual([
      { label: "Antes", value: "otra acción" },
      { label: "1 mar 2026, 11:00", value: "Clic en un correo (Caso práctico con cifras)" },
    ]);
    expect(sayEngagements({ known, inAll: 24 }, en, agreement)[0]).toEqual({
      label: "Before",
      value: "23 other actions",
    });
    expect(sayEngagements({ known: [], inAll: 0 }, es, agreement)).toEqual([]);
  });

  it("names an unknown kind by the words of its code", () => {
    expect(labelOf("trial-requested", es, agreement)).toBe("Trial requested");
  });
});

describe("promises", () => {
  const promise = { es: "Una demostración", en: "A demo" };
  const demo = { kind: "demo-requested", label: { es: "Demo", en: "Demo" }, points: 1, halfLife: "1 day", cap: 1 };
  const agreement = anAgreement({ familiarity: [{ ...demo, promise }] });

  it("are listed once each, with the last day on which they were earned", () => {
    const engagements = [first, third].map((at) => ({ kind: "demo-requested", at }));
    expect(sayPromises([...engagements, view(third)], readerIn("es", agreement), agreement)).toEqual([
      "Una demostración (lo pidió el 3 mar 2026)",
    ]);
    expect(sayPromises([], readerIn("en", agreement), agreement)).toEqual([]);
  });
});
