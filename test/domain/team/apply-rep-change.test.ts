import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limits } from "../../../lambdas/contract/limits.ts";
import { applyRepChange, type RepStep, saySame } from "../../../lambdas/domain/team/apply-rep-change.ts";
import type { RepSettings } from "../../../lambdas/domain/team/rep-now.ts";
import { now } from "../../builders/now.ts";

const context = { rep: { starts: "2025-09-01" }, today: "2026-03-10", by: "ana", at: now };
const settings = (over: Partial<RepSettings> = {}): RepSettings => ({
  version: 3,
  absences: [],
  by: "pablo",
  at: "2026-03-01T09:00:00.000Z",
  ...over,
});
const changed = (read: RepSettings | undefined, ...steps: RepStep[]) => {
  const outcome = applyRepChange(read, steps, context);
  return outcome.ok ? outcome.settings : outcome.problem;
};
const days = (from: string, to: string) => ({ from, to });

describe("a change of a rep", () => {
  it("starts with version 1, and has author and time", () => {
    expect(changed(undefined, { set: "absence-added", absence: days("2026-04-01", "2026-04-03") })).toEqual({
      version: 1,
      absences: [days("2026-04-01", "2026-04-03")],
      by: "ana",
      at: now,
    });
  });

  it("adds an absence once, keeps them in order, and forgets what is long over", () => {
    const read = settings({ absences: [days("2025-11-01", "2025-11-05"), days("2026-05-01", "2026-05-02")] });
    const add = { set: "absence-added", absence: days("2026-04-01", "2026-04-03") } as const;
    expect(changed(read, add, add)).toMatchObject({
      version: 4,
      absences: [days("2026-04-01", "2026-04-03"), days("2026-05-01", "2026-05-02")],
    });
  });

  it("takes back an absence to come, and cuts short one that has begun", () => {
    const [running, toCome] = [days("2026-03-02", "2026-03-20"), days("2026-03-10", "2026-03-12")];
    const read = settings({ absences: [running, toCome] });
    expect(changed(read, { set: "absence-removed", absence: toCome })).toMatchObject({ absences: [running] });
    expect(changed(read, { set: "absence-removed", absence: running })).toMatchObject({
      absences: [days("2026-03-02", "2026-03-09"), toCome],
    });
  });

  it("sets a capacity in whole or in part, and gives it back to the agreement", () => {
    const read = settings({ capacity: { newPerWeek: 2, openAtMost: 5 } });
    expect(changed(read, { set: "capacity", capacity: { newPerWeek: 0 } })).toMatchObject({
      capacity: { newPerWeek: 0 },
    });
    expect(changed(read, { set: "capacity", capacity: {} })).toMatchObject({ capacity: undefined });
  });

  it("sets and takes back a last day", () => {
    expect(changed(settings(), { set: "leaves", leaves: "2026-06-30" })).toMatchObject({ leaves: "2026-06-30" });
    expect(changed(settings({ leaves: "2026-06-30" }), { set: "leaves", leaves: undefined })).toMatchObject({
      leaves: undefined,
    });
  });

  const tooMany = Array.from({ length: limits.absencesPerRep + 1 }, (_, i) =>
    days("2026-04-01", `2027-01-${10 + (i % 20)}`),
  );
  it.each([
    ["dates-reversed", { set: "absence-added", absence: days("2026-04-03", "2026-04-01") }],
    ["absence-over", { set: "absence-added", absence: days("2026-03-01", "2026-03-09") }],
    ["absence-too-long", { set: "absence-added", absence: days("2026-04-01", "2027-04-02") }],
    ["absences-too-many", { set: "absences", absences: tooMany }],
    ["dates-reversed", { set: "absences", absences: [days("2026-04-03", "2026-04-01")] }],
    ["absence-unknown", { set: "absence-removed", absence: days("2026-04-01", "2026-04-03") }],
    ["leaves-before-start", { set: "leaves", leaves: "2025-08-31" }],
  ] satisfies [string, RepStep][])("that is not possible is refused: %s", (problem, step) => {
    expect(changed(settings(), step)).toBe(problem);
  });

  it("is all or nothing", () => {
    const steps: RepStep[] = [
      { set: "capacity", capacity: { newPerWeek: 1 } },
      { set: "leaves", leaves: "2020-01-01" },
    ];
    expect(changed(settings(), ...steps)).toBe("leaves-before-start");
  });

  it("that was made is the same when it is made again", () => {
    const day = fc.integer({ min: 0, max: 300 });
    const absence = fc.tuple(day, day).map(([one, other]) => {
      const iso = (n: number) => new Date(Date.parse("2026-03-10") + n * 86_400_000).toISOString().slice(0, 10);
      return days(iso(Math.min(one, other)), iso(Math.max(one, other)));
    });
    fc.assert(
      fc.property(fc.array(absence, { maxLength: 10 }), (absences) => {
        const once = applyRepChange(undefined, [{ set: "absences", absences }], context);
        if (!once.ok) throw new Error(once.problem);
        const again = applyRepChange(once.settings, [{ set: "absences", absences: absences.toReversed() }], context);
        expect(again.ok && saySame(once.settings, again.settings)).toBe(true);
      }),
    );
  });
});
