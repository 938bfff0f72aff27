import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { signingKeys } from "../../lambdas/adapters/dynamo-signing-keys.ts";
import { readTrail } from "../../lambdas/adapters/dynamo-trail.ts";
import { session } from "../../lambdas/board/session.ts";
import type { Role } from "../../lambdas/contract/board.ts";
import type { Sessions, SignedIn, SignInOutcome } from "../../lambdas/domain/board/session/session-response.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { daysFromNow, now } from "../builders/now.ts";

const password = "Secreto-y-largo-1";
const code = "123456";
const minutes = (count: number): string => daysFromNow(count / 1440);

/** A directory with one user, that treats second factors as Cognito does: a new secret takes the place of the old one. */
const directory = ({ role = "manager" as Role, secondFactor = "required" as "required" | "optional" } = {}) => {
  const table = dynamoTwin();
  const clock = { now };
  const factor = { isProved: false, isOn: false };
  const revoked: string[] = [];
  let count = 0;
  const tokens = (): SignedIn => {
    const claims = Buffer.from(JSON.stringify({ username: "marta", "cognito:groups": [role] })).toString("base64url");
    return { is: "signed-in", accessToken: `h.${claims}.s`, refreshToken: `refresh-${++count}`, expiresInSeconds: 300 };
  };
  const challenged = { is: "code-needed", user: "marta", session: "marta:of-cognito" } as const;
  const signIn = async (_user: string, typed: string): Promise<SignInOutcome> => {
    if (typed !== password) return { is: "refused" };
    return factor.isOn ? challenged : tokens();
  };
  const turn = async (isOn: boolean) => {
    if (isOn && !factor.isProved) return false;
    factor.isOn = isOn;
    return true;
  };
  const sessions: Sessions = {
    nameOf: async () => "marta",
    signIn,
    setPassword: async () => tokens(),
    answerCode: async (of, typed) => (of === challenged.session && typed === code ? tokens() : { is: "refused" }),
    askForFactor: async () => ((await turn(true)) ? challenged : { is: "refused" }),
    pastFactor: async () => {
      await turn(false);
      return { outcome: await signIn("marta", password), isFactorBack: await turn(true) };
    },
    newSecret: async () => {
      Object.assign(factor, { isProved: false, isOn: false });
      return "SECRET";
    },
    isFirstCode: async (_token, typed) => {
      factor.isProved ||= typed === code;
      return typed === code;
    },
    turnFactorOn: async () => void (await turn(true)),
    refresh: async (token) => {
      if (revoked.includes(token)) return { is: "refused" };
      const { accessToken, expiresInSeconds } = tokens();
      return { is: "refreshed", accessToken, expiresInSeconds };
    },
    revoke: async (token) => void revoked.push(token),
    revokeAll: async () => undefined,
  };
  const keyring = signingKeys(table);
  const answer = session({
    ...{ sessions, table, keyring, now: () => clock.now, secondFactor },
    publicUrl: "https://leads.example.com",
  });
  const ask = async (path: string, body: object, sourceIp = "203.0.113.9") => {
    const response = ResponseSchema.parse(
      await answer({
        rawPath: `/board/session${path}`,
        headers: { "content-type": "application/json", "sec-fetch-site": "same-origin" },
        requestContext: { requestId: crypto.randomUUID(), http: { method: "POST", sourceIp } },
        body: JSON.stringify(body),
      }),
    );
    return { ...response, said: AnswerSchema.parse(JSON.parse(response.body)) };
  };
  const marta = { user: "marta", password };
  const enrolled = async (): Promise<string[]> => {
    const { said } = await ask("", { ...marta, enrols: true });
    const ticket = said.ticket ?? "";
    await ask("/factor", { ticket });
    return (await ask("/enrol", { ticket, code })).said.recoveryCodes ?? [];
  };
  return { table, clock, factor, revoked, ask, marta, enrolled };
};

const ResponseSchema = z.object({
  statusCode: z.int(),
  body: z.string(),
  cookies: z._default(z.array(z.string()), []),
});
const AnswerSchema = z.object({
  is: z.optional(z.string()),
  session: z.optional(z.string()),
  ticket: z.optional(z.string()),
  secret: z.optional(z.string()),
  uri: z.optional(z.string()),
  accessToken: z.optional(z.string()),
  recoveryCodes: z.optional(z.array(z.string())),
});

describe("who needs a second factor", () => {
  it.each(["marketing", "manager", "operations"] as const)("%s does: no token before it is set up", async (role) => {
    const { ask, marta } = directory({ role });
    const { said, cookies } = await ask("", marta);
    expect([said.is, said.accessToken, cookies]).toEqual(["factor-needed", undefined, []]);
    expect(said.ticket).not.toContain("refresh");
  });

  it("a rep does not, and nobody does where the deployment leaves it to them", async () => {
    for (const lax of [directory({ role: "rep" }), directory({ secondFactor: "optional" })])
      expect((await lax.ask("", lax.marta)).said.is).toBe("signed-in");
  });

  it("a first password does not get in without, either", async () => {
    const { ask } = directory();
    const { said, cookies } = await ask("/password", { session: "marta:key", password: "Propia-y-larga-2" });
    expect([said.is, cookies]).toEqual(["factor-needed", []]);
  });
});

describe("setting up a second factor", () => {
  it("takes a code of the new secret, gives ten recovery codes once, gets in, and is in the audit trail", async () => {
    const { ask, marta, table } = directory();
    const ticket = (await ask("", marta)).said.ticket ?? "";
    expect((await ask("/factor", { ticket })).said).toMatchObject({
      is: "factor-secret",
      secret: "SECRET",
      uri: "otpauth://totp/Smarketing:marta?secret=SECRET&issuer=Smarketing",
    });
    expect(await ask("/enrol", { ticket, code: "000000" })).toMatchObject({ statusCode: 401, cookies: [] });
    const done = await ask("/enrol", { ticket, code });
    expect([done.said.is, done.cookies]).toEqual(["signed-in", [expect.stringContaining("=refresh-1;")]]);
    const codes = done.said.recoveryCodes ?? [];
    expect(new Set(codes).size).toBe(10);
    for (const each of codes) expect(each).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){2}$/);
    const kept = JSON.stringify(table.items());
    expect(codes.filter((each) => kept.includes(each))).toEqual([]);
    const { steps } = await readTrail(table, now.slice(0, 10), 10);
    expect(steps).toMatchObject([{ user: "marta", role: "manager", did: "secured", by: "session/second-factor" }]);
  });

  it("needs its ticket: an invented one, a late one, or one of another step opens nothing", async () => {
    const { ask, marta, clock, enrolled } = directory();
    const ticket = (await ask("", marta)).said.ticket ?? "";
    await enrolled();
    const { session: challenge = "" } = (await ask("", marta)).said;
    for (const wrong of [
      "1.invented",
      `${ticket}x`,
      ticket.replace(/.$/, (last) => (last === "A" ? "Q" : "A")),
      challenge,
    ])
      expect((await ask("/factor", { ticket: wrong })).statusCode).toBe(401);
    expect((await ask("/code", { session: ticket, code })).statusCode).toBe(401);
    clock.now = minutes(30);
    expect((await ask("/factor", { ticket })).statusCode).toBe(401);
  });
});

describe("signing in with a second factor", () => {
  it("asks for the code after the password, and for nothing less", async () => {
    const { ask, marta, enrolled } = directory({ role: "rep" });
    await enrolled();
    const first = await ask("", marta);
    expect([first.said.is, first.said.accessToken, first.cookies]).toEqual(["code-needed", undefined, []]);
    const challenge = first.said.session ?? "";
    expect((await ask("/code", { session: challenge, code: "000000" })).statusCode).toBe(401);
    expect((await ask("/code", { session: "marta:of-cognito", code })).statusCode).toBe(401);
    expect((await ask("/code", { session: challenge, code })).said.is).toBe("signed-in");
  });

  it("wrong codes make the next one wait, from whatever network: only who has the password gets so far", async () => {
    const { ask, marta, clock, enrolled } = directory();
    await enrolled();
    const challenge = (await ask("", marta)).said.session ?? "";
    for (let i = 0; i < 5; i++) await ask("/code", { session: challenge, code: "000000" }, `198.51.100.${i}`);
    expect((await ask("/code", { session: challenge, code })).statusCode).toBe(429);
    clock.now = minutes(1 / 60);
    expect((await ask("/code", { session: challenge, code })).said.is).toBe("signed-in");
    for (let i = 0; i < 5; i++)
      expect((await ask("/code", { session: challenge, code: "000000" })).statusCode).toBe(401);
  });

  it("the right password alone makes nothing good: who has it and guesses codes still waits", async () => {
    const { ask, marta, enrolled } = directory();
    await enrolled();
    const wrong = { ...marta, password: "other" };
    await ask("", wrong);
    await ask("", wrong);
    await ask("", marta);
    await ask("", wrong);
    expect((await ask("", marta)).statusCode).toBe(429);
  });
});

describe("a recovery code", () => {
  it("gets in once, with the password, however it is typed; the factor stays as it was", async () => {
    const { ask, marta, enrolled, factor, table } = directory();
    const [one = "", other = ""] = await enrolled();
    expect((await ask("/recovery", { ...marta, password: "other", code: one })).statusCode).toBe(401);
    expect((await ask("/recovery", { ...marta, code: one.toUpperCase().replaceAll("-", " ") })).said.is).toBe(
      "signed-in",
    );
    expect(factor).toEqual({ isProved: true, isOn: true });
    expect((await ask("/recovery", { ...marta, code: one })).statusCode).toBe(401);
    expect((await ask("/recovery", { ...marta, code: other })).said.is).toBe("signed-in");
    const { steps } = await readTrail(table, now.slice(0, 10), 10);
    expect(steps).toContainEqual(expect.objectContaining({ by: "session/recovery-code", times: 2 }));
  });

  it("of an earlier factor gets nobody in", async () => {
    const { ask, marta, enrolled } = directory();
    const [code = ""] = await enrolled();
    const { session: challenge } = (await ask("", marta)).said;
    const { ticket } = (await ask("/code", { session: challenge, code: "123456", enrols: true })).said;
    await ask("/factor", { ticket });
    expect((await ask("/enrol", { ticket, code: "123456" })).said.is).toBe("signed-in");
    expect((await ask("/recovery", { ...marta, code })).statusCode).toBe(401);
  });

  it("is all that gets in when a new factor was begun and not ended, and leads to setting one up", async () => {
    const { ask, marta, enrolled, revoked } = directory();
    const [code = ""] = await enrolled();
    const { session: challenge } = (await ask("", marta)).said;
    const { ticket } = (await ask("/code", { session: challenge, code: "123456", enrols: true })).said;
    await ask("/factor", { ticket });
    const next = await ask("", marta);
    expect([next.said, next.cookies]).toEqual([{ is: "recovery-needed" }, []]);
    expect(revoked.length).toBeGreaterThan(0);
    expect((await ask("/recovery", { ...marta, code })).said.is).toBe("factor-needed");
  });

  it("while one is used, the password alone does not get in", async () => {
    const { ask, marta, enrolled, factor } = directory();
    await enrolled();
    factor.isOn = false;
    expect((await ask("", marta)).said.is).toBe("code-needed");
    expect(factor.isOn).toBe(true);
  });
});
