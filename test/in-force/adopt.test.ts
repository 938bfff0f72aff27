import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { beforeEach, describe, expect, it } from "vitest";
import { inForceWrite, readInForce, readTerms, versionAt } from "../../lambdas/adapters/dynamo-agreement-in-force.ts";
import { readAgreementVersions } from "../../lambdas/adapters/dynamo-agreement-versions.ts";
import { put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { readWalk } from "../../lambdas/adapters/dynamo-walks.ts";
import { compileText, idOfTerms } from "../../lambdas/agreement/compile-text.ts";
import type { KeptTerms } from "../../lambdas/contract/agreement-explained.ts";
import { limits } from "../../lambdas/contract/limits.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { adopt } from "../../lambdas/in-force/adopt.ts";
import { adoptAtDeploy } from "../../lambdas/in-force/adopt-at-deploy.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { daysFromNow, now } from "../builders/now.ts";

const termsOf = (text: string): KeptTerms => {
  const compiled = compileText(text);
  if (!compiled.ok) throw new Error("the shipped agreement has mistakes");
  return compiled.terms;
};
const text = readFileSync("agreement.yaml", "utf8");
const first = termsOf(text);
const second = termsOf(text.replace(/wonPerQuarter: \d+/, "wonPerQuarter: 77"));

let table: ReturnType<typeof dynamoTwin>;
let proposed: string[];
const at = (when: string) => ({
  table,
  now: () => when,
  propose: async ({ agreement }: KeptTerms) => {
    proposed.push(agreement.version);
    return "p-1";
  },
});
beforeEach(() => {
  table = dynamoTwin();
  proposed = [];
});
/** Both departments have signed it. */
const signed = async () => {
  const inForce = await readInForce(table);
  if (inForce === undefined) throw new Error("no agreement is in force");
  await transact(table, [inForceWrite(table, inForce, { current: { ...inForce.current, signed: true } })]);
};
const heldAt = async (when: string) => {
  const inForce = await readInForce(table);
  return inForce && versionAt(inForce, when);
};

describe("the agreement that a deployment brings", () => {
  it("is in force when there was none", async () => {
    expect(await adopt(at(now), first)).toMatchObject({ is: "in-force", version: { number: 1, since: now } });
    const kept = await heldAt(now);
    expect(await readTerms(table, kept?.termsId ?? "")).toEqual(first);
    expect(await readAgreementVersions(table, 9)).toMatchObject([
      { number: 1, since: now, terms: first.agreement.terms },
    ]);
  });

  it("changes nothing when it is the one in force", async () => {
    await adopt(at(now), first);
    const before = table.items();
    expect(await adopt(at(daysFromNow(3)), first)).toMatchObject({
      is: "unchanged",
      version: { number: 1, since: now },
    });
    expect(table.items()).toEqual(before);
  });

  it("keeps its new comments without another version", async () => {
    await adopt(at(now), first);
    const commented = termsOf(`# As agreed in the spring\n${text}`);
    expect(await adopt(at(daysFromNow(1)), commented)).toMatchObject({ is: "unchanged", version: { number: 1 } });
    expect((await readTerms(table, (await heldAt(daysFromNow(1)))?.termsId ?? "")).text).toBe(commented.text);
  });

  it("comes into force while nobody has signed on the board, once every function knows it", async () => {
    await adopt(at(now), first);
    const since = new Date(Date.parse(daysFromNow(1)) + limits.agreementNoticeSeconds * 1000).toISOString();
    expect(await adopt(at(daysFromNow(1)), second)).toMatchObject({ is: "in-force", version: { number: 2, since } });
    expect(await heldAt(daysFromNow(1))).toMatchObject({ number: 1 });
    expect(await heldAt(since)).toMatchObject({ number: 2, version: second.agreement.version });
    expect(await readWalk(table, 2)).toMatchObject({ to: idOfTerms(second), dueAt: since, turn: 0 });
    // The next deployment, before it holds, brings a third one.
    const third = termsOf(text.replace(/wonPerQuarter: \d+/, "wonPerQuarter: 78"));
    const soon = new Date(Date.parse(daysFromNow(1)) + 1000).toISOString();
    expect(await adopt(at(soon), third)).toMatchObject({ is: "in-force", version: { number: 2 } });
    expect((await readWalk(table, 2))?.to).toBe(idOfTerms(third));
    const kept = await readAgreementVersions(table, 9);
    expect(kept.map(({ number, version }) => [number, version])).toEqual([
      [2, third.agreement.version],
      [1, first.agreement.version],
    ]);
  });

  it("is only proposed once both have signed on the board", async () => {
    await adopt(at(now), first);
    await signed();
    const adopted = await adopt(at(daysFromNow(1)), second);
    expect(adopted).toMatchObject({ is: "proposed", proposalId: "p-1", version: { number: 1 } });
    expect(proposed).toEqual([second.agreement.version]);
    expect(await heldAt(daysFromNow(9))).toMatchObject({ number: 1, version: first.agreement.version });
  });

  it("has the signed one compiled by the new release's rules", async () => {
    // What another release made of the same text.
    const older = { ...first, agreement: { ...first.agreement, holidays: ["2026-01-01"] } };
    await adopt(at(now), older);
    await signed();
    await adopt(at(daysFromNow(1)), second);
    const kept = await heldAt(daysFromNow(1));
    expect(kept).toMatchObject({ number: 1, since: now, signed: true });
    expect(await readTerms(table, kept?.termsId ?? "")).toEqual(first);
  });

  it("counts on from the versions that a release before has stored without a number", async () => {
    const kept = [-9, -5].map((days) => {
      const version = days === -9 ? "a" : first.agreement.version;
      const since = daysFromNow(days);
      return put(table, version, { ...keys.agreementVersion(since), version, since, terms: gzipSync("{}") });
    });
    await transact(table, kept);
    expect(await adopt(at(now), first)).toMatchObject({ version: { number: 2, since: daysFromNow(-5) } });
    expect(await adopt(at(now), second)).toMatchObject({ version: { number: 3 } });
  });

  it("comes into force once when two deployments do it at once", async () => {
    const both = await Promise.all([adopt(at(now), first), adopt(at(now), first)]);
    expect(both.map(({ version }) => version.number)).toEqual([1, 1]);
    expect(await readAgreementVersions(table, 9)).toHaveLength(1);
  });
});

describe("the deployment's step", () => {
  const request = {
    RequestType: "Create",
    ResponseURL: "https://cloudformation.example/response",
    StackId: "stack",
    RequestId: "r-1",
    LogicalResourceId: "Adopted",
  };
  const step = async (event: object, brought = text) => {
    const said: { url: string; body: Record<string, unknown> }[] = [];
    await adoptAtDeploy({
      ...at(now),
      text: () => brought,
      respond: async (url, body) => {
        said.push({ url, body: JSON.parse(body) });
      },
    })(event);
    expect(said).toHaveLength(1);
    return said[0]?.body;
  };

  it("says in the output what became of it", async () => {
    const said = await step(request);
    expect(said).toMatchObject({ Status: "SUCCESS", RequestId: "r-1", LogicalResourceId: "Adopted" });
    expect(said?.Data).toEqual({
      Says: `version 1 (${first.agreement.version}) is in force since ${now}: the file of this deployment`,
    });
  });

  it("keeps its name at an update, and leaves the agreement when the stack is deleted", async () => {
    await step(request);
    const update = { ...request, RequestType: "Update", PhysicalResourceId: "the-agreement" };
    expect(await step(update)).toMatchObject({ PhysicalResourceId: "the-agreement", Status: "SUCCESS" });
    expect(await step({ ...update, RequestType: "Delete" })).toMatchObject({ Status: "SUCCESS" });
    expect(await heldAt(now)).toMatchObject({ number: 1 });
  });

  it("fails the deployment with the reason", async () => {
    expect(await step(request, "company: nothing")).toMatchObject({
      Status: "FAILED",
      Reason: expect.stringContaining("agreement.yaml"),
    });
  });
});
