/** Leads that a tool sends by their id only, fetched from a server that stands for its own. */
import { readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readUnread } from "../../lambdas/adapters/dynamo-arrivals.ts";
import { hmac } from "../../lambdas/domain/source/hmac.ts";
import { sweepSources } from "../../lambdas/wake/sweep-sources.ts";
import { sampleOf } from "../sources/sample.ts";
import { aTool } from "./a-tool.ts";
import { aSource, sourcesOn } from "./pipeline.ts";

const lead = readFileSync(new URL("../sources/meta-lead-ads-lead.json", import.meta.url), "utf8");
const body = Buffer.from(sampleOf("meta-lead-ads").body).toString();
const [appSecret, token] = ["app-secret", "page-token"];
const signed = {
  "content-type": "application/json",
  "x-hub-signature-256": `sha256=${hmac("sha256", appSecret, body, "hex")}`,
};

let graph: Awaited<ReturnType<typeof aTool>>;
/** What the graph answers next; the last one stays. */
let answers: ((response: ServerResponse) => void)[];
const ok = (response: ServerResponse) => void response.writeHead(200, { "content-type": "application/json" }).end(lead);
const status = (code: number, json: object) => (response: ServerResponse) =>
  void response.writeHead(code, { "content-type": "application/json" }).end(JSON.stringify(json));

beforeEach(async () => {
  answers = [ok];
  graph = await aTool((_, response) => ((answers.length > 1 ? answers.shift() : answers[0]) ?? ok)(response));
});
afterEach(() => graph.stop());

const withMeta = async () => {
  const meta = sourcesOn([aSource({ id: "meta", kind: "meta-lead-ads", origin: "meta-ads" })], {}, () => graph.origin);
  await meta.addSecret("meta", appSecret);
  return meta;
};
const unread = async ({ table, clock }: Awaited<ReturnType<typeof withMeta>>) =>
  (await readUnread(table, "meta", { most: 10, until: clock.now })).map(({ because }) => because);
const minutesLater = (meta: Awaited<ReturnType<typeof withMeta>>, minutes: number) => {
  meta.clock.now = new Date(Date.parse(meta.clock.now) + minutes * 60_000).toISOString();
};

describe("a lead ad", () => {
  it("is fetched with the token, which is in no address and in no item, and becomes a lead", async () => {
    const meta = await withMeta();
    await meta.addSecret("meta", token, "token");
    expect((await meta.post("/sources/meta", signed, body)).statusCode).toBe(200);
    expect(await meta.readAll()).toBe(0);
    expect(meta.leads()).toHaveLength(1);
    expect(meta.leads()[0]).toMatchObject({ email: expect.stringContaining("@"), cycle: 1 });
    expect(graph.asked.map(({ url }) => url).join(" ")).not.toContain(token);
    expect(graph.asked[0]?.headers.authorization).toContain(token);
    expect(JSON.stringify(meta.items())).not.toContain(token);
  });

  it("is asked for again when it passes by itself, and is one lead however often it is sent", async () => {
    const meta = await withMeta();
    await meta.addSecret("meta", token, "token");
    answers = [status(500, {}), status(429, {}), ok];
    for (let i = 0; i < 2; i++) await meta.post("/sources/meta", signed, body);
    expect(await meta.readAll()).toBe(0);
    expect(meta.leads()).toHaveLength(1);
    expect(meta.items().filter(({ sk }) => String(sk).startsWith("SUBMISSION#"))).toHaveLength(1);
  });

  it("waits in the queue while the tool does not answer, then for people; and is fetched by itself once it does", async () => {
    const meta = await withMeta();
    await meta.addSecret("meta", token, "token");
    answers = [status(503, {})];
    await meta.post("/sources/meta", signed, body);
    expect(await meta.readAll()).toBe(1);
    expect(await unread(meta)).toEqual([]);
    minutesLater(meta, 11);
    expect(await meta.readAgain()).toBe(0);
    expect(await unread(meta)).toEqual(["tool-unreachable"]);
    answers = [ok];
    meta.clock.now = `${meta.clock.now.slice(0, 14)}07:00.000Z`;
    minutesLater(meta, 60);
    await sweepSources(meta.table, meta.world.agreement, meta.clock.now, () => {});
    expect(await meta.readAll()).toBe(0);
    expect(await unread(meta)).toEqual([]);
    expect(meta.leads()).toHaveLength(1);
  });

  it.each([
    ["no-token", undefined, ok],
    ["token-refused", token, status(400, { error: { code: 190, message: "Error validating access token" } })],
    ["lead-gone", token, status(400, { error: { code: 100, error_subcode: 33, message: "Unsupported get request" } })],
    ["other-shape", token, status(200, [])],
  ])("that cannot be fetched is kept with the reason: %s", async (because, key, answer) => {
    const meta = await withMeta();
    if (key !== undefined) await meta.addSecret("meta", key, "token");
    answers = [answer];
    await meta.post("/sources/meta", signed, body);
    expect(await meta.readAll()).toBe(0);
    expect(await unread(meta)).toEqual([because]);
    expect(meta.leads()).toEqual([]);
  });

  it("is fetched with the next token when one has ended", async () => {
    const meta = await withMeta();
    await meta.addSecret("meta", "old", "token", meta.clock.now);
    await meta.addSecret("meta", token, "token");
    await meta.post("/sources/meta", signed, body);
    await meta.readAll();
    expect(meta.leads()).toHaveLength(1);
    expect(graph.asked.every(({ headers }) => headers.authorization?.includes(token))).toBe(true);
  });
});

describe("a token near its end", () => {
  const ringsAt = async (minute: string, ...untils: (string | undefined)[]) => {
    const meta = await withMeta();
    for (const until of untils) await meta.addSecret("meta", token, "token", until);
    let rung = 0;
    await sweepSources(meta.table, meta.world.agreement, `2026-03-10T09:${minute}:00.000Z`, () => {
      rung += 1;
    });
    return rung;
  };

  it("rings once an hour, two weeks before it, and when it has ended", async () => {
    expect(await ringsAt("07", "2026-03-20")).toBe(1);
    expect(await ringsAt("07", "2026-03-01")).toBe(1);
    expect(await ringsAt("08", "2026-03-20")).toBe(0);
    expect(await ringsAt("07", "2026-04-20")).toBe(0);
    expect(await ringsAt("07", undefined)).toBe(0);
  });

  it("is silent once there is a newer one beside it", async () => {
    expect(await ringsAt("07", "2026-03-20", "2026-09-20")).toBe(0);
    expect(await ringsAt("07", "2026-03-20", "2026-03-21")).toBe(1);
  });
});

describe("the tool's question whether we are who we say", () => {
  it("is answered with its own text when it knows the agreed word, and with nothing else", async () => {
    const meta = await withMeta();
    await meta.addSecret("meta", "agreed-word", "challenge");
    const ask = (word: string, challenge: string) =>
      meta.post(`/sources/meta?hub.mode=subscribe&hub.verify_token=${word}&hub.challenge=${challenge}`, {}, "", "GET");
    expect(await ask("agreed-word", "1158201444")).toMatchObject({ statusCode: 200, body: "1158201444" });
    expect((await ask("another", "1158201444")).statusCode).toBe(403);
    expect((await ask("agreed-word", "<script>")).statusCode).toBe(403);
    expect((await meta.post("/sources/meta", {}, "", "GET")).statusCode).toBe(405);
  });
});
