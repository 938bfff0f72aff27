import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ask, mayTryAgain } from "../../web/board/data/api.ts";
import { BoardProblem, noAnswer } from "../../web/board/data/board-problem.ts";
import { posting, reading } from "../../web/board/data/board-request.ts";
import { pauseAfter } from "../../web/board/data/insist.ts";

interface Sent {
  readonly key: string | null;
  readonly body: unknown;
  readonly at: number;
}

type Reply = () => Response;
const busy =
  (retryAfter = "3"): Reply =>
  () =>
    new Response("{}", { status: 503, headers: { "retry-after": retryAfter } });
const lost: Reply = () => {
  throw new TypeError("failed to fetch");
};
const done: Reply = () => Response.json({ leadId: "l-1", said: { es: "Hecho", en: "Done" } });
const conflict: Reply = () => Response.json({ title: "The lead has changed" }, { status: 409 });

const answer = (version: number) => posting("leads/{leadId}/answer", { leadId: "l-1" }, { version, answer: "accept" });

describe("what a person does", () => {
  let sent: Sent[];
  let repeats: number;
  beforeEach(() => {
    sent = [];
    repeats = 0;
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"], now: 0 });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  /** An API that replies so, the last way for ever. */
  const replying = (...replies: Reply[]): void => {
    repeats = 0;
    vi.stubGlobal("fetch", async (_path: string, { headers, body }: RequestInit) => {
      sent.push({ key: new Headers(headers).get("idempotency-key"), body, at: Date.now() });
      const reply = replies[Math.min(repeats++, replies.length - 1)] ?? done;
      return reply();
    });
  };
  const settled = async <T>(asked: Promise<T>): Promise<T | BoardProblem> => {
    const result = asked.catch((fault: unknown) => {
      if (fault instanceof BoardProblem) return fault;
      throw fault;
    });
    await vi.runAllTimersAsync();
    return result;
  };
  const keys = () => new Set(sent.map(({ key }) => key));

  it("is sent with the same key until it is done, whatever happens on the way", async () => {
    replying(
      busy(),
      lost,
      () => new Response("<html>", { status: 200 }),
      () => new Response("", { status: 502 }),
      done,
    );
    expect(await settled(ask(answer(1)))).toMatchObject({ said: { en: "Done" } });
    expect([sent.length, keys().size]).toEqual([5, 1]);
    expect(sent[0]?.key).toMatch(/^[0-9a-f]{32}$/);
    expect(new Set(sent.map(({ body }) => body)).size).toBe(1);
  });

  it("waits as long as the API asks for, and not to the millisecond", async () => {
    replying(busy("7"), done);
    await settled(ask(answer(2)));
    const [first, second] = sent.map(({ at }) => at);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(7000);
    expect((second ?? 0) - (first ?? 0)).toBeLessThanOrEqual(7000 * 1.25);
  });

  it("is told as refused when it is refused, at once", async () => {
    replying(conflict);
    expect(await settled(ask(answer(3)))).toMatchObject({ status: 409 });
    expect(sent).toHaveLength(1);
  });

  it("is never told as failed while nobody knows, and is the same when the person sends it again", async () => {
    replying(lost);
    const fault = await settled(ask(answer(4)));
    expect(fault).toMatchObject({ said: { en: expect.stringContaining("may have been carried out") } });
    expect(Date.now()).toBeGreaterThan(120_000);
    replying(done);
    await settled(ask(answer(4)));
    expect(keys().size).toBe(1);
    await settled(ask(answer(4)));
    expect(keys().size).toBe(2);
  });

  it("comes after what was sent to the same address before, even while that is sent again", async () => {
    replying(busy(), done);
    const both = Promise.all([ask(answer(5)), ask(answer(6))]);
    await settled(both);
    expect(sent.map(({ body }) => JSON.parse(String(body)).version)).toEqual([5, 5, 6]);
  });

  it("what is only read is asked for once each time, without a key; who shows it asks again", async () => {
    replying(busy("4"));
    expect(await settled(ask(reading("pulse")))).toMatchObject({ status: 503, retryAfter: 4 });
    expect(sent).toMatchObject([{ key: null }]);
  });
});

describe("what is read", () => {
  const problem = (status: number, retryAfter?: number) => new BoardProblem(status, "", "", [], undefined, retryAfter);

  it("is read again while it may pass, and not for ever", () => {
    for (const fault of [noAnswer(), problem(429), problem(500), problem(503)]) {
      expect(mayTryAgain(4, fault)).toBe(true);
      expect(mayTryAgain(5, fault)).toBe(false);
    }
    for (const status of [400, 401, 403, 404, 409, 422]) expect(mayTryAgain(0, problem(status))).toBe(false);
  });

  it("after a pause that the API chooses, else twice as long each time, up to half a minute", () => {
    const within = (least: number, pause: number) => {
      expect(pause).toBeGreaterThanOrEqual(least);
      expect(pause).toBeLessThanOrEqual(least * 1.25);
    };
    within(5000, pauseAfter(0, problem(503, 5)));
    within(1000, pauseAfter(0, noAnswer()));
    within(4000, pauseAfter(2, noAnswer()));
    within(30_000, pauseAfter(9, noAnswer()));
    within(30_000, pauseAfter(0, problem(503, 3600)));
  });
});
