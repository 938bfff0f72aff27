import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";

const check = (...files: string[]) =>
  spawnSync(process.execPath, ["--import", "tsx", "bin/check-agreement.ts", ...files], { encoding: "utf8" });

describe("npm run agreement:check", () => {
  it("checks both shipped agreements by default", () => {
    const { status, stdout, stderr } = check();
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^agreement\.yaml: in order, version \w+\nagreement\.demo\.yaml: in order, version \w+\n$/);
  });

  it("fails when one of the files has a mistake, and still looks at the others", () => {
    const { status, stdout, stderr } = check("biome.json", "agreement.yaml", "none.yaml");
    expect(status).toBe(1);
    expect(stdout).toMatch(/^agreement\.yaml: in order/);
    expect(stderr).toMatch(/^biome\.json:\d+:\d+ company: missing; expected a group of keys$/m);
    expect(stderr).toMatch(/^none\.yaml:1:1 there is no such file$/m);
  });
});
