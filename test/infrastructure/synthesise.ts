import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { App, type Stack } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import * as z from "zod/mini";
import { SmarketingStack } from "../../lib/smarketing-stack.ts";
import { bundleOnce } from "./bundle-once.ts";

const { context: cdkContext } = JSON.parse(readFileSync("cdk.json", "utf8"));

interface Synthesised {
  readonly stack: Stack;
  readonly template: Template;
}

const made = new Map<string, Synthesised>();

/** The stack as `cdk synth` makes it; test files that run in one process share it. */
export const synthesise = (context: Record<string, string> = {}): Synthesised => {
  const key = JSON.stringify(context);
  const synthesised = made.get(key) ?? make(context);
  made.set(key, synthesised);
  return synthesised;
};

const make = (context: Record<string, string>): Synthesised => {
  bundleOnce();
  const outdir = mkdtempSync(path.join(tmpdir(), "smarketing-synth-"));
  const stack = new SmarketingStack(new App({ outdir, context: { ...cdkContext, ...context } }));
  const template = Template.fromStack(stack);
  rmSync(outdir, { recursive: true });
  return { stack, template };
};

/** The file of the template that a run's set-up has made for all of its test files. */
export const madeBefore = "SMARKETING_TEMPLATE";

/** The template that `cdk deploy` ships, as JSON; test files with processes of their own do not each make it again. */
export const shippedTemplate = (): Record<string, unknown> => {
  const file = process.env[madeBefore];
  return file === undefined ? synthesise().template.toJSON() : JSON.parse(readFileSync(file, "utf8"));
};

const ResourceSchema = z.object({
  Type: z.string(),
  Properties: z._default(z.record(z.string(), z.unknown()), {}),
});

/** The resources of a template, or those of one type, by logical id. */
export const propertiesOf = (template: Template, type?: string) =>
  Object.entries(z.record(z.string(), ResourceSchema).parse(template.toJSON().Resources))
    .map(([id, { Type, Properties }]) => ({ id, type: Type, properties: Properties }))
    .filter((resource) => type === undefined || resource.type === type);
