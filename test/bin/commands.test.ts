import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import type { Main } from "../../bin/frame/command.ts";
import { typed } from "./typed.ts";

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync("package.json", "utf8")));
const commands = Object.entries(scripts).flatMap(([script, line]) => {
  const [, file] = /^tsx bin\/([\w-]+)\.ts$/.exec(line) ?? [];
  return file === undefined ? [] : [{ script, file }];
});

const MainSchema = z.object({ main: z.custom<Main>((value) => typeof value === "function") });
const mainOf = async (file: string): Promise<Main> =>
  MainSchema.parse({ ...(await import(`../../bin/${file}.ts`)) }).main;

describe("the commands of package.json", () => {
  it("are all of bin", () => {
    const files = readdirSync("bin").filter((file) => file.endsWith(".ts") && file !== "smarketing.ts");
    expect(commands.map(({ file }) => `${file}.ts`).toSorted()).toEqual(files.toSorted());
  });

  it.each(commands)(
    "$script explains itself under its own name, and stands in the README",
    async ({ script, file }) => {
      const { code, out, err } = await typed(await mainOf(file), ["--help"]);
      expect([code, err]).toEqual([0, ""]);
      expect(out.split(/\s/).slice(0, 3)).toEqual(["npm", "run", script]);
      expect(out).toMatch(/^ {2}--help +this text$/m);
      expect(out).toMatch(/\n\nExit code: 0 .*\n$/);
      expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(120);
      expect(readFileSync("README.md", "utf8")).toMatch(new RegExp(`^\\| \`npm run ${script}[ \`]`, "m"));
    },
  );

  it.each(commands)("$script silences the SDK's warning before it loads anything else", ({ file }) => {
    expect(readFileSync(`bin/${file}.ts`, "utf8")).toMatch(/^import "\.\/frame\/quiet\.ts";\n/);
  });

  it.each(commands)("$script names all that it does not know, and does nothing", async ({ script, file }) => {
    const { code, out, err } = await typed(await mainOf(file), ["--nonsense", "--more-of=it"]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("Unknown: --nonsense, --more-of.\n");
    expect(err).toContain(`npm run ${script} -- --help shows the options.\n`);
  });

  it.each(["sla", "rebuild-counters", "clear-demo", "meeting"].map((file) => ({ file })))(
    "$file says what a file that is not there was for",
    async ({ file }) => {
      expect(await typed(await mainOf(file), ["--outputs", "nofile.json"])).toEqual({
        code: 1,
        out: "",
        err: "nofile.json, the file with the stack's outputs (--outputs), is not there: `npx cdk deploy --outputs-file nofile.json` writes it; on this machine `npm start` does.\n",
      });
    },
  );
});

describe("npm run", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "commands-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("has the command's exit code, output and errors, and no word of a library's", async () => {
    const outputs = path.join(folder, "outputs.json");
    const stack = { TableName: "leads", ApiUrl: "http://127.0.0.1:9/" };
    writeFileSync(outputs, JSON.stringify({ awsEndpoint: "http://127.0.0.1:9", stack }));
    const run = (...args: string[]) =>
      new Promise((ended) => {
        const env = { PATH: process.env.PATH, HOME: process.env.HOME, npm_config_update_notifier: "false" };
        const child = execFile("npm", ["run", "--silent", ...args], { env }, (_, out, err) =>
          ended({ code: child.exitCode, out, err }),
        );
      });
    expect(
      await Promise.all([
        run("agreement:check", "--", "agreement.yaml"),
        run("team:link", "--", "--outputs", outputs, "--who", "marta"),
        run("sla", "--", "--table", "leads", "--weeks", "none"),
      ]),
    ).toEqual([
      { code: 0, out: expect.stringMatching(/^agreement\.yaml: valid, version \w+\n$/), err: "" },
      {
        code: 1,
        out: "",
        err: "No link was made. Nothing answers at 127.0.0.1:9: is the pipeline running (npm start)?\n",
      },
      {
        code: 2,
        out: "",
        err: expect.stringMatching(/^--weeks must be .*\nnpm run sla -- --help shows the options\.\n$/),
      },
    ]);
  });
});
