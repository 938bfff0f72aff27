import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { App, type Stack } from "aws-cdk-lib";
import { Match, Template } from "aws-cdk-lib/assertions";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import { afterAll, describe, expect, it, vi } from "vitest";
import * as z from "zod/mini";
import { EdgeStack } from "../../lib/front/edge-stack.ts";
import { SmarketingStack } from "../../lib/smarketing-stack.ts";
import { propertiesOf, synthesise } from "./synthesise.ts";

const { context: cdkContext } = JSON.parse(readFileSync("cdk.json", "utf8"));
const publicUrl = "https://leads.anaquel.example";

/** The app with a front, deployed to a region that is not CloudFront's own. */
const withFront = (context: Record<string, string> = {}) => {
  const outdir = mkdtempSync(path.join(tmpdir(), "smarketing-front-"));
  const app = new App({ outdir, context: { ...cdkContext, front: "cloudfront", publicUrl, ...context } });
  const main = new SmarketingStack(app);
  const [edge = main] = app.node.children.filter((each) => each instanceof EdgeStack);
  const made = { main, edge, front: Template.fromStack(main), firewall: Template.fromStack(edge) };
  rmSync(outdir, { recursive: true });
  return made;
};

const RouteSettingsSchema = z.record(
  z.string(),
  z.object({ ThrottlingRateLimit: z.number(), ThrottlingBurstLimit: z.number() }),
);
const settingsIn = (template: Template) =>
  RouteSettingsSchema.parse(propertiesOf(template, "AWS::ApiGatewayV2::Stage")[0]?.properties.RouteSettings);
const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

describe("without a front", () => {
  const { template } = synthesise();
  const own = settingsIn(template);
  const routes = propertiesOf(template, "AWS::ApiGatewayV2::Route").map(({ properties }) =>
    String(properties.RouteKey),
  );

  it("nothing of it is in the template, nor in any function", () => {
    expect(JSON.stringify(template.toJSON())).not.toMatch(/CloudFront|WAFv2|SecretsManager|ORIGIN_/i);
  });

  it("every route has a limit of its own, so that no flood closes another door", () => {
    expect(Object.keys(own).sort()).toEqual(routes.sort());
    expect(routes.filter((route) => route.startsWith("POST "))).toEqual(
      expect.arrayContaining(["POST /leads", "POST /engagements", "POST /go/{reference}", "POST /board/api/{path+}"]),
    );
  });

  it("what is open to the public leaves the board what it needs of the account's 10,000 a second, 5,000 at once", () => {
    const [board, open] = [true, false].map((isBoard) =>
      Object.entries(own).filter(([route]) => route.includes("/board/api/") === isBoard),
    );
    const rates = (each: typeof board = []) => sum(each.map(([, { ThrottlingRateLimit: rate }]) => rate));
    const bursts = (each: typeof board = []) => sum(each.map(([, { ThrottlingBurstLimit: burst }]) => burst));
    expect(rates(board)).toBeGreaterThanOrEqual(600);
    expect(rates(open) + rates(board)).toBeLessThan(10_000 / 2);
    expect(bursts(open) + bursts(board)).toBeLessThan(5000);
  });
});

describe("a front", () => {
  vi.stubEnv("CDK_DEFAULT_ACCOUNT", "111122223333");
  vi.stubEnv("CDK_DEFAULT_REGION", "eu-west-1");
  const { main, edge, front, firewall } = withFront();
  afterAll(() => {
    vi.unstubAllEnvs();
  });

  it("has certificate and firewall in us-east-1, and all else where it is deployed", () => {
    expect([main.region, edge.region]).toEqual(["eu-west-1", "us-east-1"]);
    firewall.hasResourceProperties("AWS::CertificateManager::Certificate", {
      DomainName: "leads.anaquel.example",
      ValidationMethod: "DNS",
    });
    firewall.resourceCountIs("AWS::WAFv2::WebACL", 1);
    front.resourceCountIs("AWS::WAFv2::WebACL", 0);
    front.hasResourceProperties("AWS::CloudFront::Distribution", {
      DistributionConfig: {
        Aliases: ["leads.anaquel.example"],
        WebACLId: Match.anyValue(),
        ViewerCertificate: Match.objectLike({ MinimumProtocolVersion: "TLSv1.2_2021" }),
      },
    });
  });

  it("says in one sentence what it needs", () => {
    const needs = /^front=cloudfront needs the public address/;
    expect(() => withFront({ publicUrl: "" })).toThrow();
    vi.stubEnv("CDK_DEFAULT_REGION", "");
    expect(() => withFront()).toThrow(needs);
    vi.stubEnv("CDK_DEFAULT_REGION", "eu-west-1");
  });

  it("passes everything on without caching, but the host, and caches files only", () => {
    const [config] = propertiesOf(front, "AWS::CloudFront::Distribution").map(
      ({ properties }) => properties.DistributionConfig,
    );
    const managed = {
      disabled: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
      optimized: "658327ea-f89d-4fab-a63d-7e88639e58f6",
    };
    expect(config).toMatchObject({
      DefaultCacheBehavior: {
        CachePolicyId: managed.disabled,
        OriginRequestPolicyId: "b689b0a8-53d0-40ab-baf2-68738e2966ac",
        AllowedMethods: expect.arrayContaining(["POST", "DELETE"]),
        ViewerProtocolPolicy: "redirect-to-https",
        FunctionAssociations: [{ EventType: "viewer-request" }],
      },
      CacheBehaviors: [
        { PathPattern: "/smarketing.js", CachePolicyId: managed.optimized },
        { PathPattern: "/board/assets/*", CachePolicyId: managed.optimized },
      ],
    });
  });

  it("sends a secret that stands in no template and in no variable, and every function behind the API reads it, and no other", () => {
    const [origin] = propertiesOf(front, "AWS::CloudFront::Distribution").map(({ properties }) =>
      JSON.stringify(Object(properties.DistributionConfig).Origins),
    );
    expect(origin).toMatch(/"HeaderName":"x-smarketing-front".*\{\{resolve:secretsmanager:/);
    front.hasResourceProperties("AWS::SecretsManager::Secret", { GenerateSecretString: { PasswordLength: 48 } });
    const guarded = propertiesOf(front, "AWS::Lambda::Function").filter(
      ({ properties }) => "ORIGIN_SECRET_ARN" in Object(Object(properties.Environment).Variables),
    );
    const served = new Set(
      propertiesOf(front, "AWS::ApiGatewayV2::Integration").map(({ properties }) =>
        JSON.stringify(properties.IntegrationUri),
      ),
    );
    expect(guarded).toHaveLength(served.size);
    for (const { properties } of guarded) {
      const { Variables } = Object(properties.Environment);
      expect(Variables).toMatchObject({ ORIGIN_SECRET_ARN: { Ref: expect.any(String) }, ORIGIN_OPEN: "false" });
    }
    const reading = propertiesOf(front, "AWS::IAM::Policy").filter(({ properties }) =>
      JSON.stringify(properties).includes("secretsmanager:"),
    );
    expect(reading).toHaveLength(guarded.length);
    for (const { properties } of reading) {
      const { Statement } = Object(properties.PolicyDocument);
      const ofSecret = Statement.filter(({ Action }: { Action: unknown }) =>
        JSON.stringify(Action).includes("secretsmanager"),
      );
      expect(ofSecret).toMatchObject([
        { Action: "secretsmanager:GetSecretValue", Resource: { Ref: expect.any(String) } },
      ]);
    }
  });

  it("is rotated by naming another version, and can be open while addresses move", () => {
    const rotated = withFront({ originSecretVersion: "0b5f", front: "cloudfront-open" }).front;
    const text = JSON.stringify(rotated.toJSON());
    expect(text).toMatch(/:SecretString:::0b5f\}\}/);
    expect(text).toContain('"ORIGIN_OPEN":"true"');
  });

  describe("and its firewall", () => {
    const acl = () => Object(propertiesOf(firewall, "AWS::WAFv2::WebACL")[0]?.properties);
    const rule = (name: string) => acl().Rules.find((each: { Name: string }) => each.Name === name);

    it("sees 64 KB of each body, and refuses more where forms do not end", () => {
      expect(acl()).toMatchObject({
        Scope: "CLOUDFRONT",
        DefaultAction: { Allow: {} },
        AssociationConfig: { RequestBody: { CLOUDFRONT: { DefaultSizeInspectionLimit: "KB_64" } } },
      });
      expect(JSON.stringify(rule("TooLarge"))).toMatch(/"NotStatement".*"\/sources\/".*"OversizeHandling":"MATCH"/);
      const announced = new RegExp(
        /"RegexString":"([^"]+)"/.exec(JSON.stringify(rule("TooLargeForSource")))?.[1] ?? "",
      );
      for (const allowed of [0, 900, 65_536, 999_999, 1024 * 1024]) expect(announced.test(String(allowed))).toBe(false);
      for (const refused of [1_050_000, 1_100_000, 2_000_000, 10_000_000])
        expect(announced.test(String(refused))).toBe(true);
    });

    it("counts what looks like an attack, and blocks it only where people do not write", () => {
      expect(rule("Common")).toMatchObject({
        OverrideAction: { Count: {} },
        Statement: { ManagedRuleGroupStatement: { Name: "AWSManagedRulesCommonRuleSet" } },
      });
      const { Statement, Action } = rule("CommonButNotIntake");
      expect(Action).toEqual({ Block: {} });
      const [label, elsewhere] = Statement.AndStatement.Statements;
      expect(label).toMatchObject({ LabelMatchStatement: { Scope: "NAMESPACE" } });
      const excepted = elsewhere.NotStatement.Statement.OrStatement.Statements.map(
        (each: { ByteMatchStatement: { SearchString: string } }) => each.ByteMatchStatement.SearchString,
      );
      expect(excepted).toEqual(["/leads", "/engagements", "/sources/", "/go/", "/unsubscribe/"]);
      expect(acl().Rules.findIndex(({ Name }: { Name: string }) => Name === "Common")).toBeLessThan(
        acl().Rules.findIndex(({ Name }: { Name: string }) => Name === "CommonButNotIntake"),
      );
    });

    it("bounds each address, the board's apart, and says when to come back", () => {
      for (const name of ["TooManyOfOneAddress", "TooManyOnBoard"]) {
        expect(rule(name)).toMatchObject({
          Statement: { RateBasedStatement: { AggregateKeyType: "IP", EvaluationWindowSec: 300 } },
          Action: { Block: { CustomResponse: { ResponseCode: 429, ResponseHeaders: [{ Name: "retry-after" }] } } },
        });
      }
      const limit = (name: string): number => rule(name).Statement.RateBasedStatement.Limit;
      // An office of eighty, each with a page that asks every two seconds and reads some columns.
      expect(limit("TooManyOnBoard")).toBeGreaterThan(80 * 150 * 2);
      expect(limit("TooManyOfOneAddress")).toBeLessThan(limit("TooManyOnBoard"));
    });

    it("samples no request, and alarms when it blocks a flood", () => {
      expect(JSON.stringify(acl())).not.toContain('"SampledRequestsEnabled":true');
      firewall.hasResourceProperties("AWS::CloudWatch::Alarm", {
        Namespace: "AWS/WAFV2",
        MetricName: "BlockedRequests",
        Dimensions: Match.arrayWith([{ Name: "WebACL", Value: acl().Name }]),
        AlarmDescription: Match.stringLikeRegexp("runbook.md#flood-at-the-front"),
      });
    });
  });

  it("cannot be deleted by mistake, and says of all of it to what it belongs", () => {
    expect(edge.terminationProtection).toBe(true);
    const tagged = propertiesOf(firewall).filter(({ properties }) => properties.Tags !== undefined);
    expect(tagged.map(({ type }) => type)).toEqual(
      expect.arrayContaining(["AWS::CertificateManager::Certificate", "AWS::WAFv2::WebACL", "AWS::CloudWatch::Alarm"]),
    );
    for (const { properties } of tagged) expect(JSON.stringify(properties.Tags)).toMatch(/smarketing.+production/);
  });

  it.each([
    ["AWS' own rules", (stack: Stack) => new AwsSolutionsChecks(stack)],
    ["those for functions", (stack: Stack) => new ServerlessChecks(stack)],
  ])("has nothing that %s find and no reason acknowledges", (_, packOf) => {
    const findings = [main, edge].flatMap((stack) =>
      packOf(stack)
        .validateScope(stack)
        .violations.flatMap(({ ruleName, description, violatingResources }) =>
          (violatingResources ?? []).map(({ constructPath }) => `${constructPath} ${ruleName}: ${description}`),
        ),
    );
    // Of the front itself: nag.test.ts has all else, whose reasons name the region as a template without a front does.
    expect(findings.filter((each) => /^Smarketing(-Front|\/Front|\/Api)\//.test(each))).toEqual([]);
  });
});
