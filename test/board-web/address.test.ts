import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  anyId,
  dayUntil,
  hashOfSearch,
  oneOf,
  paramIn,
  searchedIn,
  withoutSlash,
  withParams,
} from "../../web/board/address/read-address.ts";
import { knownFilters } from "../../web/board/pages/pipeline/filters.ts";

const me = {
  role: "manager",
  people: [
    { id: "ana", name: "Ana", post: "rep" },
    { id: "olga", name: "Olga", post: "marketing" },
  ],
  personas: [{ id: "operations", name: { es: "Operaciones", en: "Operations" } }],
  grades: ["A1", "B2"],
} as const;

describe("a parameter of the address", () => {
  it("is known, missing or left out", () => {
    const read = oneOf(["answer", "outcome"]);
    expect(paramIn("?do=answer", "do", read)).toEqual({ value: "answer", isIgnored: false });
    expect(paramIn("?do=", "do", read)).toEqual({ value: undefined, isIgnored: false });
    expect(paramIn("?do=fly", "do", read)).toEqual({ value: undefined, isIgnored: true });
  });

  it("never throws, whatever stands in the address", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webQueryParameters()), (search) => {
        for (const read of [anyId, dayUntil("2026-11-30"), oneOf(["x"])]) paramIn(search, "day", read);
        knownFilters(search, me);
        searchedIn(search);
      }),
    );
  });

  it("is a day that the calendar has, and not one to come", () => {
    const read = dayUntil("2026-11-30");
    expect(["2026-11-30", "2024-02-29"].map(read)).toEqual(["2026-11-30", "2024-02-29"]);
    for (const text of ["2026-12-01", "2026-02-29", "2026-13-01", "yesterday", "2026-1-1"])
      expect(read(text), text).toBeUndefined();
  });
});

describe("the address", () => {
  it("changes in the parameters that are named, and in no others", () => {
    const at = { path: "/my-leads", search: "?owner=ana&answer=7", hash: "#q=tall" };
    expect(withParams(at, { answer: undefined })).toBe("/my-leads?owner=ana#q=tall");
    expect(withParams(at, { owner: "luis" })).toBe("/my-leads?owner=luis&answer=7#q=tall");
    expect(withParams(at, { owner: "", answer: "" })).toBe("/my-leads#q=tall");
  });

  it("of the board has no slash at its end", () => {
    expect(
      ["/board/", "/board/?owner=ana", "/board/#q=x", "/board", "/board/figures/", "/boards/"].map(withoutSlash),
    ).toEqual(["/board", "/board?owner=ana", "/board#q=x", "/board", "/board/figures/", "/boards/"]);
  });

  it("keeps what is searched for behind the #, as it was typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (typed) => {
        expect(searchedIn(hashOfSearch(typed))).toBe(typed.trim());
      }),
    );
    const both = hashOfSearch("sal", "term", hashOfSearch("ana"));
    expect([searchedIn(both), searchedIn(both, "term")]).toEqual(["ana", "sal"]);
    expect(hashOfSearch("", "q", both)).toBe("#term=sal");
    expect(hashOfSearch("ana@norte.example")).toBe("#q=ana%40norte.example");
    expect(searchedIn("#chapter-3")).toBe("");
  });
});

describe("filters of the address", () => {
  it("are left out, and named, when this board does not know them", () => {
    expect(
      knownFilters("?owner=ana&persona=operations&grade=A1&source=fair&overdue=1&attention=1", me).ignored,
    ).toEqual([]);
    expect(knownFilters("?owner=olga&persona=x&grade=Z9&source=a%20b&overdue=yes&attention=0", me)).toEqual({
      filters: {},
      ignored: ["owner", "persona", "source", "grade", "overdue", "attention"],
    });
  });

  it("name no owner for a rep, who sees own leads only", () => {
    expect(knownFilters("?owner=ana&grade=A1", { ...me, role: "rep" })).toEqual({
      filters: { grade: "A1" },
      ignored: ["owner"],
    });
  });
});
