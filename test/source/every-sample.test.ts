/** Every sample by its tool's own headers, on the twin: what must hold of all tools. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { kinds } from "../../lambdas/domain/source/kinds/index.ts";
import { everySource, fetchedLead, posted, samples, secretOf } from "../sources/posted.ts";
import { signing } from "../sources/signing.ts";
import { aTool } from "./a-tool.ts";
import { sourcesOn } from "./pipeline.ts";

let tools: Awaited<ReturnType<typeof aTool>>;
beforeAll(async () => {
  tools = await aTool(({ url = "" }, response) => void response.writeHead(200).end(fetchedLead(url)));
});
afterAll(() => tools.stop());

/** No lead follows from these: a ping, a test, an event of another kind. */
const withoutLead = [
  "calendly-canceled",
  "google-ads-test",
  "hubspot-events",
  "linkedin-lead-gen-deleted",
  "meta-lead-ads-test",
];
const bringing = samples.filter(({ name }) => !withoutLead.includes(name));

const world = async () => {
  const sources = sourcesOn(everySource, {}, () => tools.origin);
  for (const { id, kind } of everySource) {
    const { proof, fetching } = kinds[kind];
    if (proof.by === "signed") await sources.addSecret(id, secretOf(kind));
    else await sources.addHashedSecret(id, secretOf(kind));
    if (fetching !== undefined) await sources.addSecret(id, "token", "token");
  }
  const send = async (request: ReturnType<typeof posted>) => {
    const { statusCode } = await sources.post(request.path, request.headers, request.body);
    return { statusCode, again: await sources.readAll() };
  };
  return { ...sources, send, at: Date.parse(sources.clock.now) };
};
const unread = (items: readonly Record<string, unknown>[]) => items.flatMap(({ because }) => because ?? []);
const submissionsIn = (items: readonly Record<string, unknown>[]) =>
  items.filter(({ sk }) => String(sk).startsWith("SUBMISSION#"));

describe.each(bringing)("what $kind sends ($name)", (sample) => {
  it("becomes a lead, with every word of it in the lead or beside", async () => {
    const { send, at, leads, arrivals, items } = await world();
    expect(await send(posted(sample, { at }))).toEqual({ statusCode: 200, again: 0 });
    expect(unread(arrivals())).toEqual([]);
    expect(leads().length).toBeGreaterThan(0);
    expect(submissionsIn(items())[0]).toMatchObject({ sourceId: sample.name, origin: `of-${sample.name}` });
  });

  it("is the same lead when it is sent twice, and when it is sent again a day later", async () => {
    const { send, at, clock, leads, items } = await world();
    await send(posted(sample, { at }));
    const [once, forms] = [leads().length, submissionsIn(items()).length];
    await send(posted(sample, { at }));
    expect([leads().length, submissionsIn(items()).length]).toEqual([once, forms]);
    clock.now = new Date(at + 86_400_000).toISOString();
    const again = await send(posted(sample, { at: at + 86_400_000 }));
    expect(again).toEqual({ statusCode: 200, again: 0 });
    expect(leads().length).toBe(once);
  });

  it("loses nothing when its encoding is broken: it is a lead, or listed", async () => {
    const { send, at, leads, arrivals } = await world();
    // ñ and ó as they are in Windows-1252, or bytes that are no text at all.
    const latin = (body: Buffer) => Buffer.from(body.toString().replace("demo", "demó"), "latin1");
    const torn = (body: Buffer) => Buffer.concat([body.subarray(0, body.length / 2), Buffer.from([0xff, 0xfe, 0xc3])]);
    for (const change of [latin, torn]) {
      const before = leads().length;
      const isRead = async () => {
        const { statusCode, again } = await send(posted(sample, { at, change }));
        return statusCode === 200 && again === 0;
      };
      // Google's key is in the body: torn, it proves nothing.
      if (sample.kind === "google-ads" && change === torn) continue;
      expect(await isRead()).toBe(true);
      expect(leads().length > before || unread(arrivals()).length > 0 || before > 0).toBe(true);
    }
  });

  it("is refused by another secret, and without one, and nothing of it is kept", async () => {
    const { post, at, items } = await world();
    const before = items().length;
    const wrong = posted(sample, { at, secret: "another" });
    const google = (body: Buffer) => Buffer.from(body.toString().replaceAll(secretOf("google-ads"), "another"));
    const request = sample.kind === "google-ads" ? posted(sample, { at, change: google }) : wrong;
    expect((await post(request.path, request.headers, request.body)).statusCode).toBe(401);
    const type = new Map(Object.entries(request.headers)).get("content-type") ?? "";
    const bare = `/sources/${sample.name}`;
    const none = sample.kind === "google-ads" ? Buffer.from("{}") : request.body;
    expect((await post(bare, { "content-type": type }, none)).statusCode).toBe(401);
    expect(items().filter(({ sk }) => !String(sk).startsWith("DAY#"))).toHaveLength(before);
  });
});

describe.each(signing.filter(([, minutes]) => minutes !== undefined))("an old signature of %s", (kind, minutes = 0) => {
  it("is refused, and a fresh one of the same body is taken", async () => {
    const { post, at } = await world();
    const sent = (millis: number) => {
      const { path, headers, body } = posted({ name: kind, kind }, { at: millis });
      return post(path, headers, body);
    };
    expect((await sent(at - (minutes + 1) * 60_000)).statusCode).toBe(401);
    expect((await sent(at)).statusCode).toBe(200);
  });
});

describe.each(samples.filter(({ name }) => withoutLead.includes(name)))("$name", (sample) => {
  it("is taken, and no lead follows", async () => {
    const { send, at, leads, arrivals } = await world();
    expect(await send(posted(sample, { at }))).toEqual({ statusCode: 200, again: 0 });
    expect([leads(), unread(arrivals())]).toEqual([[], []]);
  });
});
