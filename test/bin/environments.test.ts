import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { deployedStack, outputsIn } from "../../bin/frame/deployed-stack.ts";
import { CommandError, UsageError } from "../../bin/frame/errors.ts";
import { main as sla } from "../../bin/sla.ts";
import { typed } from "./typed.ts";

describe("the environment that a command talks to", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "environments-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const Schema = z.object({ TableName: z.string() });

  const chosen = (content: object, environment?: string): string => {
    const file = path.join(folder, "outputs.json");
    writeFileSync(file, JSON.stringify(content));
    try {
      return deployedStack({ outputs: file, environment }, Schema, "output TableName").stack.TableName;
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      return error.message.replace(file, "FILE");
    }
  };

  const production = { Smarketing: { Environment: "production", TableName: "leads" } };
  const staging = { "Smarketing-staging": { Environment: "staging", TableName: "leads-of-staging" } };
  const local = { awsEndpoint: "http://127.0.0.1:9", stack: { Environment: "production", TableName: "local" } };

  it("is picked from a file with several; production when none is named", () => {
    const both = { ...staging, ...production };
    expect([chosen(both), chosen(both, "production"), chosen(both, "staging")]).toEqual([
      "leads",
      "leads",
      "leads-of-staging",
    ]);
  });

  it("may stand in the file with stacks of other apps, or have no output of that name yet", () => {
    expect(chosen({ Other: { Url: "x" }, Smarketing: { TableName: "old" } })).toBe("old");
  });

  it("is never another than the one that was meant", () => {
    expect(chosen(staging)).toBe(
      "FILE has no outputs of the environment production, which is meant when --environment names none; it has staging: give --environment staging, or the file of production's deployment.",
    );
    expect(chosen(production, "test")).toBe(
      "FILE has no outputs of the environment test; it has production: give --environment production, or the file of test's deployment.",
    );
    expect(chosen({ Other: { Url: "x" } })).toContain("is no file with the stack's output TableName");
  });

  it("is the one of this machine's file, which needs no name", () => {
    expect([chosen(local), chosen(local, "production")]).toEqual(["local", "local"]);
    expect(chosen(local, "staging")).toBe(
      "FILE is of the pipeline on this machine, which is production: leave out --environment staging, or give --outputs the file that cdk deploy --outputs-file wrote for it.",
    );
  });

  it("needs a file to be found in, and a name that can be one", async () => {
    expect(() => outputsIn({ environment: "staging", table: "leads" })).toThrow(UsageError);
    const table = await typed(sla, ["--table", "leads", "--environment", "staging"]);
    expect(table).toEqual({
      code: 2,
      out: "",
      err: "--environment staging says which stack of a file is meant: give the file with --outputs, or leave it out.\n",
    });
    const name = await typed(sla, ["--table", "leads", "--environment", "Staging!"]);
    expect([name.code, name.err]).toEqual([
      2,
      expect.stringContaining("--environment must be the name of an environment"),
    ]);
  });

  it("can be named to every command that reads a file of outputs, but the one for this machine only", () => {
    const sources = readdirSync("bin").filter((file) => file.endsWith(".ts"));
    const reads = sources.filter((file) => /^ +outputs: /m.test(readFileSync(`bin/${file}`, "utf8")));
    const named = sources.filter((file) =>
      /^ +environment: environmentOption\(\)/m.test(readFileSync(`bin/${file}`, "utf8")),
    );
    expect(reads.length).toBeGreaterThan(8);
    expect(named).toEqual(reads.filter((file) => file !== "clear-demo.ts"));
  });
});
