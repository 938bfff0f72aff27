import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sourceKinds } from "../../../lambdas/contract/sources.ts";
import { kinds } from "../../../lambdas/domain/source/kinds/index.ts";
import { sampleOf } from "../../sources/sample.ts";
import { bytes, readAs, textOf } from "./kinds.ts";

const types = [
  "application/json",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=b",
  "multipart/form-data",
  "text/plain",
  "",
];

describe.each(sourceKinds)("the kind %s", (kind) => {
  const { pages, steps, headers = [], isUntried, proof } = kinds[kind];

  it("names what it follows, and how to connect it in both languages", () => {
    expect(pages.length > 0 || isUntried === true).toBe(true);
    for (const each of pages) expect(URL.canParse(each), each).toBe(true);
    for (const language of ["es", "en"] as const) {
      expect(steps.map((step) => step[language]).join("\n")).toContain("{address}");
    }
    for (const each of headers) expect(each).toBe(each.toLowerCase());
  });

  it("asks for a header's secret where it is needed, and never for one that is in the address", () => {
    for (const language of ["es", "en"] as const) {
      const text = steps.map((step) => step[language]).join("\n");
      if (proof.by === "header") expect(text).toContain("{secret}");
      if (proof.by === "address") expect(text).not.toContain("{secret}");
    }
  });

  it("reads every JSON without an error", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (json) => {
        const sample = { url: "", headers: { "content-type": "application/json" }, body: bytes(JSON.stringify(json)) };
        expect(await readAs(kind, sample)).toHaveProperty("ok");
      }),
    );
  });

  it("reads all bytes without an error, UTF-8 or not", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.constantFrom(...types), async (body, type) => {
        expect(await readAs(kind, { url: "", headers: { "content-type": type }, body })).toHaveProperty("ok");
      }),
    );
  });

  it("reads Windows-1252 that says UTF-8", async () => {
    const sample = sampleOf(kind);
    const body = Buffer.from(textOf(sample), "latin1");
    expect((await readAs(kind, { ...sample, body })).ok).toBe(true);
  });
});

const at = (value: unknown, name: string): unknown => Reflect.get(Object(value), name);
const pathsIn = (value: unknown, path: string[] = []): string[][] => {
  const below =
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([name, each]) => pathsIn(each, [...path, name]))
      : [];
  return path.length > 0 ? [path, ...below] : below;
};

/** Names that every object has make texts of no object. */
const likeOwn = fc.constantFrom<unknown>({ toString: 1 }, [{ toString: 1, valueOf: 1 }], [[{ toString: null }]], {
  a: [{ toString: 1 }],
});

describe.each(sourceKinds.filter((kind) => textOf(sampleOf(kind)).startsWith("{")))("the JSON of %s", (kind) => {
  const sample = sampleOf(kind);
  const text = textOf(sample);

  it("is read without an error, whatever stands in one of its places", async () => {
    const places = fc.constantFrom(...pathsIn(JSON.parse(text)));
    await fc.assert(
      fc.asyncProperty(places, fc.oneof(fc.jsonValue(), likeOwn), async (path, value) => {
        const json: unknown = JSON.parse(text);
        Reflect.set(Object(path.slice(0, -1).reduce(at, json)), path.at(-1) ?? "", value);
        expect(await readAs(kind, { ...sample, body: bytes(JSON.stringify(json)) })).toHaveProperty("ok");
      }),
    );
  });
});
