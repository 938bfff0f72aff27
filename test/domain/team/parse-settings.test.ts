import { describe, expect, it } from "vitest";
import { todayOf } from "../../../lambdas/domain/team/availability.ts";
import { mayChange } from "../../../lambdas/domain/team/may-change.ts";
import { parseRepChange } from "../../../lambdas/domain/team/parse-rep-change.ts";
import { parseSettings } from "../../../lambdas/domain/team/parse-settings.ts";
import { repAsChanged } from "../../../lambdas/domain/team/rep-now.ts";
import { anAgreement } from "../../builders/agreement.ts";

const agreement = anAgreement();
const [ana, luis] = agreement.terms.team.reps;
if (ana === undefined || luis === undefined) throw new Error("the agreement of the tests has two reps");

describe("a form of the settings page", () => {
  const read = (fields: Record<string, string>) =>
    parseSettings(new URLSearchParams({ rep: "ana", version: "2", ...fields }));
  const asks = (step: object) => ({ ok: true, form: { repId: "ana", version: 2, step } });

  it("asks for one thing", () => {
    const absence = { from: "2026-04-01", to: "2026-04-03" };
    expect(read({ set: "absence-added", ...absence })).toEqual(asks({ set: "absence-added", absence }));
    expect(read({ set: "absence-removed", ...absence })).toEqual(asks({ set: "absence-removed", absence }));
    expect(read({ set: "leaves", leaves: "2026-06-30" })).toEqual(asks({ set: "leaves", leaves: "2026-06-30" }));
  });

  it("takes empty fields as what was agreed", () => {
    const [full, half] = [
      { newPerWeek: "4", openAtMost: "0" },
      { newPerWeek: "", openAtMost: " 7 " },
    ];
    expect(read({ set: "capacity", ...full })).toEqual(
      asks({ set: "capacity", capacity: { newPerWeek: 4, openAtMost: 0 } }),
    );
    expect(read({ set: "capacity", ...half })).toEqual(asks({ set: "capacity", capacity: { openAtMost: 7 } }));
    expect(read({ set: "capacity" })).toEqual(asks({ set: "capacity", capacity: {} }));
    expect(read({ set: "leaves", leaves: "" })).toEqual(asks({ set: "leaves", leaves: undefined }));
  });

  it.each([
    ["dates-missing", { set: "absence-added", from: "2026-04-01" }],
    ["dates-missing", { set: "absence-added", from: "1/4/2026", to: "2026-04-03" }],
    ["dates-missing", { set: "absence-added", from: "2026-02-30", to: "2026-04-03" }],
    ["capacity-wrong", { set: "capacity", newPerWeek: "-1" }],
    ["capacity-wrong", { set: "capacity", newPerWeek: "2.5" }],
    ["capacity-wrong", { set: "capacity", openAtMost: "1001" }],
    ["leaves-wrong", { set: "leaves", leaves: "soon" }],
    ["form-unknown", { set: "everything" }],
    ["form-unknown", { set: "capacity", version: "first" }],
  ])("that cannot be read says why: %s %j", (problem, fields) => {
    expect(read(fields)).toEqual({ ok: false, repId: "ana", problem });
  });
});

describe("the body of another system", () => {
  it("returns every change", () => {
    const absences = [{ from: "2026-04-01", to: "2026-04-03" }];
    expect(parseRepChange({ rep: "ana", absences, capacity: { newPerWeek: 3 }, leaves: null })).toEqual({
      ok: true,
      change: {
        repId: "ana",
        steps: [
          { set: "absences", absences },
          { set: "capacity", capacity: { newPerWeek: 3 } },
          { set: "leaves", leaves: undefined },
        ],
      },
    });
    expect(parseRepChange({ rep: "ana", capacity: null })).toMatchObject({
      change: { steps: [{ set: "capacity", capacity: {} }] },
    });
  });

  it.each([
    ["rep", { absences: [] }],
    ["body", { rep: "ana" }],
    ["body", { rep: "ana", absence: [] }],
    ["body", "ana"],
    ["absences.0.from", { rep: "ana", absences: [{ from: "tomorrow", to: "2026-04-03" }] }],
    ["capacity.newPerWeek", { rep: "ana", capacity: { newPerWeek: 1.5 } }],
    ["leaves", { rep: "ana", leaves: "2026-13-01" }],
  ])("that is not fit names the field: %s", (field, body) => {
    const read = parseRepChange(body);
    expect(read.ok ? [] : read.errors.map((error) => error.field)).toEqual([field]);
  });
});

describe("who may change whom", () => {
  const ids = (who: string, of = agreement) => mayChange(who, of).map(({ rep, asManager }) => [rep.id, asManager]);

  it("is the rep, the manager, the deputy for the manager, and the director", () => {
    expect(ids("ana")).toEqual([["ana", false]]);
    expect(ids("pablo")).toEqual([
      ["ana", true],
      ["luis", true],
    ]);
    expect(ids("marta")).toEqual(ids("pablo"));
    expect(ids("marketing")).toEqual([]);
    const pablo = { id: "pablo", name: "Pablo", email: "p@x.example", language: "es", deputy: "luis" } as const;
    expect(ids("luis", anAgreement({ team: { managers: [pablo] } }))).toEqual([
      ["ana", true],
      ["luis", false],
    ]);
  });
});

describe("a rep", () => {
  it("has what was changed laid over what is agreed", () => {
    const settings = { version: 1, by: "ana", at: "", absences: [{ from: "2026-04-01", to: "2026-04-03" }] };
    expect(repAsChanged(ana, { ...settings, capacity: { newPerWeek: 1 } })).toMatchObject({
      absences: settings.absences,
      capacity: { newPerWeek: 1, openAtMost: 20 },
    });
  });

  it("has a day of their own", () => {
    const night = "2026-03-10T23:30:00.000Z";
    expect(todayOf(ana, agreement, night)).toBe("2026-03-11");
    expect(todayOf({ ...luis, timeZone: "Atlantic/Canary" }, agreement, night)).toBe("2026-03-10");
  });
});
