import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { shipped } from "../agreement/explain/altered.ts";

const run = (...args: string[]) =>
  spawnSync(process.execPath, ["--import", "tsx", "bin/import-team.ts", ...args], { encoding: "utf8" });

let folder = "";
const inFolder = (name: string, text: string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "import-team-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const row = "marta.ruiz@anaquel.example;Marta Ruiz;es|en";

describe("npm run team:import", () => {
  it("writes the team into the agreement, and reports the changes", () => {
    const [agreement, table] = [
      inFolder("a.yaml", shipped),
      inFolder("t.csv", `correo;nombre;habla\n${row.replace("es|en", "en|es")}\n`),
    ];
    const tried = run(table, "--agreement", agreement, "--dry-run");
    expect([tried.status, tried.stderr]).toEqual([0, ""]);
    expect(tried.stdout).toContain(`${agreement}: would be written\n  changed Marta Ruiz (marta): speaks\n`);
    expect(readFileSync(agreement, "utf8")).toBe(shipped);
    const { status, stdout } = run(table, "--agreement", agreement);
    expect(status).toBe(0);
    expect(stdout).toContain("  removed Álvaro Santos (alvaro)\n");
    expect(readFileSync(agreement, "utf8")).not.toContain("alvaro");
    expect(run(table, "--agreement", agreement).stdout).toContain("nothing was written");
  });

  it("writes nothing when there is a mistake", () => {
    const [agreement, table] = [inFolder("a.yaml", shipped), inFolder("t.csv", `correo;nombre;habla\n${row}|fr\n`)];
    const { status, stdout, stderr } = run(table, "--agreement", agreement);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toBe(`${table}: row 2, column "habla": found "fr"; expected one of: es, en\nNothing was written.\n`);
    expect(readFileSync(agreement, "utf8")).toBe(shipped);
  });

  it("prints its usage", () => {
    const { status, stdout } = run("--help");
    expect(status).toBe(0);
    for (const option of ["--agreement FILE", "--dry-run", "zonahoraria"]) expect(stdout).toContain(option);
    expect(run().stderr).toMatch(/^That was not understood \(which table\?\); npm run team:import -- --help/);
    expect(run("none.csv").stderr).toBe("none.csv cannot be read; give the path of a file.\n");
  });
});
