import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Chart, Figures } from "../../lambdas/contract/board.ts";
import { openStages } from "../../lambdas/contract/stages.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { csvOf } from "../../lambdas/domain/list/csv.ts";
import { weekBefore } from "../../lambdas/domain/meeting/meeting-week.ts";
import { withNames } from "../../lambdas/domain/meeting/stored-pack.ts";
import { quarterOf, weekOf, weeksUpTo } from "../../lambdas/domain/metrics/week.ts";
import { readFiguresAbout } from "../../lambdas/metrics/read-figures.ts";
import { readSla } from "../../lambdas/metrics/read-sla.ts";
import { packMail } from "../../lambdas/views/meeting/pack-mail.ts";
import { packOf } from "../../lambdas/views/meeting/pack-of.ts";
import { slaSentences } from "../../lambdas/views/metrics/sla-sentences.ts";
import { slaTable } from "../../lambdas/views/metrics/sla-table.ts";
import { chartColumns, chartRows } from "../../web/board/components/chart-table.tsx";
import { cellsOf } from "../../web/board/components/data-table.tsx";
import { figureCharts } from "../../web/board/pages/figures/figure-charts.ts";
import { asking } from "../board/asking.ts";
import { anAgreement } from "../builders/agreement.ts";
import { now } from "../builders/now.ts";
import { noTalk } from "../builders/pack.ts";
import { CountingWorld, timeZone } from "../domain/metrics/counting-world.ts";
import { naiveRecount } from "../domain/metrics/naive-recount.ts";

const agreement = anAgreement();
const current = weekOf(now, timeZone);
const about = weekBefore(current);
const shown = 12;

const ofALead = fc.record({
  /** Days before now. */
  age: fc.double({ min: 0.01, max: 7 * (shown - 1), noNaN: true }),
  source: fc.option(fc.constantFrom("linkedin", "direct"), { nil: undefined }),
  persona: fc.constantFrom("operations", undefined),
  ownerId: fc.constantFrom("ana", "luis"),
});
const happening = fc.oneof(
  fc.record({ is: fc.constant("MOVE" as const), ofALead, step: fc.nat(9), again: fc.boolean() }),
  fc.record({ is: fc.constant("ANSWER" as const), ofALead, accepts: fc.boolean() }),
  fc.record({ is: fc.constant("OUTCOME" as const), ofALead, wins: fc.boolean(), cents: fc.nat(9_999_999) }),
  fc.record({ is: fc.constant("CLOCK" as const), ofALead, daysLate: fc.integer({ min: -9, max: 9 }) }),
  fc.record({ is: fc.constant("BREACH" as const), ofALead, level: fc.integer({ min: 1, max: 2 }) }),
);
type Happening = typeof happening extends fc.Arbitrary<infer H> ? H : never;

const steps = [
  { from: null, to: "captured" },
  { from: "handed-off", to: "captured" },
  { from: "captured", to: "nurturing" },
  { from: "nurturing", to: "qualified" },
  { from: "handed-off", to: "accepted" },
  { from: "accepted", to: "sales-qualified" },
  { from: "accepted", to: "opportunity" },
  { from: "opportunity", to: "won" },
  { from: "opportunity", to: "lost" },
  { from: "captured", to: "dormant" },
] as const;
const dayMillis = 86_400_000;

const factOf = (each: Happening, i: number) => {
  const { age, ...known } = each.ofALead;
  const at = new Date(Date.parse(now) - age * dayMillis).toISOString();
  const days = (count: number) => new Date(Date.parse(at) - count * dayMillis).toISOString();
  const leadId = `lead-${i}`;
  const common = { ...known, leadId, cycle: 1, at, sk: `${each.is}#1#${at}`, pk: keys.lead(leadId).pk };
  switch (each.is) {
    case "MOVE": {
      const step = steps[each.step] ?? steps[0];
      const facts = { matched: ["decides"], read: ["case-study"], because: "test", since: days(1) };
      return { ...common, ...facts, ...step, ...(step.to === "qualified" && each.again && { again: true }) };
    }
    case "ANSWER":
      return { ...common, ...(each.accepts ? { kind: "accepted" } : { kind: "rejected", reason: "not-now" }) };
    case "OUTCOME":
      return {
        ...common,
        ...(each.wins ? { kind: "won", amount: each.cents / 100, currency: "EUR" } : { kind: "lost" }),
      };
    case "CLOCK": {
      const [answered, inTime] = [each.daysLate < 5, each.daysLate <= 0];
      return { ...common, closedAt: at, dueAt: days(each.daysLate), because: "accepted", answered, inTime };
    }
    case "BREACH":
      return { ...common, level: each.level, dueAt: days(1) };
  }
};

/** What the board's file has of a chart, as a spreadsheet reads it: one row for each category, without the headings. */
const inFile = (chart: Chart | undefined): (number | null)[][] => {
  if (chart === undefined) throw new Error("no such chart");
  const csv = csvOf(cellsOf(chartColumns(chart, String, "en"), chartRows(chart, "en")), "en");
  const [, ...rows] = parse(csv, { bom: true });
  return rows.map(([, ...cells]: string[]) => cells.map((cell) => (cell === "" ? null : Number(cell))));
};

/** Every "3 of 5" in a text, in either language. */
const ratiosIn = (text: string) =>
  [...text.matchAll(/(\d[\d.,]*) (?:de los|de|of the|of) (\d[\d.,]*\d|\d)/g)].map(([, part, whole]) =>
    [part, whole].map((count = "") => Number(count.replaceAll(/[.,]/g, ""))),
  );

it("board, pack, file and API say what a recount of the items says; no part is larger than its whole", async () => {
  const seen = { ratios: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 5, maxLength: 60, size: "max" }), async (happened) => {
      const world = new CountingWorld();
      for (const [i, each] of happened.entries()) await world.write(factOf(each, i));
      await world.deliver((pending) => [...pending]);
      const counts = naiveRecount(world.facts(), timeZone);
      const n = (week: string, counter: string, slice = "all") => counts[`${week} ${slice} ${counter}`] ?? 0;
      const breachedIn = (week: string) => Math.max(n(week, "breached"), n(week, "broken"));
      const recounted = (week: string) => ({
        week,
        leads: n(week, "leads"),
        mqls: n(week, "mql"),
        accepted: n(week, "accepted"),
        rejected: n(week, "rejected"),
        followedUp: n(week, "followed-up"),
        inTime: n(week, "followed-up-in-time"),
        breached: breachedIn(week),
        won: n(week, "outcome:won"),
        lost: n(week, "outcome:lost"),
      });
      const sum = (weeks: readonly string[], of: (week: string) => number) =>
        weeks.reduce((all, week) => all + of(week), 0);

      const board: Figures = (await asking(world.table)("manager", `figures?weeks=${shown}`)).body;
      const asked = weeksUpTo(current, shown);
      const first = asked.find((week) => Object.keys(counts).some((name) => name.startsWith(`${week} `))) ?? current;
      const weeks = asked.slice(asked.indexOf(first));
      expect(board.weeks).toMatchObject(weeks.map(recounted));
      expect(board.weeks.map(({ amounts }) => amounts)).toEqual(
        weeks.map((week) => {
          const thousandths = n(week, "amount:EUR");
          return thousandths === 0 ? [] : [{ amount: thousandths / 1000, currency: "EUR" }];
        }),
      );
      expect(board.goal.won).toBe(n(quarterOf(now, timeZone), "won"));
      expect(board.stages.map(({ stage, entered }) => [stage, entered])).toEqual([
        ...openStages.map((stage) => [stage, sum(weeks, (week) => n(week, `entered:${stage}`))]),
        ["won", sum(weeks, (week) => n(week, "outcome:won"))],
      ]);
      for (const counted of ["leads", "mqls", "accepted", "rejected", "won", "lost", "inTime"] as const)
        expect(board.bySource.reduce((all, row) => all + row[counted], 0)).toBe(
          sum(weeks, (week) => recounted(week)[counted]),
        );

      const sla = await readSla(world.table, agreement, now, weeks);
      expect(
        sla.map(({ week, marketing, sales }) => ({
          ...{ week, mqls: marketing.mqls, accepted: marketing.accepted, rejected: marketing.rejected },
          ...{ inTime: sales.inTime, breached: sales.breached, followedUp: sales.followedUp },
        })),
      ).toEqual(
        weeks.map((week) => {
          const { leads, won, lost, ...rest } = recounted(week);
          return rest;
        }),
      );

      const { trends, funnel } = figureCharts(board, { stages: [], currencies: ["EUR"] });
      const file = (id: string) => inFile(trends.find((chart) => chart.id === id));
      expect(file("leads")).toEqual(weeks.map((week) => [recounted(week).leads]));
      expect(file("mqls").map(([mqls]) => mqls)).toEqual(weeks.map((week) => recounted(week).mqls));
      expect(file("outcomes")).toEqual(weeks.map((week) => [recounted(week).won, recounted(week).lost]));
      expect(file("rates").map(([, met, due, , yes, all]) => [met, due, yes, all])).toEqual(
        weeks.map((week) => {
          const { inTime, breached, accepted, rejected } = recounted(week);
          return [inTime, inTime + breached, accepted, accepted + rejected];
        }),
      );
      if (funnel[0] !== undefined) {
        const bars = inFile(funnel[0]).flat();
        expect(bars[0]).toBe(sum(weeks, (week) => recounted(week).leads));
        expect(bars.at(-1)).toBe(sum(weeks, (week) => recounted(week).won));
      }

      const figures = await readFiguresAbout(world.table, agreement, now, { about, weeks: 9 });
      const past = figures.weeks.map(({ week }) => week);
      // Nobody has noted since when the agreement is in force: what nothing was counted in lies before the start.
      const hasBegun = weeksUpTo(about, 9).some((week) =>
        Object.keys(counts).some((name) => name.startsWith(`${week} `)),
      );
      expect(past.at(-1)).toBe(hasBegun ? about : undefined);
      expect(figures.weeks).toMatchObject(past.map(recounted));
      const stored = packOf({ ...noTalk, week: current, figures, capacity: 1000, agreement, now });
      const pack = withNames(stored, () => undefined, { decisions: [], verdicts: [] });
      const mails = (["es", "en"] as const).map((language) => {
        const reader = { id: "elena", name: "Elena Vidal", email: "elena@engranaje.example", language };
        return packMail({ pack, reader, agreement, publicUrl: "https://api.example", pictures: [] }).text;
      });
      const { leads, mqls, accepted, rejected } = recounted(about);
      const week = `Week ${Number(about.slice(-2))}`;
      expect(mails[1]?.includes("before the start")).toBe(past.length === 0);
      expect(mails[1]?.includes(`New leads, ${week}: ${leads}`)).toBe(past.length > 0);
      expect(mails[1]?.includes(`MQLs (marketing), ${week}: ${mqls} `)).toBe(past.length > 0);
      if (accepted + rejected > 0) expect(mails[1]).toContain(`(${accepted} of ${accepted + rejected})`);

      const sentences = [...board.sentences, ...figures.sentences, ...pack.worked, ...sla.flatMap(slaSentences)];
      const charts = [...trends, ...funnel, ...pack.charts];
      const texts = [
        ...[...sentences, ...charts.map(({ alt }) => alt)].flatMap(({ es, en }) => [es, en]),
        ...mails,
        ...(["es", "en"] as const).map((language) => slaTable(sla, language)),
      ];
      const ratios = [
        ...texts.flatMap(ratiosIn),
        ...charts.flatMap(({ series }) =>
          series.flatMap(({ counts = [] }) => counts.map(({ part, whole }) => [part, whole])),
        ),
        ...board.stages.map(({ forward, left }) => [forward, left]),
        ...board.effects.flatMap((effect) => [effect.with, effect.without].map(({ won, ended }) => [won, ended])),
      ];
      for (const [part = 0, whole = 0] of ratios) expect(part).toBeLessThanOrEqual(whole);
      seen.ratios += texts.flatMap(ratiosIn).length;
    }),
    { numRuns: 30 },
  );
  expect(seen.ratios).toBeGreaterThan(100);
}, 120_000);
