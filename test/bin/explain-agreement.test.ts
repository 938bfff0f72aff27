import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";

const explain = (...args: string[]) =>
  spawnSync(process.execPath, ["--import", "tsx", "bin/explain-agreement.ts", ...args], { encoding: "utf8" });

describe("npm run agreement:explain", () => {
  it("prints the agreement in the company's first language, or in the given one", () => {
    const [first, english] = [explain(), explain("--language", "en", "agreement.demo.yaml")];
    expect([first.status, first.stderr, english.status, english.stderr]).toEqual([0, "", 0, ""]);
    expect(first.stdout).toMatch(/^# Acuerdo entre marketing y ventas de Anaquel\n/);
    expect(english.stdout).toMatch(/^# The agreement between marketing and sales at Anaquel\n/);
  });

  it("prints the annex after the page when it is asked for, with the command that the page names", () => {
    const [page, whole] = [
      explain("agreement.demo.yaml"),
      explain("--annex", "--language", "es", "agreement.demo.yaml"),
    ];
    const [, named = ""] = /`npm run agreement:explain -- (.*)`/.exec(page.stdout) ?? [];
    expect(named).toBe("--annex --language es agreement.demo.yaml");
    expect([whole.status, whole.stderr]).toEqual([0, ""]);
    expect(whole.stdout.startsWith(`${page.stdout}\n---\n\n# Anexo del acuerdo\n`)).toBe(true);
  });

  it("prints its usage", () => {
    const { status, stdout, stderr } = explain("--help");
    expect([status, stderr]).toEqual([0, ""]);
    for (const option of ["--language es|en", "--annex", "FILE"]) expect(stdout).toContain(option);
  });

  it.each([
    ["a language that it has not", ["--language", "fr"], /^There is no text in "fr"; give --language es or .*en\.\n$/],
    ["a file that is not there", ["none.yaml"], /^There is no agreement file none\.yaml; give the path of one\.\n$/],
    ["a folder", ["lib"], /^There is no agreement file lib; give the path of one\.\n$/],
    ["an option that it does not know", ["--lang", "es"], /^That was not understood \(Unknown option '--lang'\): give/],
    ["several files", ["agreement.yaml", "agreement.demo.yaml"], /^That was not understood \(several files\): give/],
    ["mistakes", ["biome.json"], /^biome\.json:\d+:\d+ company: missing; expected a group of keys$/m],
  ])("refuses %s", (_, args, words) => {
    const { status, stdout, stderr } = explain(...args);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
