import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import * as z from "zod/mini";
import { synthesise } from "./synthesise.ts";

const StepSchema = z.object({ uses: z.optional(z.string()), run: z.optional(z.string()) });
const JobSchema = z.object({
  needs: z.optional(z.string()),
  environment: z.optional(z.string()),
  permissions: z.optional(z.record(z.string(), z.string())),
  env: z._default(z.object({ CONTEXT: z.string() }), { CONTEXT: "" }),
  steps: z.array(StepSchema),
});
const WorkflowSchema = z.object({ permissions: z.unknown(), jobs: z.record(z.string(), JobSchema) });

const text = readFileSync("docs/deploy-pipeline.md", "utf8");
const [, yaml = ""] = /```yaml\n(.+?)```/s.exec(text) ?? [];
const { permissions, jobs } = WorkflowSchema.parse(parse(yaml));
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync("package.json", "utf8")));

describe("the deploy pipeline of the docs", () => {
  it("tests, then deploys to staging, then to production", () => {
    expect(Object.entries(jobs).map(([name, { needs, environment }]) => [name, needs, environment])).toEqual([
      ["test", undefined, undefined],
      ["staging", "test", "staging"],
      ["production", "staging", "production"],
    ]);
  });

  it.each(["staging", "production"])("proves %s before and after it deploys what it compared", (name) => {
    const order = [
      /preflight -- --aws --environment/,
      /cdk synth .*\$CONTEXT$/,
      /cdk diff/,
      /cdk deploy/,
      /npm run smoke/,
    ];
    const runs = jobs[name]?.steps.flatMap(({ run }) => run ?? []) ?? [];
    expect(order.map((step) => runs.findIndex((run) => step.test(run)))).toEqual([1, 2, 3, 4, 5]);
    expect(runs[1]).toBe(`npm run preflight -- --aws --environment ${name}`);
    expect(runs.at(-1)).toBe(`npm run smoke -- --outputs outputs.json --environment ${name}`);
    expect(runs[3]).toContain("--app assembly");
    expect(runs[4]).toContain("--app assembly");
  });

  it("holds no key: a job that deploys takes a role by OIDC, and no other job can", () => {
    expect(permissions).toEqual({ contents: "read" });
    expect(yaml).not.toMatch(/secrets\.|aws-access-key/);
    for (const [name, job] of Object.entries(jobs)) {
      const takes = job.steps.some(({ uses }) => uses?.startsWith("aws-actions/configure-aws-credentials@"));
      expect({ name, takes, token: job.permissions?.["id-token"] }).toEqual({
        name,
        takes: name !== "test",
        token: name === "test" ? undefined : "write",
      });
    }
  });

  it("gives values that the template knows, and runs commands that there are", () => {
    for (const [name, { env, steps }] of Object.entries(jobs)) {
      const context = Object.fromEntries(
        [...env.CONTEXT.matchAll(/-c (\w+)=(\S+)/g)].map(([, key = "", value = ""]) => [key, value]),
      );
      if (name !== "test") expect(synthesise(context).stack.node.tryGetContext("environment")).toBe(name);
      for (const { run = "" } of steps) {
        const [, script] = /npm run ([\w:]+)/.exec(run) ?? [];
        if (script !== undefined) expect(Object.keys(scripts)).toContain(script);
      }
    }
  });
});
