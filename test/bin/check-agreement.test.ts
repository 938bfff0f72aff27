import { describe, expect, it } from "vitest";
import { main } from "../../bin/check-agreement.ts";
import { typed } from "../bin/typed.ts";

const check = (...files: string[]) => typed(main, files);

describe("npm run agreement:check", () => {
  it("looks at both shipped agreements when it is not told which", async () => {
    const { code, out, err } = await check();
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^agreement\.yaml: valid, version \w+\nagreement\.demo\.yaml: valid, version \w+\n$/);
  });

  it("fails when one of the files has a mistake, and still looks at the others", async () => {
    const { code, out, err } = await check("biome.json", "agreement.yaml", "none.yaml");
    expect(code).toBe(1);
    expect(out).toMatch(/^agreement\.yaml: valid/);
    expect(err).toMatch(/^biome\.json:\d+:\d+ company: missing; expected a group of keys$/m);
    expect(err).toMatch(/^none\.yaml:1:1 there is no such file$/m);
  });
});
