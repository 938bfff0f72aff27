import { Duration, Stack } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import type { Construct } from "constructs";
import { boardPaths } from "../../lambdas/contract/board.ts";
import { HouseAlarm } from "../house/alarm.ts";

type Statement = CfnWebACL.StatementProperty;

/** Requests of one address in five minutes. A page of the board asks every two seconds, and an office has one address. */
const most = { elsewhere: 2000, onBoard: 30_000 } as const;

/** Blocked requests in five minutes that make a flood. */
const flood = 5000;

/**
 * Where people and their mail programs send what they like: forms, visits, and unsubscriptions (RFC 8058). The managed rules
 * would take long messages, odd characters and missing user agents for attacks, and lose leads; here they only count.
 */
const intakePaths = ["/leads", "/engagements", "/sources/", "/go/", "/unsubscribe/"] as const;

/** The rules before CloudFront: how much of one address, how large, and what looks like an attack. */
export class FrontAcl extends CfnWebACL {
  constructor(scope: Construct, id: string) {
    const name = `${Stack.of(scope).stackName}-${id}`;
    super(scope, id, {
      name,
      scope: "CLOUDFRONT",
      defaultAction: { allow: {} },
      // Without it the rules see the first 16 KB of a body.
      associationConfig: { requestBody: { CLOUDFRONT: { defaultSizeInspectionLimit: "KB_64" } } },
      customResponseBodies: {
        "too-many": problemBody(429, "Too many requests", "Try again in a few minutes."),
        "too-large": problemBody(413, "The body is too long", "Send less at once."),
      },
      visibilityConfig: visible(name),
      rules: rules(),
    });
    new HouseAlarm(this, "Flood", {
      metric: new Metric({
        namespace: "AWS/WAFV2",
        metricName: "BlockedRequests",
        dimensionsMap: { WebACL: name, Rule: "ALL" },
        statistic: "Sum",
        period: Duration.minutes(5),
      }),
      threshold: flood,
      severity: "ticket",
      loss: "Very many requests are blocked before they reach the API: an attack, or a site whose visitors share an address.",
      runbook: "flood-at-the-front",
    });
  }
}

const rules = (): CfnWebACL.RuleProperty[] =>
  [
    rule(
      "TooManyOfOneAddress",
      rateBased(most.elsewhere, not(startsWith(boardPaths.board))),
      block(429, "too-many", 60),
    ),
    rule("TooManyOnBoard", rateBased(most.onBoard, startsWith(boardPaths.board)), block(429, "too-many", 60)),
    rule("TooLarge", and(not(startsWith("/sources/")), bodyOver64KB), block(413, "too-large")),
    rule("TooLargeForSource", and(startsWith("/sources/"), announcesOver1MB), block(413, "too-large")),
    // It only labels what it finds, and what the label means is decided by the path.
    {
      name: "Common",
      statement: { managedRuleGroupStatement: { vendorName: "AWS", name: "AWSManagedRulesCommonRuleSet" } },
      overrideAction: { count: {} },
      visibilityConfig: visible("Common"),
    },
    rule("CommonButNotIntake", and(labelled, not(or(...intakePaths.map(startsWith)))), { block: {} }),
  ].map((each, priority) => ({ ...each, priority }));

type Unranked = Omit<CfnWebACL.RuleProperty, "priority">;

const rule = (name: string, statement: Statement, action: CfnWebACL.RuleActionProperty): Unranked => ({
  name,
  statement,
  action,
  visibilityConfig: visible(name),
});

/** Counted, and not sampled: a sample would show whole requests, with references and addresses. */
const visible = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
});

const problemBody = (status: number, title: string, detail: string) => ({
  contentType: "APPLICATION_JSON",
  content: JSON.stringify({ type: "about:blank", title, status, detail }),
});

const block = (
  responseCode: number,
  customResponseBodyKey: string,
  retryAfter?: number,
): CfnWebACL.RuleActionProperty => ({
  block: {
    customResponse: {
      responseCode,
      customResponseBodyKey,
      ...(retryAfter !== undefined && {
        responseHeaders: [{ name: "retry-after", value: String(retryAfter) }],
      }),
    },
  },
});

const rateBased = (limit: number, scopeDownStatement: Statement): Statement => ({
  rateBasedStatement: { aggregateKeyType: "IP", evaluationWindowSec: 300, limit, scopeDownStatement },
});

const not = (statement: Statement): Statement => ({ notStatement: { statement } });
const and = (...statements: Statement[]): Statement => ({ andStatement: { statements } });
const or = (...statements: Statement[]): Statement => ({ orStatement: { statements } });

const startsWith = (path: string): Statement => ({
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    positionalConstraint: "STARTS_WITH",
    searchString: path,
    textTransformations: [{ priority: 0, type: "NONE" }],
  },
});

/** What is longer than the rules can see matches, too: that it is longer is all that is asked. */
const bodyOver64KB: Statement = {
  sizeConstraintStatement: {
    fieldToMatch: { body: { oversizeHandling: "MATCH" } },
    comparisonOperator: "GT",
    size: 64 * 1024,
    textTransformations: [{ priority: 0, type: "NONE" }],
  },
};

/** The rules see 64 KB of a body at most; of a longer one only what it announces: 1,050,000 bytes or more. */
const announcesOver1MB: Statement = {
  regexMatchStatement: {
    fieldToMatch: { singleHeader: { Name: "content-length" } },
    regexString: "^([2-9][0-9]{6}|1[1-9][0-9]{5}|10[5-9][0-9]{4}|[0-9]{8,})$",
    textTransformations: [{ priority: 0, type: "NONE" }],
  },
};

const labelled: Statement = {
  labelMatchStatement: { scope: "NAMESPACE", key: "awswaf:managed:aws:core-rule-set:" },
};
