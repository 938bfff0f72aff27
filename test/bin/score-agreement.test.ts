import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main } from "../../bin/score-agreement.ts";
import { typed } from "./typed.ts";

const lead = {
  at: "2026-03-02T10:00:00Z",
  facts: { jobTitle: "Directora de logística", companySize: 120, industry: "Logística", country: "España" },
  engagements: [{ kind: "demo-requested", at: "2026-03-01T10:00:00Z" }],
};
let folder = "";
const file = (name: string, lines: readonly (object | string)[]) => {
  const at = path.join(folder, name);
  writeFileSync(
    at,
    `\uFEFF${lines.map((each) => (typeof each === "string" ? each : JSON.stringify(each))).join("\n")}`,
  );
  return at;
};

describe("npm run agreement:score", () => {
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "score-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("prints the points of each line", async () => {
    const from = file("good.jsonl", [lead, "", { ...lead, engagements: [] }]);
    const { code, out, err } = await typed(main, ["--from", from]);
    expect([code, err]).toEqual([0, ""]);
    expect(
      out
        .trimEnd()
        .split("\n")
        .map((line): unknown => JSON.parse(line)),
    ).toEqual([
      { line: 1, fit: 80, familiarity: 39.5, grade: "A3", verdict: "qualified", persona: "operations" },
      { line: 3, fit: 80, familiarity: 0, grade: "A3", verdict: "not-yet", persona: "operations" },
    ]);
  });

  it("names every bad line, and every field that is not declared, once", async () => {
    const strange = { ...lead, facts: { "Total Visits": 3 } };
    const from = file("bad.jsonl", [lead, strange, "nonsense", strange, { ...lead, at: "soon" }]);
    const { code, err } = await typed(main, ["--from", from]);
    expect(code).toBe(1);
    expect(err.split("\n")).toEqual([
      expect.stringMatching(/bad\.jsonl:3: is no JSON object on one line/),
      expect.stringMatching(/bad\.jsonl:5: at: "soon" is no instant/),
      `${from}: the agreement declares no such fields: "Total Visits" (line 2).`,
      "npm run agreement:score -- --declare writes the declarations that the file needs.",
      "",
    ]);
  });

  it("declares the fields, in an agreement by which the file can then be scored", async () => {
    const from = file("strange.jsonl", [{ ...lead, facts: { ...lead.facts, "Total Visits": 3, State: "Goa" } }]);
    const agreement = path.join(folder, "with-fields.yaml");
    const said = await typed(main, ["--from", from, "--declare"]);
    expect([said.code, said.out]).toEqual([0, expect.stringMatching(/^fields:\n {2}- id: total-visits\n/)]);
    expect(await typed(main, ["--from", from, "--declare", "--out", agreement])).toMatchObject({ code: 0, err: "" });
    expect(readFileSync(agreement, "utf8")).toContain("# Both departments sign this file");
    expect(await typed(main, ["--from", from, "--agreement", agreement])).toMatchObject({ code: 0, err: "" });
    expect(await typed(main, ["--from", from, "--agreement", agreement, "--declare"])).toMatchObject({
      out: "# Every field of the file is declared.\n",
    });
  });

  it("refuses what cannot be a file of leads", async () => {
    expect(await typed(main, ["--from", "none.jsonl"])).toMatchObject({
      code: 1,
      err: "none.jsonl, the leads (--from), is not there: give the path of one.\n",
    });
    expect(await typed(main, ["--from", folder])).toMatchObject({
      code: 1,
      err: expect.stringContaining("is a folder"),
    });
    expect(await typed(main, ["--from", file("long.jsonl", ["x".repeat(1_100_000)])])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/long\.jsonl, line 1: longer than 1000000 characters/),
    });
  });
});
