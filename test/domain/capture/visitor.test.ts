import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keepVisits } from "../../../lambdas/domain/capture/visitor.ts";
import type { Engagement } from "../../../lambdas/domain/lead/lead.ts";
import { anEngagement } from "../../builders/lead.ts";
import { daysFromNow, now } from "../../builders/now.ts";

const minutesAgo = (minutes: number) => daysFromNow(-minutes / 1440);

const views = (count: number): Engagement[] =>
  Array.from({ length: count }, (_, i) => anEngagement({ engagementId: `view-${i}`, at: minutesAgo(i) }));

const download = anEngagement({ engagementId: "download", kind: "content-downloaded", at: daysFromNow(-80) });

/** Instants that often coincide, so that the order of the ids decides too. */
const told = fc
  .array(
    fc.record({
      kind: fc.constantFrom("page-viewed", "content-read", "content-downloaded", "pricing-viewed"),
      minutes: fc.oneof({ arbitrary: fc.nat(50), weight: 5 }, { arbitrary: fc.nat(100 * 1440), weight: 1 }),
    }),
    { maxLength: 120 },
  )
  .map((all) => all.map(({ kind, minutes }, i) => ({ engagementId: `e-${i}`, kind, at: minutesAgo(minutes) })));

/** The same events, each at least once, in another order and in portions. */
const deliveriesOf = (events: readonly Engagement[]) =>
  fc.tuple(
    fc.shuffledSubarray([...events], { minLength: events.length }),
    fc.subarray([...events]),
    fc.integer({ min: 1, max: 20 }),
  );

const inPortions = (events: readonly Engagement[], size: number): Engagement[] => {
  let known: Engagement[] = [];
  for (let i = 0; i < events.length; i += size) known = keepVisits(known, events.slice(i, i + size), now);
  return known;
};

describe("what is kept of a stranger's visits", () => {
  it("is in the order of time, whatever came first", () => {
    const [newest, middle, oldest] = views(3);
    if (newest === undefined || middle === undefined || oldest === undefined) throw new Error("there are three");
    expect(keepVisits([middle], [newest, oldest], now)).toEqual([oldest, middle, newest]);
  });

  it("is each event once, as it came first", () => {
    const again = { ...download, at: now };
    expect(keepVisits([download], [again, ...views(1), ...views(1)], now)).toEqual([download, ...views(1)]);
  });

  it("is not older than 90 days", () => {
    const at = (days: number) => anEngagement({ engagementId: `${days}`, at: daysFromNow(-days) });
    expect(keepVisits([at(90.01)], [at(90), at(90.02)], now)).toEqual([at(90)]);
  });

  it("is the newest fifty of one kind", () => {
    expect(keepVisits([], views(60), now)).toEqual(views(50).reverse());
  });

  it("has the one download, however many pages were viewed since", () => {
    const kept = keepVisits(keepVisits([], [download], now), views(60), now);
    expect(kept).toHaveLength(50);
    expect(kept).toContainEqual(download);
  });

  it("gives every kind its turn when several are too many", () => {
    const reads = views(60).map((view) => ({
      ...view,
      engagementId: `read-${view.engagementId}`,
      kind: "content-read",
    }));
    const kinds = keepVisits([], [...views(60), ...reads, download], now).map(({ kind }) => kind);
    const countOf = (kind: string) => kinds.filter((each) => each === kind).length;
    expect([countOf("page-viewed"), countOf("content-read"), countOf("content-downloaded")].sort()).toEqual([
      1, 24, 25,
    ]);
  });

  it("does not depend on how often, in what order or in which batches events arrive", () => {
    const cases = told.chain((events) => fc.tuple(fc.constant(events), deliveriesOf(events)));
    fc.assert(
      fc.property(cases, ([events, [shuffled, repeated, size]]) => {
        const kept = keepVisits([], events, now);
        expect(inPortions([...shuffled, ...repeated], size)).toEqual(kept);
        expect(keepVisits(kept, events, now)).toEqual(kept);
      }),
      { numRuns: 300 },
    );
  });

  it("drops only what is too much, and of each kind the oldest", () => {
    fc.assert(
      fc.property(told, (events) => {
        const kept = keepVisits([], events, now);
        const recent = events.filter(({ at }) => at >= daysFromNow(-90));
        expect(kept).toHaveLength(Math.min(50, recent.length));
        for (const dropped of recent.filter((event) => !kept.includes(event)))
          for (const { at } of kept.filter(({ kind }) => kind === dropped.kind)) expect(at >= dropped.at).toBe(true);
      }),
    );
  });

  it("drops none of a kind of which fewer are kept than of another", () => {
    fc.assert(
      fc.property(told, (events) => {
        const kept = keepVisits([], events, now);
        const countOf = (kind: string) => kept.filter((each) => each.kind === kind).length;
        const most = Math.max(...kept.map(({ kind }) => countOf(kind)));
        for (const { engagementId, kind, at } of events) {
          const isDropped = at >= daysFromNow(-90) && !kept.some((each) => each.engagementId === engagementId);
          if (isDropped) expect(countOf(kind)).toBeGreaterThanOrEqual(most - 1);
        }
      }),
    );
  });
});
