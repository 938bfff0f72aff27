import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { changesBetween } from "../../lambdas/agreement/agreement-changes.ts";
import { checkAgreement } from "../../lambdas/agreement/check-agreement.ts";
import {
  type Control,
  controlsOf,
  lengthOf,
  lengthPartsOf,
  withIds,
  withKept,
  withOneMoreStep,
  withoutStep,
  withStep,
  withValue,
} from "../../web/board/pages/room/controls.ts";

const text = readFileSync("agreement.yaml", "utf8");
const controls = (controlsOf(text, text) ?? []).flatMap(({ parts }) => parts.flatMap((part) => part.controls));
const control = <Is extends Control["is"]>(is: Is): Extract<Control, { is: Is }> => {
  const found = controls.find((each): each is Extract<Control, { is: Is }> => each.is === is);
  if (found === undefined) throw new Error(`no control is ${is}`);
  return found;
};
const values = controls.filter((each) => each.is === "number" || each.is === "duration");
const linesThatDiffer = (other: string): number => {
  const now = other.split("\n");
  return text.split("\n").filter((line, i) => line !== now[i]).length;
};
const termsOf = (of: string) => {
  const checked = checkAgreement(of, "agreement.yaml");
  if (!checked.ok) throw new Error(checked.problems.map(({ key, message }) => `${key}: ${message}`).join("; "));
  return checked.terms;
};
const at = (of: string, path: Control["path"]): unknown =>
  path.reduce<unknown>((value, step) => Object(value)[step], parse(of));

describe("the controls of a proposal", () => {
  it("have a place for each of what is usually negotiated, with words for people", () => {
    expect(controlsOf(text, text)?.map(({ id }) => id)).toEqual([
      "gate",
      "points",
      "familiarity",
      "grades",
      "nurture",
      "promises",
      "ladder",
      "capacity",
      "cool-downs",
      "goals",
    ]);
    for (const { label } of controls)
      for (const said of [label.es, label.en]) expect(said).not.toMatch(/^[a-z.\d]+$|^$/);
  });

  it.each(values.map((each) => [each.path.join("."), each] as const))(
    "change what %s says, and nothing else",
    (_, each) => {
      const value = each.is === "number" ? each.value + (each.isShare === true ? 0.01 : 1) : "3 hours";
      const changed = withValue(text, each.path, value);
      expect(at(changed, each.path)).toBe(value);
      expect(linesThatDiffer(changed)).toBe(1);
      expect(withValue(changed, each.path, each.value)).toBe(text);
    },
  );

  it("keep every comment and every line that they do not change, whatever is moved", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(values.length - 1), fc.integer({ min: 0, max: 99 })), { maxLength: 6 }),
        (moves) => {
          const moved = moves.reduce((now, [i, amount]) => {
            const each = values[i];
            return each === undefined
              ? now
              : withValue(now, each.path, each.is === "number" ? amount : `${amount} days`);
          }, text);
          const comments = (of: string) => of.match(/#.*/g);
          expect(comments(moved)).toEqual(comments(text));
          expect(linesThatDiffer(moved)).toBeLessThanOrEqual(new Set(moves.map(([i]) => i)).size);
          for (const [i, amount] of new Map(moves)) {
            const each = values[i];
            if (each !== undefined) expect(at(moved, each.path)).toBe(each.is === "number" ? amount : `${amount} days`);
          }
        },
      ),
      { numRuns: 8 },
    );
  });

  it("ask for another must-have, of those that every persona has", () => {
    const { path, chosen, options } = control("ids");
    expect(options.map(({ id }) => id)).toContain("reachable");
    expect(options.map(({ id }) => id)).not.toContain("mid-sized");
    const changed = termsOf(withIds(text, path, [...chosen, "reachable"]));
    expect(changed.gate.mustHaves).toEqual(["decides", "reachable"]);
    expect(changesBetween(termsOf(text), changed)).toHaveLength(1);
    expect(termsOf(withIds(text, path, [])).gate.mustHaves).toEqual([]);
  });

  it("take a disqualifier out, and put it back as it was", () => {
    const { path, entries } = control("kept");
    for (const { id } of entries) {
      const without = withKept(text, text, path, id, false);
      expect(termsOf(without).gate.disqualifiers.map((each) => each.id)).toEqual(
        entries.map((each) => each.id).filter((each) => each !== id),
      );
      const back = withKept(without, text, path, id, true);
      expect(termsOf(back).gate.disqualifiers).toHaveLength(entries.length);
      expect(termsOf(back).gate.disqualifiers.find((each) => each.id === id)).toEqual(
        termsOf(text).gate.disqualifiers.find((each) => each.id === id),
      );
    }
  });

  it("shows a disqualifier that was taken out as one that can be put back", () => {
    const { path } = control("kept");
    const without = withKept(text, text, path, "student", false);
    const now = controlsOf(without, text)?.flatMap(({ parts }) => parts.flatMap((part) => part.controls));
    const kept = now?.find((each) => each.is === "kept");
    expect(kept?.is === "kept" && kept.entries.find(({ id }) => id === "student")?.isKept).toBe(false);
  });

  it("change, add and take away the steps of the ladder", () => {
    const { path, steps } = control("ladder");
    expect(steps.map(({ does }) => does)).toEqual(["manager", "reassign", "manager", "director"]);
    const ladderOf = (of: string) => termsOf(of).sla.sales.escalation;
    expect(ladderOf(withStep(text, path, 1, { after: "5 working hours", does: "reassign" }))[1]).toEqual({
      after: "5 working hours",
      reassign: true,
    });
    expect(ladderOf(withStep(text, path, 3, { after: "6 working hours", does: "manager" }))[3]).toEqual({
      after: "6 working hours",
      to: "manager",
    });
    expect(ladderOf(withOneMoreStep(text, path, steps.at(-1)))[4]).toEqual({ after: "8 working hours", to: "manager" });
    expect(ladderOf(withoutStep(text, path, 0))).toEqual(ladderOf(text).slice(1));
  });

  it("cannot be had of a text with a mistake", () => {
    expect(controlsOf(`${text}\n  - : [`, text)).toBeUndefined();
    expect(controlsOf(text.replace("leastFit: 50", "leastFit: many"), text)).toBeUndefined();
  });
});

describe("a length of time", () => {
  it("is an amount and a unit, and back", () => {
    for (const each of ["1 working day", "2 working days", "0 working hours", "1.5 hours", "15 seconds"]) {
      const { amount, unit } = lengthPartsOf(each);
      expect(lengthOf(amount, unit)).toBe(each);
    }
  });
});
