import { describe, expect, it } from "vitest";
import { main } from "../../bin/explain-agreement.ts";
import { typed } from "../bin/typed.ts";

const explain = (...args: string[]) => typed(main, args);

describe("npm run agreement:explain", () => {
  it("prints the agreement in the company's first language, or in the one that it is told", async () => {
    const [first, english] = [await explain(), await explain("--language", "en", "agreement.demo.yaml")];
    expect([first.code, first.err, english.code, english.err]).toEqual([0, "", 0, ""]);
    expect(first.out).toMatch(/^# Acuerdo entre marketing y ventas de Anaquel\n/);
    expect(english.out).toMatch(/^# The agreement between marketing and sales at Anaquel\n/);
  });

  it("prints the annex after the page when it is asked for, with the command that the page names", async () => {
    const [page, whole] = [
      await explain("agreement.demo.yaml"),
      await explain("--annex", "--language", "es", "agreement.demo.yaml"),
    ];
    const [, named = ""] = /`npm run agreement:explain -- (.*)`/.exec(page.out) ?? [];
    expect(named).toBe("--annex --language es agreement.demo.yaml");
    expect([whole.code, whole.err]).toEqual([0, ""]);
    expect(whole.out.startsWith(`${page.out}\n---\n\n# Anexo del acuerdo\n`)).toBe(true);
  });

  it("tells how it is asked", async () => {
    const { code, out, err } = await explain("--help");
    expect([code, err]).toEqual([0, ""]);
    for (const option of ["--language es|en", "--annex", "FILE"]) expect(out).toContain(option);
  });

  it.each([
    ["a language that it has not", 2, ["--language", "fr"], /^--language must be es or en; it is "fr"\.\n/],
    [
      "a file that is not there",
      1,
      ["none.yaml"],
      /^none\.yaml, the agreement \(FILE\), is not there: give the path of one\.\n$/,
    ],
    ["a folder", 1, ["lib"], /^lib, the agreement \(FILE\), is a folder: give the path of one\.\n$/],
    ["an option that it does not know", 2, ["--lang", "es"], /^Unknown: --lang\.\nnpm run agreement:explain -- --help/],
    ["several files", 2, ["agreement.yaml", "agreement.demo.yaml"], /^Not expected: agreement\.demo\.yaml\.\nnpm run/],
    ["mistakes", 1, ["biome.json"], /^biome\.json:\d+:\d+ company: missing; expected a group of keys$/m],
  ])("refuses %s", async (_, ends, args, words) => {
    const { code, out, err } = await explain(...args);
    expect([code, out]).toEqual([ends, ""]);
    expect(err).toMatch(words);
    expect(err).not.toMatch(/^\s+at /m);
  });
});
