import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { session } from "../../lambdas/board/session.ts";
import type { Sessions, SignInOutcome } from "../../lambdas/domain/board/session/session-response.ts";

const publicUrl = "https://leads.example.com";
const tokens = { is: "signed-in", accessToken: "access", refreshToken: "refresh", expiresInSeconds: 300 } as const;

/** A directory with one user, who has a password already or is at the first sign-in. */
const directory = (over: Partial<Sessions> = {}) => {
  const revoked: string[] = [];
  const sessions: Sessions = {
    signIn: async (user, password): Promise<SignInOutcome> =>
      user === "marta" && password === "Secreto-y-largo-1" ? tokens : { is: "refused" },
    setPassword: async (key) => (key === "marta:key" ? tokens : { is: "refused" }),
    refresh: async (token) =>
      token === "refresh" && !revoked.includes(token)
        ? { is: "refreshed", accessToken: "newer", expiresInSeconds: 300 }
        : { is: "refused" },
    revoke: async (token) => void revoked.push(token),
    ...over,
  };
  return { revoked, answer: session({ sessions, publicUrl }) };
};

interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly cookies?: string[];
}

const event = ({ method = "POST", path = "", body = {}, headers = {}, cookies = [] }: Asked) => ({
  rawPath: `/board/session${path}`,
  headers: { "content-type": "application/json", "sec-fetch-site": "same-origin", ...headers },
  cookies,
  requestContext: { requestId: "r", http: { method } },
  body: JSON.stringify(body),
});

const AnswerSchema = z.object({
  statusCode: z.int(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  cookies: z._default(z.array(z.string()), []),
});

const ask = async (answer: ReturnType<typeof session>, asked: Asked) => AnswerSchema.parse(await answer(event(asked)));

const marta = { user: "marta", password: "Secreto-y-largo-1" };
const cookies = ["__Secure-smarketing-session=refresh"];

describe("the session of the board", () => {
  it("gives the access token to the page, and the refresh token to the browser alone", async () => {
    const { statusCode, body, headers, cookies: set } = await ask(directory().answer, { body: marta });
    expect(statusCode).toBe(200);
    expect(JSON.parse(body)).toEqual({ is: "signed-in", accessToken: "access", expiresInSeconds: 300 });
    expect(headers["cache-control"]).toBe("no-store");
    expect(set).toEqual([expect.stringMatching(/^__Secure-smarketing-session=refresh; .*HttpOnly/)]);
  });

  it("gives the same response to an unknown user and a wrong password, and sets no cookie", async () => {
    const { answer } = directory();
    const unknown = await ask(answer, { body: { ...marta, user: "nobody" } });
    const mistyped = await ask(answer, { body: { ...marta, password: "other" } });
    expect(unknown).toEqual(mistyped);
    expect(unknown).toMatchObject({ statusCode: 401, cookies: [] });
  });

  it("asks for a new and strong password at the first sign-in", async () => {
    const { answer } = directory({ signIn: async () => ({ is: "new-password-needed", session: "marta:key" }) });
    const first = await ask(answer, { body: marta });
    expect([first.statusCode, JSON.parse(first.body)]).toEqual([
      200,
      { is: "new-password-needed", session: "marta:key" },
    ]);
    const own = (password: string, key = "marta:key") =>
      ask(answer, { path: "/password", body: { user: "marta", password, session: key } });
    expect(await own("corta")).toMatchObject({ statusCode: 422, cookies: [] });
    expect(await own("Propia-y-larga-2", "another")).toMatchObject({ statusCode: 401 });
    expect(await own("Propia-y-larga-2")).toMatchObject({
      statusCode: 200,
      cookies: [expect.stringContaining("=refresh;")],
    });
  });

  it("gives a new access token for the cookie, until the sign-out", async () => {
    const { answer, revoked } = directory();
    const again = { path: "/refresh", cookies };
    expect(JSON.parse((await ask(answer, again)).body)).toMatchObject({ accessToken: "newer" });
    const out = await ask(answer, { method: "DELETE", cookies });
    expect(out).toMatchObject({
      statusCode: 204,
      cookies: [expect.stringMatching(/^__Secure-smarketing-session=; Max-Age=0/)],
    });
    expect(revoked).toEqual(["refresh"]);
    const over = await ask(answer, again);
    expect(over).toMatchObject({ statusCode: 401, cookies: [expect.stringContaining("Max-Age=0")] });
  });

  it("has nothing to refresh or to end without a cookie", async () => {
    const { answer, revoked } = directory();
    expect(await ask(answer, { path: "/refresh" })).toMatchObject({ statusCode: 401, cookies: [] });
    expect(await ask(answer, { method: "DELETE" })).toMatchObject({ statusCode: 204 });
    expect(revoked).toEqual([]);
  });

  it("takes for a token what can be one only: anything else in the cookie is cleared, and asked of no one", async () => {
    const { answer, revoked } = directory();
    const garbage = ["__Secure-smarketing-session=<script>"];
    expect(await ask(answer, { path: "/refresh", cookies: garbage })).toMatchObject({ statusCode: 401 });
    const out = await ask(answer, { method: "DELETE", cookies: garbage });
    expect(out).toMatchObject({ statusCode: 204, cookies: [expect.stringMatching(/Max-Age=0/)] });
    expect(revoked).toEqual([]);
  });

  it("says when to retry while the directory is throttled", async () => {
    const { answer } = directory({
      signIn: async () => ({ is: "too-many" }),
      refresh: async () => ({ is: "too-many" }),
    });
    for (const asked of [{ body: marta }, { path: "/refresh", cookies }]) {
      const { statusCode, headers, cookies: set } = await ask(answer, asked);
      expect([statusCode, headers["retry-after"], set]).toEqual([429, "5", []]);
    }
  });

  it("is not for other sites, forms, or addresses that there are not", async () => {
    const { answer, revoked } = directory();
    const status = async (asked: Asked) => (await ask(answer, asked)).statusCode;
    expect(await status({ body: marta, headers: { "sec-fetch-site": "cross-site" } })).toBe(403);
    expect(await status({ method: "DELETE", cookies, headers: { "sec-fetch-site": "same-site" } })).toBe(403);
    expect(revoked).toEqual([]);
    expect(await status({ body: marta, headers: { "content-type": "text/plain" } })).toBe(415);
    expect(await status({ path: "/refresh", cookies, headers: { "content-type": "application/jsonx" } })).toBe(415);
    expect(await status({ path: "/else" })).toBe(404);
    expect(await status({ body: { user: "marta" } })).toBe(400);
    expect(await status({ body: { user: "m".repeat(10_000), password: "p" } })).toBe(400);
  });

  it("never throws: a directory that fails is an internal error", async () => {
    const { answer } = directory({ signIn: async () => Promise.reject(new Error("down")) });
    expect(await ask(answer, { body: marta })).toMatchObject({ statusCode: 503, cookies: [] });
  });
});
