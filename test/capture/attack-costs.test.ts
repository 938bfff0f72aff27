/**
 * What one anonymous request can make us do, in operations of the table and in processor time: the real functions, on the
 * table in memory. Time is never asserted by itself: only against an ordinary body of the same length, in the same run.
 */
import { beforeEach, describe, expect, it } from "vitest";
import { signingKeys } from "../../lambdas/adapters/dynamo-signing-keys.ts";
import type { CaptureDependencies } from "../../lambdas/capture/capture-dependencies.ts";
import { postEngagement } from "../../lambdas/capture/post-engagement.ts";
import { postLead } from "../../lambdas/capture/post-lead.ts";
import { limits } from "../../lambdas/contract/limits.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { jsonSent } from "../../local/twin/requests.ts";
import { anAgreement } from "../builders/agreement.ts";
import { now } from "../builders/now.ts";

let asked: { reads: number; writes: number };
let deps: CaptureDependencies;
beforeEach(async () => {
  const table = dynamoTwin(async ({ writes }) => {
    asked[writes ? "writes" : "reads"]++;
  });
  asked = { reads: 0, writes: 0 };
  deps = { table, agreement: anAgreement(), siteOrigins: [], now: () => now, keyring: signingKeys(table) };
  await deps.keyring();
});

const costOf = async (act: () => Promise<unknown>): Promise<{ reads: number; writes: number }> => {
  asked = { reads: 0, writes: 0 };
  await act();
  return asked;
};

let forms = 0;
const send = (facts: object) => postLead(deps)(jsonSent("/leads", { email: `ines-${forms++}@x.example`, ...facts }));
const tell = (body: object) => postEngagement(deps)(jsonSent("/engagements", body));
const room = limits.formBytes - 500;
const filled = (text: string, bytes = room): string =>
  text.repeat(Math.max(1, Math.floor(bytes / (Buffer.byteLength(JSON.stringify(text)) - 2))));

describe("an anonymous request", () => {
  it("above 64 KB is 413, and never reaches the table", async () => {
    for (const ask of [send, tell]) {
      const cost = await costOf(async () => {
        expect((await ask({ message: "x".repeat(limits.formBytes) })).statusCode).toBe(413);
      });
      expect(cost).toEqual({ reads: 0, writes: 0 });
    }
  });

  it("of events that nobody agreed to costs no write, whatever reference it has", async () => {
    const { reference } = JSON.parse((await send({})).body);
    const events = Array.from({ length: limits.eventsPerRequest }, (_, i) => ({ kind: `made-up-${i}`, id: `${i}` }));
    const cost = await costOf(async () => {
      for (const by of [{ reference }, { reference: "1.forged.x" }, { visitorId: "visitor-0123456789ab" }])
        for (let i = 0; i < 10; i++) expect((await tell({ ...by, events })).statusCode).toBe(202);
    });
    expect(cost.writes).toBe(0);
  });

  it("with a forged reference costs no write even for agreed events", async () => {
    const events = [{ kind: "page-viewed", id: "1" }];
    const cost = await costOf(async () => {
      for (const reference of ["nobody", "1.forged.x", `1.${"x".repeat(250)}.y`])
        expect((await tell({ reference, events })).statusCode).toBe(202);
    });
    expect(cost.writes).toBe(0);
  });

  it("of a mailbox that is known costs no more than its first", async () => {
    const first = await costOf(() => send({ email: "known@x.example" }));
    for (let i = 0; i < 13; i++) {
      const again = await costOf(() => send({ email: "Known@X.example", consent: "news", name: `Somebody ${i}` }));
      expect(again.writes).toBeLessThanOrEqual(first.writes);
    }
  });
});

describe("64 KB of evil Unicode", () => {
  const evil: Readonly<Record<string, string>> = {
    "alternating marks": "\u0300\u0323",
    "marks on letters": `a${"\u0300\u0323".repeat(40)}`,
    "ligatures that unfold": "\ufdfa",
    "zero-width characters": "\u200b\u200d",
    "lone surrogates": "\ud800",
    "right-to-left marks": "\u202eabc\u202c",
    markup: "<a href=//x>",
    "addresses in a name": "a@b.es,",
  };

  /** A field that is too long, one that is cut, one that nobody knows, and as many as there may be. */
  const shapes: readonly ((text: string) => object)[] = [
    (text) => ({ name: filled(text) }),
    (text) => ({ message: filled(text) }),
    (text) => ({ x: filled(text) }),
    (text) => Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`field ${i}`, filled(text, room / 200 - 20)])),
  ];

  /** Processor time of one form, the least of several runs: others use this machine, too. */
  const workOf = async (facts: object): Promise<number> => {
    let least = Number.POSITIVE_INFINITY;
    for (let run = 0; run < 6; run++) {
      const before = process.cpuUsage();
      const { statusCode } = await send(facts);
      expect([202, 422]).toContain(statusCode);
      const { user, system } = process.cpuUsage(before);
      least = Math.min(least, user + system);
    }
    return least;
  };

  it.each(Object.entries(evil))(
    "(%s) costs at most a small multiple of plain words, and no write more than a short form",
    async (_, text) => {
      for (const shape of shapes) {
        const [plain, bad] = [shape("words and "), shape(text)];
        await send(plain);
        const [ordinary, work] = [await workOf(plain), await workOf(bad)];
        expect(work / ordinary).toBeLessThan(8);
        const [usual, other] = [await costOf(() => send({})), await costOf(() => send(bad))];
        expect(other.writes).toBeLessThanOrEqual(usual.writes);
      }
    },
  );
});
