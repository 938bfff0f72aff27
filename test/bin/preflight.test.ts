import { describe, expect, it } from "vitest";
import { apiRate, endpointOf } from "../../bin/preflight/account-checks.ts";
import type { Machine } from "../../bin/preflight/this-machine.ts";
import { preflightCommand } from "../../bin/preflight.ts";
import { propertiesOf, synthesise } from "../infrastructure/synthesise.ts";
import { type Answers, answeredBy, awsError, grownAccount, newAccount } from "./preflight-account.ts";
import { typed } from "./typed.ts";

const machine: Machine = { node: "22.12.0", env: { PATH: process.env.PATH }, synth: async () => undefined };

const checked = async (answers: Answers, { absent = "none", args = [] as readonly string[] } = {}) => {
  const asked: string[] = [];
  const main = preflightCommand({
    machine,
    clients: answeredBy(answers, asked),
    isThere: async (host) => !host.startsWith(`${absent}.`),
  });
  const { code, out, err } = await typed(main, ["--aws", ...args]);
  return { code, lines: out.trimEnd().split("\n"), err, asked };
};

const sentencesOf = (lines: readonly string[], mark: string): string[] =>
  lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(8));

describe("npm run preflight -- --aws", () => {
  it("finds nothing against a grown account, and recommends values for it", async () => {
    const { code, lines, err } = await checked(grownAccount);
    expect([code, err]).toEqual([0, ""]);
    expect(sentencesOf(lines, "FAIL")).toEqual([]);
    expect(sentencesOf(lines, "?")).toEqual([]);
    expect(sentencesOf(lines, "advice")).toEqual([
      "Lambda may run 1000 at once, 1000 of them not reserved: -c captureConcurrency=50 keeps some for forms alone, whatever else happens.",
    ]);
    expect(sentencesOf(lines, "ok")).toEqual([
      "Account 123456789012 in eu-west-1, as arn:aws:iam::123456789012:user/ops.",
      "eu-west-1 has all services that the template needs.",
      "The CDK is bootstrapped, version 30.",
      "The stack Smarketing is UPDATE_COMPLETE.",
      "ops@anaquel.example hears of alarms.",
      expect.stringMatching(/^SES takes 50000 mails a day, 14 a second; \d+ MQLs a week make about \d+ mails a day\.$/),
      expect.stringMatching(/^SES may send as .+@anaquel\.example\.$/),
      "Step Functions starts 300 journeys a second, 800 in a burst; 1000000 journeys may be open at once, one a lead.",
      "API Gateway takes 10000 requests a second in this account; this API, at most 200 of them.",
    ]);
    expect(lines.at(-1)).toBe("Nothing stands against a deploy. 1 to think about.");
  });

  it("only reads", async () => {
    const { asked } = await checked(grownAccount);
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter((command) => !/^(get|list|describe)/.test(command))).toEqual([]);
  });

  it("says of a new account what would fail, each with its remedy", async () => {
    const { code, lines } = await checked(newAccount);
    expect(code).toBe(1);
    expect(sentencesOf(lines, "FAIL")).toEqual([
      "The CDK has not been bootstrapped here: run npx cdk bootstrap aws://123456789012/eu-west-1.",
      expect.stringMatching(
        /^SES may not send as \S+@anaquel\.example, .*--email-identity anaquel\.example, then the DKIM/,
      ),
      expect.stringMatching(
        /^In the sandbox SES refuses mail to \S+@.*: verify them or their domain, or get production/,
      ),
    ]);
    expect(sentencesOf(lines, "advice")).toEqual([
      "Give -c alarmEmail=ADDRESS to the deploy: without it nobody hears of alarms.",
      expect.stringContaining("SES is in the sandbox in eu-west-1"),
      expect.stringContaining("10 at once is little"),
    ]);
    expect(sentencesOf(lines, "ok")).toContain(
      "Lambda may run 10 at once, 10 of them not reserved: nothing can be reserved, so leave out -c captureConcurrency.",
    );
    expect(lines.at(-1)).toBe("3 would make the deploy or its mails fail. 3 to think about.");
  });

  it("lets a trial in the sandbox pass, whose domain is verified", async () => {
    const sandbox = { ...grownAccount, getAccount: newAccount.getAccount ?? {} };
    const { code, lines } = await checked(sandbox);
    expect([code, sentencesOf(lines, "FAIL")]).toEqual([0, []]);
    const addresses = [{ IdentityName: "hola@anaquel.example", SendingEnabled: true }];
    const one = await checked({ ...sandbox, listEmailIdentities: { EmailIdentities: addresses } });
    expect(sentencesOf(one.lines, "FAIL").join()).toContain("In the sandbox SES refuses mail to");
  });

  it.each([
    ["ROLLBACK_COMPLETE", "delete it (npx cdk destroy), then deploy again"],
    ["UPDATE_ROLLBACK_FAILED", "continue-update-rollback --stack-name Smarketing comes first"],
    ["UPDATE_IN_PROGRESS", "wait until that is over"],
  ])("stops before a stack that is %s", async (StackStatus, remedy) => {
    const { code, lines } = await checked({ ...grownAccount, describeStacks: { Stacks: [{ StackStatus }] } });
    expect([code, sentencesOf(lines, "FAIL").join()]).toEqual([1, expect.stringContaining(remedy)]);
  });

  it("knows what else goes wrong", async () => {
    const { code, lines } = await checked(
      {
        ...grownAccount,
        getParameter: { Parameter: { Value: "4" } },
        listSubscriptionsByTopic: {
          Subscriptions: [{ Endpoint: "ops@anaquel.example", SubscriptionArn: "PendingConfirmation" }],
        },
        getAccount: {
          ProductionAccessEnabled: true,
          SendingEnabled: false,
          EnforcementStatus: "SHUTDOWN",
          SendQuota: { Max24HourSend: 1, MaxSendRate: 1 },
        },
        getAccountSettings: {
          AccountLimit: { ConcurrentExecutions: 1000, UnreservedConcurrentExecutions: 130 },
        },
        listServiceQuotas: { Quotas: [] },
        listAWSDefaultServiceQuotas: ({ ServiceCode }) =>
          ServiceCode === "states" ? { Quotas: [] } : { Quotas: [{ QuotaName: "Throttle rate", Value: 100 }] },
      },
      { absent: "scheduler" },
    );
    expect(code).toBe(1);
    expect(sentencesOf(lines, "FAIL").map((line) => line.slice(0, 30))).toEqual([
      "eu-west-1 has no scheduler (no",
      "The CDK's bootstrap is version",
      "SES does not send for this acc",
    ]);
    expect(sentencesOf(lines, "advice")).toEqual([
      "ops@anaquel.example has not confirmed the subscription to the alarms: follow the link in the mail of AWS Notifications.",
      expect.stringContaining("ask for a higher sending quota"),
      expect.stringContaining("-c captureConcurrency=30 keeps some"),
      expect.stringContaining("this API alone may have 200: ask for more"),
    ]);
    expect(sentencesOf(lines, "?")).toEqual([expect.stringContaining("Service Quotas has no")]);
  });

  it("names the permission that is missing, and checks the rest", async () => {
    const denied = (name: string) => () => {
      throw awsError(name);
    };
    const { code, lines } = await checked({
      ...grownAccount,
      getParameter: denied("AccessDeniedException"),
      listSubscriptionsByTopic: denied("AuthorizationError"),
      listServiceQuotas: denied("AccessDeniedException"),
    });
    expect(code).toBe(0);
    expect(sentencesOf(lines, "?").map((line) => line.trim())).toEqual([
      "The CDK's bootstrap could not be checked: the credentials lack ssm:GetParameter.",
      "Who hears of alarms could not be checked: the credentials lack cloudformation:DescribeStackResources and sns:ListSubscriptionsByTopic.",
      "Step Functions' quotas could not be checked: the credentials lack servicequotas:ListServiceQuotas and ListAWSDefaultServiceQuotas.",
      "API Gateway's quotas could not be checked: the credentials lack servicequotas:ListServiceQuotas and ListAWSDefaultServiceQuotas.",
    ]);
  });

  it.each([
    [
      "CredentialsProviderError",
      "No AWS credentials were found: set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.\n",
    ],
    [
      "ExpiredTokenException",
      "AWS does not accept the credentials (ExpiredTokenException): sign in again, or set others.\n",
    ],
  ])("is one sentence at %s", async (name, sentence) => {
    const { code, lines, err } = await checked({
      ...grownAccount,
      getCallerIdentity: () => {
        throw awsError(name);
      },
    });
    expect([code, lines, err]).toEqual([1, [""], sentence]);
  });

  it("looks at the stack of the environment, in the region that is named", async () => {
    const names: unknown[] = [];
    const describeStacks = ({ StackName }: Readonly<Record<string, unknown>>) => {
      names.push(StackName);
      return { Stacks: [{ StackStatus: "CREATE_COMPLETE" }] };
    };
    const args = ["--environment", "staging", "--region", "us-east-1"];
    const { lines } = await checked({ ...grownAccount, describeStacks }, { args });
    expect(new Set(names)).toEqual(new Set(["Smarketing-staging"]));
    expect(lines[0]).toContain("in us-east-1");
  });
});

describe("what it asks of the region and the API", () => {
  const { template } = synthesise();

  it("is what the template has resources of", () => {
    const everywhere = new Set(["AWS::IAM", "AWS::CDK"]);
    const services = new Set(propertiesOf(template).map(({ type }) => type.split("::").slice(0, 2).join("::")));
    const unknown = [...services].filter((service) => service.startsWith("AWS::") && !everywhere.has(service));
    expect(unknown.filter((service) => endpointOf[service] === undefined)).toEqual([]);
  });

  it("is the rate of the API's stage", () => {
    template.hasResourceProperties("AWS::ApiGatewayV2::Stage", {
      DefaultRouteSettings: { ThrottlingRateLimit: apiRate },
    });
  });
});

describe("npm run preflight, on this machine", () => {
  const here = (changes: Partial<Machine>, ...args: string[]) =>
    typed(
      preflightCommand({ machine: { ...machine, ...changes }, clients: answeredBy({}), isThere: async () => true }),
      args,
    );

  it("sees that all is there", async () => {
    const { code, out } = await here({});
    expect(code).toBe(0);
    expect(sentencesOf(out.split("\n"), "ok")).toEqual([
      "Node 22.12.0 will do.",
      expect.stringMatching(/^python\S* will do for the local cloud\.$/),
      expect.stringMatching(/^agreement\.yaml is valid, version \w+\.$/),
      "cdk synth makes the template.",
    ]);
  });

  it("says what is missing", async () => {
    const { code, out } = await here({ node: "18.0.0", env: { PATH: "" }, synth: async () => "no template" });
    expect(code).toBe(1);
    expect(sentencesOf(out.split("\n"), "FAIL")).toEqual([
      expect.stringContaining("Node 20.19 or 22.12 or newer is needed, this is 18.0.0"),
      expect.stringContaining("Python 3.10 or newer is needed"),
      "cdk synth fails: no template",
    ]);
    const missing = await here({}, "--agreement", "nofile.yaml");
    expect([missing.code, missing.out + missing.err]).toEqual([1, expect.stringContaining("nofile.yaml")]);
  });
});
