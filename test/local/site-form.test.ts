import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { postUntilAnswered } from "../../web/site/assets/sending.js";

describe("the sample site's form", () => {
  const headers = { "idempotency-key": "k-1" };
  let sent: { at: number; key: string | null; body: unknown }[];
  let busy: number;
  beforeEach(() => {
    [sent, busy] = [[], 0];
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"], now: 0 });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  const posted = async (...replies: (() => Response)[]) => {
    vi.stubGlobal("fetch", async (_address: string, init: RequestInit) => {
      const reply = replies[Math.min(sent.length, replies.length - 1)];
      sent.push({ at: Date.now(), key: new Headers(init.headers).get("idempotency-key"), body: init.body });
      if (reply === undefined) throw new TypeError("no reply");
      return reply();
    });
    const answer = postUntilAnswered("/leads", "{}", headers, () => {
      busy++;
    });
    await vi.runAllTimersAsync();
    return answer;
  };
  const lost = (): Response => {
    throw new TypeError("failed to fetch");
  };
  const turnedAway = () => Response.json({ status: 503 }, { status: 503, headers: { "retry-after": "5" } });
  const taken = () => Response.json({ reference: "r-1" }, { status: 202 });

  it("is sent with the same key until it is taken in, whatever happens on the way", async () => {
    const reset = () => new Response("Service Unavailable", { status: 503 });
    expect(await posted(turnedAway, lost, reset, taken)).toMatchObject({ ok: true, said: { reference: "r-1" } });
    expect([sent.length, busy, new Set(sent.map(({ key, body }) => `${key} ${body}`)).size]).toEqual([4, 3, 1]);
  });

  it("waits as long as the API asks for", async () => {
    await posted(turnedAway, taken);
    expect(sent[1]?.at).toBeGreaterThanOrEqual(5000);
    expect(sent[1]?.at).toBeLessThanOrEqual(6250);
  });

  it("is refused at once when it is refused", async () => {
    expect(await posted(() => Response.json({ detail: "x" }, { status: 422 }))).toMatchObject({ status: 422 });
    expect(sent).toHaveLength(1);
  });

  it("is left to the person after a minute and a half", async () => {
    expect(await posted(lost)).toBeUndefined();
    expect(Date.now()).toBeLessThanOrEqual(90_000);
    expect(sent.length).toBeGreaterThan(4);
  });
});
