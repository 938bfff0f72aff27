import "./frame/quiet.ts";
import { execFile } from "node:child_process";
import { lookup } from "node:dns/promises";
import path from "node:path";
import { promisify } from "node:util";
import { defaultEnvironment } from "../lambdas/contract/deployed-environment.ts";
import { projectRoot } from "../local/project-root.ts";
import { command, exitCodes, type Main, runIfStarted } from "./frame/command.ts";
import { agreementIn } from "./frame/files.ts";
import { agreementOption, environmentOption, flag, optionalText } from "./frame/option.ts";
import { accountChecks } from "./preflight/account-checks.ts";
import { accountBehind, type Clients, clientsFor } from "./preflight/aws-account.ts";
import { type Finding, found, lineOf, ok } from "./preflight/finding.ts";
import { type Machine, onThisMachine } from "./preflight/this-machine.ts";

interface Surroundings {
  readonly machine: Machine;
  readonly clients: (region: string | undefined) => Clients;
  readonly isThere: (host: string) => Promise<boolean>;
}

/** @param around what it looks at; tests have an account and a machine of their own */
export const preflightCommand = ({ machine, clients, isThere }: Surroundings): Main =>
  command({
    name: "preflight",
    does: "Checks before a deploy whether this machine can make the template; with --aws, whether the account is ready for it: verified sender, mail sandbox and quotas, the CDK's bootstrap, the region's services, quotas of Lambda, Step Functions and API Gateway, and who hears of alarms. It says what is missing, how to get it, and which context values suit the account. It only reads.",
    options: {
      aws: flag("checks the AWS account and region instead of this machine"),
      environment: environmentOption(`which environment is to be deployed (default: ${defaultEnvironment})`),
      region: optionalText("REGION", "the region, if it is not the one that is set"),
      agreement: agreementOption("the agreement that is to be deployed"),
    },
    notes:
      "--aws uses your AWS credentials and region. All checks together need ssm:GetParameter, cloudformation:DescribeStacks and DescribeStackResources, sns:ListSubscriptionsByTopic, ses:GetAccount and ListEmailIdentities, lambda:GetAccountSettings, servicequotas:ListServiceQuotas and ListAWSDefaultServiceQuotas; where one is missing, it is named, and the rest is checked.",
    exits: "Exit code: 0 nothing would fail (there may be advice), 1 something would, 2 used wrongly.",
    run: async ({ aws, environment = defaultEnvironment, region, agreement: file }, { out }) => {
      const findings: Finding[] = [];
      const say = (some: readonly Finding[]) => {
        findings.push(...some);
        for (const each of some) out(`${lineOf(each)}\n`);
      };
      if (aws) {
        const agreement = agreementIn(file);
        const asked = clients(region);
        const account = accountBehind(asked);
        const [{ account: id, arn }, used] = [await account.identity(), await asked.sts.config.region()];
        say([ok(`Account ${id} in ${used}, as ${arn}.`)]);
        const about = { aws: account, account: id, region: used, environment, agreement, isThere };
        for (const check of accountChecks(about)) say(await found(check));
      } else say(await onThisMachine(machine, { agreement: file, environment }));
      const faults = findings.filter(({ level }) => level === "fault").length;
      const open = findings.filter(({ level }) => level !== "ok").length - faults;
      const rest = open === 0 ? "" : ` ${open} to think about.`;
      return faults === 0
        ? { text: `Nothing stands against a deploy.${rest}`, exitCode: exitCodes.done }
        : { text: `${faults} would make the deploy or its mails fail.${rest}`, exitCode: exitCodes.notDone };
    },
  });

const run = promisify(execFile);

/** The CDK's own command, as the deploy begins with it. */
const synth: Machine["synth"] = async (folder, context) => {
  const values = Object.entries(context).flatMap(([name, value]) => ["--context", `${name}=${value}`]);
  const cdk = path.join(projectRoot, "node_modules", ".bin", "cdk");
  try {
    await run(cdk, ["synth", "--quiet", "--no-notices", "--output", folder, ...values], { cwd: projectRoot });
    return undefined;
  } catch (error) {
    const said = error instanceof Error && "stderr" in error ? String(error.stderr) : String(error);
    return said.trim().split("\n").slice(-20).join("\n");
  }
};

export const main = preflightCommand({
  machine: { node: process.versions.node, env: process.env, synth },
  clients: clientsFor,
  isThere: async (host) =>
    lookup(host).then(
      () => true,
      () => false,
    ),
});

await runIfStarted(main, import.meta.url);
