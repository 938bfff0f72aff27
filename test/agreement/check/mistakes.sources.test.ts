import { describe, expect, it } from "vitest";
import { altered, isFound, loadText, problemsOf } from "../explain/altered.ts";

const before = "sources:\n";
/** Before those that are shipped. */
const source = (more: string) =>
  `${before}  - id: demo\n    kind: flat\n    label: { es: Demo, en: Demo }\n    origin: web\n${more}\n`;

describe("the mapping of a source", () => {
  it("may name one of our fields, or one of the agreement's own", () => {
    const text = altered(before, source("    mapping: [{ id: a, to: company }, { id: b, to: warehouses }]"));
    expect(problemsOf(loadText(text))).toEqual([]);
  });

  it("names no other", () =>
    isFound(
      before,
      source("    mapping: [{ id: a, to: warehouse-of-nobody }]"),
      "mapping: [",
      'sources[0].mapping[0].to: "warehouse-of-nobody" is no field; expected one such as email, firstName, company',
    ));
});
