import { randomUUID } from "node:crypto";
import { paginateScan } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { describe, expect, it } from "vitest";
import { main as smoke } from "../../bin/smoke.ts";
import { signatureHeaders } from "../../docs/examples/crm.ts";
import { isSmokeId } from "../../lambdas/contract/smoke.ts";
import { typed } from "./command.ts";
import { dynamo, everyMail, leadIdOf, leadNow, outputs, post } from "./pipeline.ts";

const everything = async () => {
  const items: Record<string, unknown>[] = [];
  for await (const page of paginateScan(
    { client: dynamo },
    { TableName: outputs.stack.TableName, ConsistentRead: true },
  ))
    items.push(...(page.Items ?? []).map((item) => unmarshall(item)));
  return items;
};

describe("npm run smoke", () => {
  it("sees one lead through the deployed pipeline, and leaves nothing of it", async () => {
    const said = await typed(smoke);
    const steps = said.trimEnd().split("\n");
    const [, leadId = ""] = /\(lead (smoke-\w+)\)\.$/.exec(steps.at(-1) ?? "") ?? [];
    expect(steps.slice(0, -1).map((line) => line.slice(0, 4))).toEqual(Array(9).fill("ok  "));
    expect(steps.at(-1)).toContain("all worked");
    const items = await everything();
    expect(items.filter((item) => JSON.stringify(item).includes(leadId)).map(({ pk }) => pk)).toEqual(["ERASURE"]);
    const counters = items.filter(({ pk }) => String(pk).startsWith("COUNTER#"));
    expect(counters.filter(({ sk }) => ["rep#smoke-rep", "source#smoke"].includes(String(sk)))).toEqual([]);
    const mails = (await everyMail()).filter((mail) => JSON.stringify(mail).includes("Smoke test"));
    expect(mails.length).toBeGreaterThan(0);
    expect(new Set(mails.flatMap(({ to }) => to))).toEqual(new Set(["success+smoke-rep@simulator.amazonses.com"]));
  });

  it("is nothing that somebody could pretend to be: a forged mark makes a lead like any other", async () => {
    const email = `forged.${randomUUID().slice(0, 8)}@forger.example`;
    const body = { email, name: "Smoke test", utm_source: "smoke" };
    const forged = { id: `smoke-${randomUUID()}`, secret: "guessed" };
    const response = await post("/leads", body, signatureHeaders(forged, "POST", "/leads", JSON.stringify(body)));
    expect(response.status).toBe(202);
    const lead = await leadNow(await leadIdOf(email));
    expect([isSmokeId(lead.leadId), lead.override]).toEqual([false, undefined]);
  });
});
