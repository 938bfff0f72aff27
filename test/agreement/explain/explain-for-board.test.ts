import { describe, expect, it } from "vitest";
import { explainForBoard } from "../../../lambdas/agreement/explain/explain-page.ts";
import { loadAgreement } from "../../../lambdas/agreement/load-agreement.ts";
import { ChaptersSchema } from "../../../lambdas/contract/agreement-explained.ts";

describe.each(["agreement.yaml", "agreement.demo.yaml"])("the chapters of %s on the board", (file) => {
  const loaded = loadAgreement(file);
  if (!loaded.ok) throw new Error(`${file} has mistakes`);
  const chapters = explainForBoard(loaded.agreement);

  it("are what the board's function reads, with each line in both languages and no marks of Markdown", () => {
    expect(ChaptersSchema.parse(JSON.parse(JSON.stringify(chapters)))).toEqual(chapters);
    expect(chapters).toHaveLength(8);
    for (const { es, en } of chapters.flatMap(({ lines }) => lines)) {
      expect(es).not.toBe(en);
      expect(es + en).not.toMatch(/^- |\*/);
    }
  });

  it("stand line by line: the languages have the same parts", () => {
    for (const { title, lines } of chapters) expect([title.en, lines.length > 1]).toEqual([title.en, true]);
  });
});
