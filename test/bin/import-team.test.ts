import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { main } from "../../bin/import-team.ts";
import { shipped } from "../agreement/explain/altered.ts";
import { typed } from "../bin/typed.ts";

const run = (...args: string[]) => typed(main, args);

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
  it("writes the team into the agreement, and says what changed", async () => {
    const [agreement, table] = [
      inFolder("a.yaml", shipped),
      inFolder("t.csv", `correo;nombre;habla\n${row.replace("es|en", "en|es")}\n`),
    ];
    const tried = await run(table, "--agreement", agreement, "--dry-run");
    expect([tried.code, tried.err]).toEqual([0, ""]);
    expect(tried.out).toContain(`${agreement}: would be written\n  changed Marta Ruiz (marta): speaks\n`);
    expect(readFileSync(agreement, "utf8")).toBe(shipped);
    const { code, out } = await run(table, "--agreement", agreement);
    expect(code).toBe(0);
    expect(out).toContain("  removed Álvaro Santos (alvaro)\n");
    expect(readFileSync(agreement, "utf8")).not.toContain("alvaro");
    expect((await run(table, "--agreement", agreement)).out).toContain("nothing was written");
  });

  it("writes nothing when there is a mistake", async () => {
    const [agreement, table] = [inFolder("a.yaml", shipped), inFolder("t.csv", `correo;nombre;habla\n${row}|fr\n`)];
    const { code, out, err } = await run(table, "--agreement", agreement);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toBe(`${table}: row 2, column "habla": found "fr"; expected one of: es, en\nNothing was written.\n`);
    expect(readFileSync(agreement, "utf8")).toBe(shipped);
  });

  it("tells how it is asked", async () => {
    const { code, out } = await run("--help");
    expect(code).toBe(0);
    for (const option of ["--agreement FILE", "--dry-run", "zonahoraria"]) expect(out).toContain(option);
    expect(await run()).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^Missing:\n {2}FILE\.csv .*\nnpm run team:import/),
    });
    expect(await run("none.csv")).toMatchObject({
      code: 1,
      err: "none.csv, the table of the team (FILE.csv), is not there: give the path of one.\n",
    });
  });
});
