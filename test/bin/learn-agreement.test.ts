import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main as check } from "../../bin/check-agreement.ts";
import { main } from "../../bin/learn-agreement.ts";
import { randomFrom } from "../../lambdas/agreement/capacity-check/random.ts";
import { typed } from "./typed.ts";

let folder = "";
const file = (name: string, lines: readonly object[]) => {
  const at = path.join(folder, name);
  writeFileSync(at, lines.map((each) => JSON.stringify(each)).join("\n"));
  return at;
};

/** Leads of the shipped agreement: warehouses and demonstrations say more than their points. */
const leads = (count: number) => {
  const random = randomFrom(6);
  return Array.from({ length: count }, (_, i) => {
    const at = new Date(Date.parse("2026-01-01T00:00:00Z") + i * 3_600_000).toISOString();
    const [warehouses, companySize, asks] = [Math.floor(random() * 9), Math.floor(random() * 600), random() < 0.4];
    const odds = -3 + 0.6 * warehouses + (companySize >= 50 ? 0.5 : 0) + (asks ? 1.5 : 0);
    return {
      at,
      facts: { jobTitle: random() < 0.5 ? "Directora de logística" : "CFO", warehouses, companySize },
      engagements: asks ? [{ kind: "demo-requested", at }] : [{ kind: "page-viewed", at: "2030-01-01T00:00:00Z" }],
      outcome: random() < 1 / (1 + Math.exp(-odds)) ? "won" : "lost",
      outcomeAt: at,
      source: "web",
    };
  });
};

describe("npm run agreement:learn", () => {
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "learn-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("writes a valid agreement with the proposed points, and says why", async () => {
    const [from, out] = [file("leads.jsonl", leads(800)), path.join(folder, "proposal.yaml")];
    const said = await typed(main, ["--from", from, "--out", out, "--language", "en", "--folds", "2"]);
    expect([said.code, said.err]).toEqual([0, ""]);
    expect(said.out).toMatch(/^There is a proposal: /);
    expect(said.out).toMatch(
      /Warehouses.*: new, \+\d+ points\. Of \d+ leads with this criterion \d+% were won, of \d+ without/,
    );
    expect(said.out).toMatch(/events later than the moment at which their lead is judged do not count\./);
    expect(said.out).toMatch(/AUC in 2 parts, .*: points in force 0\.\d+, whole points 0\.\d+, unrounded 0\.\d+\./);
    expect(await typed(check, [out])).toMatchObject({ code: 0, err: "" });
    expect(readFileSync(out, "utf8")).toContain("# The agreement between marketing and sales of Anaquel");
  });

  it("writes nothing when there is nothing to learn yet", async () => {
    const [from, out] = [file("few.jsonl", leads(40)), path.join(folder, "none.yaml")];
    const said = await typed(main, ["--from", from, "--out", out, "--language", "en"]);
    expect(said).toMatchObject({
      code: 1,
      err: "",
      out: expect.stringMatching(/^Nothing to learn yet: \d+ more outcomes\./),
    });
    expect(() => readFileSync(out)).toThrow("ENOENT");
  });

  it("says by line and field what it cannot read, and which fields are not declared", async () => {
    const [one] = leads(1);
    const from = file("bad.jsonl", [
      { ...one, outcome: "maybe" },
      { ...one, facts: { visits: 3 } },
    ]);
    const { code, out, err } = await typed(main, ["--from", from]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toBe(
      `${from}:1: outcome: expected one of: won, lost, rejected, accepted, open\n${from}: the agreement declares no such fields: "visits" (line 2).\nnpm run agreement:score -- --declare writes the declarations that the file needs.\n`,
    );
  });
});
