import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import * as z from "zod/mini";
import { defaultEnvironment, stackNameOf } from "../lambdas/contract/deployed-environment.ts";
import { BucketCorsSchema } from "./front-server/bucket.ts";
import { account, assertLocal, region } from "./local-environment.ts";
import type { ProcessFamily } from "./process-family.ts";
import { projectRoot } from "./project-root.ts";

const stackName = stackNameOf(defaultEnvironment);
const cdk = path.join(projectRoot, "node_modules", ".bin", "cdk");

/** What one deployment works with. */
export interface Deployment {
  readonly family: ProcessFamily;
  readonly env: NodeJS.ProcessEnv;
  /** Where the assembly and the outputs go. */
  readonly directory: string;
  readonly logs: string;
}

/** The CDK's own command, as operations use it. */
const call = (
  { family, env, logs }: Deployment,
  name: string,
  args: readonly string[],
  cwd?: string,
): Promise<void> => {
  assertLocal(env);
  const options = ["--no-notices", "--no-version-reporting", "--no-color", "--ci"];
  const logFile = path.join(logs, `cdk-${name}.log`);
  return family.run({ name: `cdk ${name}`, command: cdk, args: [name, ...args, ...options], env, logFile, cwd });
};

/** Makes the assembly; `context` is all that tells this deployment from one to AWS. */
export const synthesise = async (deployment: Deployment, context: Record<string, string>): Promise<void> => {
  const values = Object.entries(context).flatMap(([name, value]) => ["--context", `${name}=${value}`]);
  await call(deployment, "synth", ["--quiet", "--output", assembly(deployment), ...values]);
  await leaveOutMathAlarms(templateOf(deployment));
};

/** MiniStack refuses alarms on an expression of several metrics. Its alarms never ring, so none is missed. */
const leaveOutMathAlarms = async (file: string): Promise<void> => {
  const template = TemplateSchema.parse(JSON.parse(await readFile(file, "utf8")));
  const kept = Object.entries(template.Resources).filter(
    ([, { Type, Properties }]) => Type !== "AWS::CloudWatch::Alarm" || Properties?.Metrics === undefined,
  );
  await writeFile(file, JSON.stringify({ ...template, Resources: Object.fromEntries(kept) }));
};

/** Called where no `cdk.json` is: it would load the whole app beside the synthesis, and needs nothing of it. */
export const bootstrap = (deployment: Deployment): Promise<void> =>
  call(deployment, "bootstrap", [`aws://${account}/${region}`], deployment.directory);

const OutputsSchema = z.record(z.string(), z.record(z.string(), z.string()));

/** Deploys the assembly and gives the outputs of the stack. */
export const deploy = async (deployment: Deployment): Promise<Record<string, string>> => {
  const outputsFile = path.join(deployment.directory, "stack-outputs.json");
  await call(deployment, "deploy", [
    stackName,
    ...["--app", assembly(deployment), "--require-approval", "never", "--outputs-file", outputsFile],
  ]);
  const { [stackName]: outputs } = OutputsSchema.parse(JSON.parse(await readFile(outputsFile, "utf8")));
  if (outputs === undefined) throw new Error(`cdk deploy wrote no outputs of ${stackName}`);
  return outputs;
};

const TemplateSchema = z.looseObject({
  Resources: z.record(
    z.string(),
    z.looseObject({ Type: z.string(), Properties: z.optional(z.record(z.string(), z.unknown())) }),
  ),
});

/** The CORS configuration of the template's API, as CloudFormation writes it. */
export const apiCors = (deployment: Deployment): Promise<unknown> => corsOf(deployment, "AWS::ApiGatewayV2::Api");

/** That of the bucket for lists. */
export const bucketCors = async (deployment: Deployment) =>
  BucketCorsSchema.parse(await corsOf(deployment, "AWS::S3::Bucket"));

const corsOf = async (deployment: Deployment, type: string): Promise<unknown> => {
  const { Resources } = TemplateSchema.parse(JSON.parse(await readFile(templateOf(deployment), "utf8")));
  return Object.values(Resources).find(({ Type, Properties }) => Type === type && Properties?.CorsConfiguration)
    ?.Properties?.CorsConfiguration;
};

/** The file of the synthesised template. */
export const templateOf = (deployment: Deployment): string =>
  path.join(assembly(deployment), `${stackName}.template.json`);

const assembly = ({ directory }: Deployment): string => path.join(directory, "cdk.out");
