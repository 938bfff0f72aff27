import { describe, expect, it } from "vitest";
import { main } from "../../bin/team-link.ts";
import { typed as typedTo } from "../bin/typed.ts";

/** What the command says, and how it ends; it cannot reach any table. */
const typed = async (...args: readonly string[]) => {
  const { code, out, err } = await typedTo(main, args);
  return { code, says: out + err };
};

const pipeline = ["--table", "leads", "--url", "https://leads.example"];

describe("npm run team:link", () => {
  it.each([
    [2, pipeline, /^No link was made\.\nMissing:\n {2}--who ID/],
    [1, ["--who", "nobody", ...pipeline], /^nobody is no rep in the agreement/],
    [2, ["--who", "nobody"], /^No link was made\.\nMissing:\n {2}--outputs FILE, or --table NAME with --url ADDRESS/],
    [2, [], /Missing:\n {2}--who ID .*\n {2}--outputs FILE, or --table NAME with --url ADDRESS/],
    [1, ["--who", "nobody", "--outputs", "package.json"], /^package\.json is no file with the stack's outputs/],
    [1, ["--who", "nobody", "--agreement", "package.json", ...pipeline], /package\.json/],
    [
      1,
      ["--who", "nobody", "--agreement", "none.yaml", ...pipeline],
      /^none\.yaml, the agreement \(--agreement\), is not/,
    ],
    [2, ["--whom", "ana"], /Unknown: --whom\.[\s\S]*npm run team:link -- --help shows the options/],
  ])("ends with %i, makes no link and says what to change: %j", async (code, args, says) => {
    const ended = await typed(...args);
    expect(ended.code).toBe(code);
    expect(ended.says).toMatch(says);
  });

  it("explains itself", async () => {
    const { code, says } = await typed("--help");
    expect(code).toBe(0);
    for (const option of ["--who", "--outputs", "--table", "--url", "--agreement"]) expect(says).toContain(option);
  });
});
