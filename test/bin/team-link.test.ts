import { execFile } from "node:child_process";
import { describe, expect, it } from "vitest";

/** What the command says, and how it ends; it cannot reach any table. */
const typed = (...args: readonly string[]) =>
  new Promise<{ code: number; says: string }>((ended) => {
    const env = { PATH: process.env.PATH, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" };
    const child = execFile(process.execPath, ["--import", "tsx", "bin/team-link.ts", ...args], { env }, (_, out, err) =>
      ended({ code: child.exitCode ?? -1, says: out + err }),
    );
  });

const pipeline = ["--table", "leads", "--url", "https://leads.example"];

describe("npm run team:link", () => {
  it.each([
    [pipeline, /^For whom\?/],
    [["--who", "nobody", ...pipeline], /^nobody is no rep in the agreement/],
    [["--who", "nobody"], /^Which pipeline\?/],
    [["--who", "nobody", "--outputs", "package.json"], /^package\.json is no file with the stack's outputs/],
    [["--who", "nobody", "--agreement", "package.json", ...pipeline], /package\.json/],
    [["--whom", "ana"], /^Unknown option '--whom'; npm run team:link -- --help shows the options/],
  ])("makes no link and says what to mend: %j", async (args, says) => {
    const ended = await typed(...args);
    expect(ended.code).toBe(1);
    expect(ended.says).toMatch(says);
  });

  it("explains itself", async () => {
    const { code, says } = await typed("--help");
    expect(code).toBe(0);
    for (const option of ["--who", "--outputs", "--table", "--url", "--agreement"]) expect(says).toContain(option);
  });
});
