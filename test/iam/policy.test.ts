import { describe, expect, it } from "vitest";
import { isAllowed, StatementSchema } from "./policy.ts";

const table = "arn:aws:dynamodb:us-east-1:000000000000:table/Leads";
const keys = "dynamodb:LeadingKeys";
const leadsOnly = {
  Effect: "Allow" as const,
  Action: ["dynamodb:GetItem", "dynamodb:Query"],
  Resource: table,
  Condition: { "ForAllValues:StringLike": { [keys]: ["LEAD#*", "WAITING"] }, Null: { [keys]: "false" } },
};
const read = (context: Record<string, string[]>, action = "dynamodb:GetItem", resource = table) => ({
  action,
  resource,
  context,
});

describe("a permission of some partitions", () => {
  it.each([
    [["LEAD#1"], true],
    [["WAITING"], true],
    [["LEAD#1", "LEAD#2"], true],
    [["WAITING#1"], false],
    [["API-KEY"], false],
    [["LEAD#1", "API-KEY"], false],
  ])("%j: %s", (leading, allowed) => {
    expect(isAllowed([leadsOnly], read({ [keys]: leading }))).toBe(allowed);
  });

  it("is none of a request that names no partition, such as a scan", () => {
    expect(isAllowed([leadsOnly], read({}))).toBe(false);
    const { Null: _, ...unguarded } = leadsOnly.Condition;
    expect(isAllowed([{ ...leadsOnly, Condition: unguarded }], read({}))).toBe(true);
  });

  it("is none of another action or resource", () => {
    const context = { [keys]: ["LEAD#1"] };
    expect(isAllowed([leadsOnly], read(context, "dynamodb:PutItem"))).toBe(false);
    expect(isAllowed([leadsOnly], read(context, "dynamodb:GetItem", `${table}/index/board`))).toBe(false);
    expect(isAllowed([leadsOnly], read(context, "dynamodb:getitem"))).toBe(true);
  });
});

describe("the language", () => {
  const allow = { Effect: "Allow" as const, Action: "sqs:*", Resource: "arn:aws:sqs:*" };
  const request = { action: "sqs:SendMessage", resource: "arn:aws:sqs:eu-west-1:1:Queue", context: {} };

  it("knows wildcards", () => {
    expect(isAllowed([allow], request)).toBe(true);
    expect(isAllowed([{ ...allow, Resource: "arn:aws:sqs:eu-west-?:1:Queue" }], request)).toBe(true);
    expect(isAllowed([{ ...allow, Resource: "arn.aws:sqs:*" }], request)).toBe(false);
  });

  it("lets a Deny win", () => {
    const insecure = { Bool: { "aws:SecureTransport": "false" } };
    const deny = { ...allow, Effect: "Deny" as const, Condition: insecure };
    expect(isAllowed([allow, deny], request)).toBe(true);
    expect(isAllowed([allow, deny], { ...request, context: { "AWS:SecureTransport": ["false"] } })).toBe(false);
  });

  it("asks every condition, and one of the values of each", () => {
    const Condition = {
      StringEquals: { "ses:FromAddress": ["a@b.example", "c@d.example"] },
      StringLike: { tag: "x*" },
    };
    const by = (context: Record<string, string[]>) => isAllowed([{ ...allow, Condition }], { ...request, context });
    expect(by({ "ses:FromAddress": ["c@d.example"], tag: ["xyz"] })).toBe(true);
    expect(by({ "ses:FromAddress": ["c@d.example"], tag: ["yz"] })).toBe(false);
    expect(by({ tag: ["xyz"] })).toBe(false);
  });

  it("refuses to judge what it does not know", () => {
    const Condition = { IpAddress: { "aws:SourceIp": "10.0.0.0/8" } };
    expect(() => isAllowed([{ ...allow, Condition }], request)).toThrow("IpAddress");
    expect(StatementSchema.safeParse({ Effect: "Allow", NotAction: "sqs:*", Resource: "*" }).success).toBe(false);
  });
});
