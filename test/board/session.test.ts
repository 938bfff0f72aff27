import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { signingKeys } from "../../lambdas/adapters/dynamo-signing-keys.ts";
import { readTrail } from "../../lambdas/adapters/dynamo-trail.ts";
import { session } from "../../lambdas/board/session.ts";
import type { Sessions, SignInOutcome } from "../../lambdas/domain/board/session/session-response.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { daysFromNow, now } from "../builders/now.ts";

const publicUrl = "https://leads.example.com";
const tokenOf = (username: string, groups = ["marketing"]): string => {
  const claims = { username, "cognito:groups": groups };
  return `head.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.signature`;
};

const tokens = {
  is: "signed-in",
  accessToken: tokenOf("marta"),
  refreshToken: "refresh",
  expiresInSeconds: 300,
} as const;

/** Nobody in this directory has a second factor (second-factor.test.ts has those). */
const noFactor = () => Promise.reject(new Error("nobody has a second factor"));
const withoutFactors = {
  answerCode: noFactor,
  askForFactor: noFactor,
  pastFactor: noFactor,
  newSecret: noFactor,
  isFirstCode: noFactor,
  turnFactorOn: noFactor,
};

/** A directory with one user, who has a password already or is at the first sign-in. */
const directory = (over: Partial<Sessions> = {}) => {
  const revoked: string[] = [];
  const tried: string[] = [];
  const sessions: Sessions = {
    nameOf: async (typed) => (["marta", "marta@empresa.example"].includes(typed) ? "marta" : undefined),
    signIn: async (user, password): Promise<SignInOutcome> => {
      tried.push(user);
      return user.startsWith("marta") && password === "Secreto-y-largo-1" ? tokens : { is: "refused" };
    },
    setPassword: async (key) => (key === "marta:key" ? tokens : { is: "refused" }),
    refresh: async (token) =>
      token === "refresh" && !revoked.includes(token)
        ? { is: "refreshed", accessToken: tokenOf("marta"), expiresInSeconds: 300 }
        : { is: "refused" },
    ...withoutFactors,
    revoke: async (token) => void revoked.push(token),
    revokeAll: async (user) => void revoked.push("refresh", `all of ${user}`),
    ...over,
  };
  const table = dynamoTwin();
  const keyring = signingKeys(table);
  const clock = { now };
  const answer = session({ sessions, publicUrl, table, keyring, now: () => clock.now, secondFactor: "optional" });
  return { revoked, tried, table, clock, answer };
};

interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly cookies?: string[];
  readonly sourceIp?: string;
}

const event = ({
  method = "POST",
  path = "",
  body = {},
  headers = {},
  cookies = [],
  sourceIp = "203.0.113.9",
}: Asked) => ({
  rawPath: `/board/session${path}`,
  headers: { "content-type": "application/json", "sec-fetch-site": "same-origin", ...headers },
  cookies,
  requestContext: { requestId: "r", http: { method, sourceIp } },
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
    expect(JSON.parse(body)).toEqual({ is: "signed-in", accessToken: tokenOf("marta"), expiresInSeconds: 300 });
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
    expect(JSON.parse((await ask(answer, again)).body)).toMatchObject({ accessToken: tokenOf("marta") });
    const out = await ask(answer, { method: "DELETE", cookies });
    expect(out).toMatchObject({
      statusCode: 204,
      cookies: [expect.stringMatching(/^__Secure-smarketing-session=; Max-Age=0/)],
    });
    expect(revoked).toEqual(["refresh"]);
    const over = await ask(answer, again);
    expect(over).toMatchObject({ statusCode: 401, cookies: [expect.stringContaining("Max-Age=0")] });
  });

  it("ends everywhere by the cookie alone, and the audit trail has it", async () => {
    const { answer, revoked, table } = directory();
    const everywhere = { path: "/everywhere", cookies };
    expect(await ask(answer, { ...everywhere, cookies: [] })).toMatchObject({ statusCode: 401 });
    expect(revoked).toEqual([]);
    expect(await ask(answer, everywhere)).toMatchObject({
      statusCode: 204,
      cookies: [expect.stringContaining("Max-Age=0")],
    });
    expect(revoked).toEqual(["refresh", "all of marta"]);
    const { steps } = await readTrail(table, now.slice(0, 10), 10);
    expect(steps).toMatchObject([{ user: "marta", role: "marketing", did: "secured", by: "session/everywhere" }]);
    expect(await ask(answer, everywhere)).toMatchObject({ statusCode: 401 });
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

describe("after failed sign-ins", () => {
  const wrong = { ...marta, password: "other" };
  const [here, there] = ["203.0.113.9", "198.51.100.7"];
  const fail = async (answer: ReturnType<typeof session>, times: number, asked: Asked = { body: wrong }) => {
    for (let i = 0; i < times; i++) await ask(answer, asked);
  };

  it("the next one is not made, right or wrong, and is told when to come back, known user or not", async () => {
    const { answer, tried } = directory();
    await fail(answer, 3);
    await fail(answer, 3, { body: { ...wrong, user: "nobody" } });
    expect(tried).toHaveLength(6);
    const waiting = await ask(answer, { body: marta });
    expect(waiting).toMatchObject({ statusCode: 429, headers: { "retry-after": "1" }, cookies: [] });
    expect(await ask(answer, { body: { ...marta, user: "nobody" } })).toEqual(waiting);
    expect(tried).toHaveLength(6);
  });

  it("by name and by address it is the same user, and many tries at once are no way around", async () => {
    const { answer, tried } = directory();
    const both = ["marta", "marta@empresa.example", "marta", "marta@empresa.example", "MARTA"];
    const answers = await Promise.all(both.map((user) => ask(answer, { body: { ...wrong, user } })));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([401, 401, 401, 429, 429]);
    expect(tried).toHaveLength(3);
  });

  it("another network signs in at once: who fails makes nobody else wait", async () => {
    const { answer } = directory();
    await fail(answer, 5, { body: wrong, sourceIp: there });
    expect(await ask(answer, { body: marta, sourceIp: there })).toMatchObject({ statusCode: 429 });
    expect(await ask(answer, { body: marta, sourceIp: here })).toMatchObject({ statusCode: 200 });
  });

  it("a success forgets them, for the user and for the network", async () => {
    const { answer, table } = directory();
    const counts = () =>
      table.items().flatMap(({ pk, count }) => (/^LIMIT#/.test(pk?.S ?? "") ? [Number(count?.N)] : []));
    await fail(answer, 2);
    expect(counts()).toEqual([2, 2]);
    expect(await ask(answer, { body: marta })).toMatchObject({ statusCode: 200 });
    expect(counts()).toEqual([0, 0]);
  });

  it("a network that tries many users waits for each of them, one that is not there included", async () => {
    const { answer, clock } = directory();
    for (let i = 0; i < 30; i++) await ask(answer, { body: { ...wrong, user: `user-${i}` } });
    expect(await ask(answer, { body: marta })).toMatchObject({ statusCode: 429, headers: { "retry-after": "1" } });
    expect(await ask(answer, { body: marta, sourceIp: there })).toMatchObject({ statusCode: 200 });
    clock.now = daysFromNow(1 / 86_400);
    expect(await ask(answer, { body: marta })).toMatchObject({ statusCode: 200 });
  });

  it("a directory that is throttled or down is no failed try", async () => {
    let is: "too-many" | "refused" | "down" = "too-many";
    const { answer } = directory({
      signIn: async () => (is === "down" ? Promise.reject(new Error("down")) : { is }),
    });
    await fail(answer, 4);
    is = "down";
    await fail(answer, 4);
    is = "refused";
    expect(await ask(answer, { body: wrong })).toMatchObject({ statusCode: 401 });
  });

  it("keeps neither address nor name: people type anything for a user", async () => {
    const { answer, table } = directory();
    await fail(answer, 1);
    const kept = JSON.stringify(table.items().filter(({ pk }) => pk?.S?.startsWith("LIMIT#")));
    expect(kept).toContain("FAILED");
    expect(kept).not.toMatch(/marta|203\.0/);
  });
});
