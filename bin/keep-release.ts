import "./frame/quiet.ts";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { App } from "aws-cdk-lib";
import * as z from "zod/mini";
import * as messages from "../lambdas/contract/journey.ts";
import { SmarketingStack } from "../lib/smarketing-stack.ts";
import { definitionIn } from "../local/twin/definition.ts";
import { command, runIfStarted } from "./frame/command.ts";
import { option } from "./frame/option.ts";

const CdkSchema = z.object({ context: z.record(z.string(), z.unknown()) });

export const main = command({
  name: "release:keep",
  does: "Keeps the state machine of this release, and the messages of its steps, for test/twin/upgrade.test.ts: executions that are open at the next deployment go on with it. To be run when a release is made (docs/upgrading.md).",
  options: {
    release: option(z.string().check(z.regex(/^\w[\w.-]*$/)), {
      takes: "NAME",
      says: "the release, such as its tag",
      kind: "letters, digits, points and hyphens: it names a file",
      argument: "one",
    }),
  },
  run: ({ release }) => {
    const file = path.join("test", "released", `${release}.json`);
    writeFileSync(file, releaseAsKept(release, template()));
    return `${file}: written`;
  },
});

/** What the file of a release with this template holds. */
export const releaseAsKept = (release: string, deployed: unknown): string =>
  `${JSON.stringify({ release, definition: definitionIn(deployed), messages: shapesOfMessages() }, null, 1)}\n`;

const template = (): unknown => {
  const outdir = mkdtempSync(path.join(tmpdir(), "smarketing-release-"));
  const { context } = CdkSchema.parse(JSON.parse(readFileSync("cdk.json", "utf8")));
  const app = new App({ outdir, context });
  const stack = new SmarketingStack(app);
  const made: unknown = app.synth().getStackArtifact(stack.artifactId).template;
  rmSync(outdir, { recursive: true });
  return made;
};

const shapesOfMessages = () =>
  Object.fromEntries(
    Object.entries(messages)
      .flatMap(([name, schema]) => {
        if (!(schema instanceof z.core.$ZodType)) return [];
        const { $schema: _, ...shape } = z.toJSONSchema(schema, { io: name.includes("Input") ? "input" : "output" });
        return [[name.replace(/Schema$/, ""), shape] as const];
      })
      .sort(([one], [other]) => one.localeCompare(other)),
  );

await runIfStarted(main, import.meta.url);
