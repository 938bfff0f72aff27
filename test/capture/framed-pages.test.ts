import { describe, expect, it } from "vitest";
import { signingKeys } from "../../lambdas/adapters/dynamo-signing-keys.ts";
import { postLead } from "../../lambdas/capture/post-lead.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { anAgreement } from "../builders/agreement.ts";
import { now } from "../builders/now.ts";

const sites = ["https://www.anaquel.example", "https://tienda.anaquel.example"];

/** The response to a form that a browser posts. */
const posted = (fields: Record<string, string>) => {
  const table = dynamoTwin();
  const agreement = anAgreement();
  const deps = { table, agreement, siteOrigins: sites, now: () => now, keyring: signingKeys(table) };
  return postLead(deps)({
    rawPath: "/leads",
    headers: { "content-type": "application/x-www-form-urlencoded", accept: "text/html" },
    requestContext: { requestId: "request-1", http: { method: "POST" } },
    body: new URLSearchParams(fields).toString(),
  });
};

describe("a form in a frame on a site of the agreement", () => {
  it.each([
    ["the thanks", 200, { email: "lucia@almacenes.example" }],
    ["what is wrong with it", 422, { email: "nobody" }],
  ])("is shown %s there, and nowhere else", async (_, status, fields) => {
    const { statusCode, headers } = await posted(fields);
    expect(statusCode).toBe(status);
    const policy = headers["content-security-policy"]?.split("; ");
    expect(policy).toContain(`frame-ancestors ${sites.join(" ")}`);
    expect(headers["x-frame-options"]).toBeUndefined();
  });
});
