import { RemovalPolicy } from "aws-cdk-lib";
import type { Construct, IConstruct } from "constructs";
import * as z from "zod/mini";
import { formatProblems, loadAgreement } from "../../lambdas/agreement/load-agreement.ts";
import type { Agreement } from "../../lambdas/contract/agreement.ts";
import { DeployedEnvironmentSchema, defaultEnvironment } from "../../lambdas/contract/deployed-environment.ts";

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;

/** An alarm looks back at most a week. */
const longestAlarmHours = 7 * 24;

/** The context values (`cdk deploy -c name=value`); nothing else steers a deployment. */
const ContextSchema = z.object({
  /** Which of the environments of an account this is; they share nothing. */
  environment: z._default(DeployedEnvironmentSchema, defaultEnvironment),
  /** The agreement's file. */
  agreement: z.string(),
  /** Address of the API as leads and reps see it, e.g. a custom domain. Default: the API's own address. */
  publicUrl: z.optional(z.url()),
  /** Origins of the web sites that may post, separated by commas. Default: the agreement's `company.sites`. */
  siteOrigins: z.optional(
    z
      .string()
      .check(
        z.refine(
          (list) => list.split(",").every(isOrigin),
          "expected origins such as https://www.example.com, by commas",
        ),
      ),
  ),
  /** `true`: a trial; table and logs are deleted with the stack, without deletion protection. */
  disposable: z._default(z.stringbool(), false),
  /** `true`: the smoke test runs every quarter of an hour, and rings when a lead does not go through. */
  canary: z._default(z.stringbool(), false),
  /** Where alarms go. Default: nowhere; the dashboard shows them. */
  alarmEmail: z.optional(z.email()),
  /**
   * `cloudfront`: CloudFront with a firewall before the API, which then refuses what comes another way;
   * `cloudfront-open`: the same without refusing, while addresses move. Default: none.
   */
  front: z.optional(z.enum(["cloudfront", "cloudfront-open"])),
  /** Version of the front's secret, after a rotation. Default: the current one. */
  originSecretVersion: z.optional(z.string()),
  /** Whether all but reps need a second factor to sign in to the board; reps may have one anyway. */
  secondFactor: z._default(z.enum(["required", "optional"]), "required"),
  /** Hours without a new lead after which somebody looks why. Default: a weekend and its nights. */
  quietHours: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(longestAlarmHours)), 72),
  /** Concurrent executions that are kept for the form's function alone. Default: none; it shares the account's. */
  captureConcurrency: z.optional(z.coerce.number().check(z.int(), z.minimum(1))),
  /** Stands in for the hosts of form tools that leads are fetched from, in tests. Default: the tools' own. */
  toolsOrigin: z.optional(z.url()),
  /** Stands before the name of the bucket that lists are uploaded to, on a local cloud. Default: the bucket's own address. */
  uploadsOrigin: z.optional(z.url()),
  /** US dollars that this environment may cost in a month; `alarmEmail` hears of more. Default: no budget. */
  budget: z.optional(z.coerce.number().check(z.positive())),
});

/** What a front needs to know. */
export interface FrontSettings {
  /** Of the public address. */
  readonly domain: string;
  readonly account: string;
  readonly region: string;
  /** Requests that come another way are let in, too. */
  readonly isOpen: boolean;
  readonly secretVersion: string | undefined;
}

const known = new WeakMap<IConstruct, Deployment>();

/** The settings of the whole deployment: agreement, addresses, and whether it is disposable. */
export class Deployment {
  readonly environment: string;
  /** Compiled: it travels with every function. */
  readonly agreement: Agreement;
  /** The same, as people wrote it. */
  readonly agreementText: string;
  readonly publicUrl: string | undefined;
  readonly siteOrigins: readonly string[];
  readonly disposable: boolean;
  readonly alarmEmail: string | undefined;
  readonly canary: boolean;
  readonly front: FrontSettings | undefined;
  readonly secondFactor: "required" | "optional";
  readonly quietHours: number;
  readonly captureConcurrency: number | undefined;
  readonly toolsOrigin: string | undefined;
  readonly uploadsOrigin: string | undefined;
  /** What it may cost, and who hears of it when it costs more. */
  readonly budget: { readonly dollars: number; readonly email: string } | undefined;

  /** The one deployment of the app that `scope` is in. */
  static of(scope: Construct): Deployment {
    const root = scope.node.root;
    const deployment = known.get(root) ?? new Deployment(scope);
    known.set(root, deployment);
    return deployment;
  }

  private constructor(scope: Construct) {
    const names = Object.keys(ContextSchema.shape);
    const given = names.map((name) => [name, scope.node.tryGetContext(name)]);
    const parsed = ContextSchema.safeParse(Object.fromEntries(given));
    if (!parsed.success) throw new Error(`Context values (-c name=value) with mistakes: ${faultsOf(parsed.error)}`);
    const context = parsed.data;
    const loaded = loadAgreement(context.agreement);
    if (!loaded.ok) throw new Error(`The agreement has mistakes:\n${formatProblems(loaded.problems)}`);
    this.environment = context.environment;
    this.agreement = loaded.agreement;
    this.agreementText = loaded.text;
    this.publicUrl = context.publicUrl;
    this.siteOrigins = context.siteOrigins?.split(",") ?? loaded.agreement.terms.company.sites;
    this.disposable = context.disposable;
    this.alarmEmail = context.alarmEmail;
    this.canary = context.canary;
    this.front = frontOf(context);
    this.secondFactor = context.secondFactor;
    this.quietHours = context.quietHours;
    this.captureConcurrency = context.captureConcurrency;
    this.toolsOrigin = context.toolsOrigin;
    this.uploadsOrigin = context.uploadsOrigin;
    this.budget = budgetOf(context);
  }

  get removalPolicy(): RemovalPolicy {
    return this.disposable ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN;
  }
}

/** `cdk` sets the account and the region of the credentials in use; whoever calls it otherwise sets them by hand. */
const frontOf = ({
  front,
  publicUrl,
  originSecretVersion,
}: z.infer<typeof ContextSchema>): FrontSettings | undefined => {
  if (front === undefined) return undefined;
  const { CDK_DEFAULT_ACCOUNT: account = "", CDK_DEFAULT_REGION: region = "" } = process.env;
  if (publicUrl === undefined || account === "" || region === "")
    throw new Error(
      "front=cloudfront needs the public address (-c publicUrl=https://leads.example.com) and the target account and region (CDK_DEFAULT_ACCOUNT and CDK_DEFAULT_REGION, which cdk sets from the credentials in use).",
    );
  const { hostname: domain } = new URL(publicUrl);
  return { domain, account, region, isOpen: front === "cloudfront-open", secretVersion: originSecretVersion };
};

const faultsOf = ({ issues }: z.core.$ZodError): string =>
  issues.map(({ path: [name], message }) => `${String(name)}: ${message}`).join("; ");

const budgetOf = ({ budget, alarmEmail }: z.infer<typeof ContextSchema>): Deployment["budget"] => {
  if (budget === undefined) return undefined;
  if (alarmEmail === undefined)
    throw new Error("Context values: budget needs alarmEmail, the address that hears of it when more is spent");
  return { dollars: budget, email: alarmEmail };
};
