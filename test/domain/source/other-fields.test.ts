import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ToolRequest } from "../../../lambdas/domain/source/kind.ts";
import { type Sample, sampleOf } from "../../sources/sample.ts";
import { arrivedIn, bytes, readAs, textOf } from "./kinds.ts";

describe("a repeat", () => {
  const withIds = ["gravity-forms", "netlify", "mautic", "segment", "generic"] as const;
  it.each(withIds)("has the same id, from %s", async (kind) => {
    const [first] = await arrivedIn(kind, sampleOf(kind));
    const [again] = await arrivedIn(kind, sampleOf(kind));
    expect(first).toEqual(again);
    expect(first).toHaveProperty("id", expect.stringMatching(/./));
  });
});

/** Where the fields of a form are in a sample; of browsers' forms, how a field is written. */
const bodies = [
  ["gravity-forms", "gravity-forms", [], (n: number) => `${n + 100}`],
  ["wpforms", "wpforms", [], (n: number) => `more_${n}`],
  ["contact-form-7", "contact-form-7", [], (n: number) => `more-${n}`],
  ["unbounce", "unbounce-json", [], (n: number) => `more_${n}`],
  ["netlify", "netlify", ["data"], (n: number) => `more_${n}`],
  ["formspree", "formspree", ["submission"], (n: number) => `more_${n}`],
  ["mautic", "mautic", ["mautic.form_on_submit", 1, "submission", "results"], (n: number) => `more_${n}`],
  ["segment", "segment", ["traits"], (n: number) => `more_${n}`],
  ["flat", "flat", [], (n: number) => `more_${n}`],
  ["generic", "generic", ["data", "leads", 1], (n: number) => `more_${n}`],
  ["elementor", "elementor", undefined, (n: number) => `Más ${n}`],
  ["elementor", "elementor-advanced", undefined, (n: number) => `fields[more_${n}][value]`],
  ["html", "html", undefined, (n: number) => `more_${n}`],
] as const;

const ten = Array.from({ length: 10 }, (_, index) => index);

/** The sample with other fields. */
const changed = (
  sample: Sample,
  path: readonly (string | number)[] | undefined,
  change: (fields: Fields) => Fields,
): Sample => {
  if (path === undefined) {
    return { ...sample, body: bytes(`${new URLSearchParams(change([...new URLSearchParams(textOf(sample))]))}`) };
  }
  const json: unknown = JSON.parse(textOf(sample));
  const [last, ...before] = [...path].reverse();
  if (last === undefined) return { ...sample, body: bytes(JSON.stringify(changedObject(json, change))) };
  const parent = before.reverse().reduce(at, json);
  if (typeof parent !== "object" || parent === null) throw new Error("no such path");
  Reflect.set(parent, last, changedObject(at(parent, last), change));
  return { ...sample, body: bytes(JSON.stringify(json)) };
};
type Fields = [string, string][];
const at = (value: unknown, name: string | number): unknown => Reflect.get(Object(value), name);
const changedObject = (object: unknown, change: (fields: Fields) => Fields): object => ({
  ...Object.fromEntries(change(Object.entries(Object(object)))),
});

describe.each(bodies)("%s (%s)", (kind, name, path, more) => {
  const sample = sampleOf(name);
  const answersIn = async (request: ToolRequest) =>
    (await arrivedIn(kind, request)).flatMap((each) => (each.what === "form" ? each.answers : []));

  it("takes ten more fields", async () => {
    const before = await answersIn(sample);
    const answers = await answersIn(
      changed(sample, path, (fields) => [...fields, ...ten.map((n): [string, string] => [more(n), `value ${n}`])]),
    );
    expect(answers).toHaveLength(before.length + 10);
    for (const answer of before) expect(answers).toContainEqual(answer);
  });

  it("takes whichever ten fields fewer", async () => {
    const names: string[] = [];
    changed(sample, path, (fields) => {
      names.push(...fields.map(([each]) => each));
      return fields;
    });
    const { length } = names;
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.nat(length - 1), { maxLength: Math.min(10, length - 1) }), async (dropped) => {
        const fewer = changed(sample, path, (fields) => fields.filter((_, index) => !dropped.includes(index)));
        const reading = await readAs(kind, fewer);
        expect(reading.ok || path === undefined, JSON.stringify(reading)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it("says so when JSON is cut in the middle", async () => {
    const reading = await readAs(kind, { ...sample, body: sample.body.slice(0, sample.body.byteLength / 2) });
    expect(reading.ok).toBe(path === undefined);
    if (!reading.ok) expect(reading.because).toBe("not-json");
  });

  it("says so when there is nothing", async () => {
    expect(await readAs(kind, { ...sample, body: bytes("") })).toEqual({ ok: false, because: "empty" });
  });
});
