import { afterEach, describe, expect, it, vi } from "vitest";
import { ask } from "../../web/board/data/api.ts";
import { lookingFor, posting, reading } from "../../web/board/data/board-request.ts";

describe("a request of the board", () => {
  it("fills the path's parts in, asks the rest in the query, and leaves out what is empty", () => {
    expect(reading("me").path).toBe("me");
    expect(reading("leads/{leadId}", { leadId: "a/b" }).path).toBe("leads/a%2Fb");
    expect(lookingFor("años & más")).toMatchObject({ path: "search", body: { q: "años & más" }, isRead: true });
    expect(reading("columns/{stage}", { stage: "won", owner: "ana", overdue: "1", cursor: "" }).path).toBe(
      "columns/won?owner=ana&overdue=1",
    );
    const parts = { week: "2026-W48", decisionId: "d-1" };
    const request = posting("meetings/{week}/decisions/{decisionId}", parts, { held: true });
    expect(request).toMatchObject({ path: "meetings/2026-W48/decisions/d-1", body: { held: true } });
  });

  it("does not compile with a path, a method, a part or a body that the API does not have", () => {
    const wrong = () => [
      // @ts-expect-error: there is no such path
      reading("leeds"),
      // @ts-expect-error: this is read, not posted
      posting("wins", {}, {}),
      // @ts-expect-error: a lead has an id
      reading("leads/{leadId}"),
      // @ts-expect-error: what people type stands in no address
      reading("search", { q: "ana" }),
      // @ts-expect-error: a decision is a text and its owner
      posting("meetings/{week}/decisions", { week: "2026-W48" }, { held: true }),
    ];
    expect(wrong).toBeTypeOf("function");
  });
});

describe("a response", () => {
  afterEach(() => vi.unstubAllGlobals());
  const answered = (body: unknown) => vi.stubGlobal("fetch", async () => new Response(JSON.stringify(body)));

  it("is what the contract says", async () => {
    const pulse = { stages: { won: { count: 2, pulse: "1.7" } }, asOf: "2026-11-24T09:00:00.000Z" };
    answered(pulse);
    expect(await ask(reading("pulse"))).toEqual(pulse);
  });

  it("or a problem that the page shows, with what of it is not as agreed", async () => {
    answered({ stages: { won: { count: "two", pulse: "1.7" } } });
    await expect(ask(reading("pulse"))).rejects.toMatchObject({
      name: "BoardProblem",
      status: 200,
      detail: "pulse: stages.won.count, asOf",
    });
  });
});
