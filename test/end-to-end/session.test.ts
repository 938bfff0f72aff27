import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { main as addUser } from "../../bin/add-user.ts";
import { putUser, setPassword } from "../../lambdas/adapters/cognito-users.ts";
import { RoleSchema } from "../../lambdas/contract/board.ts";
import { totpOf } from "../builders/totp.ts";
import { userOf } from "./board-api.ts";
import { typed } from "./command.ts";
import { eventually, mailsAbout, outputs, users } from "./pipeline.ts";

const pool = { client: users, userPoolId: outputs.stack.UserPoolId ?? "" };

const SignedInSchema = z.object({
  is: z.literal("signed-in"),
  accessToken: z.string(),
  expiresInSeconds: z.literal(300),
});
const FirstSchema = z.object({ is: z.literal("new-password-needed"), session: z.string() });

const ask = (path: string, body: unknown = {}, cookie = "") =>
  fetch(`${outputs.api}/board/session${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(cookie === "" ? {} : { cookie }) },
    body: JSON.stringify(body),
  });

const signIn = async (user: string, password = outputs.demo.password) => {
  const response = await ask("", { user, password });
  const [cookie = ""] = response.headers.getSetCookie().map((each) => each.replace(/;.*/, ""));
  return { cookie, token: SignedInSchema.parse(await response.json()).accessToken };
};

/** The local cloud knows whole seconds: of a session that began in the same one it does not see that it has ended. */
const inAnotherSecond = async (): Promise<void> => {
  const second = () => Math.floor(Date.now() / 1000);
  const now = second();
  await expect.poll(second).toBeGreaterThan(now);
};

const look = async (path: string, token?: string): Promise<number> => {
  const headers = new Headers(token === undefined ? [] : [["authorization", `Bearer ${token}`]]);
  const response = await fetch(`${outputs.api}/board/api/${path}`, { headers });
  await response.body?.cancel();
  return response.status;
};

describe("who signs in to the board", () => {
  it.each(RoleSchema.options)("is shown it, as %s", async (role) => {
    const { token } = await signIn(userOf(role));
    const me = await fetch(`${outputs.api}/board/api/me`, { headers: { authorization: `Bearer ${token}` } });
    expect(await me.json()).toMatchObject({ user: userOf(role), role });
  });

  it("gets the same answer for an unknown user and for a wrong password", async () => {
    const unknown = await ask("", { user: "nobody", password: outputs.demo.password });
    const mistyped = await ask("", { user: userOf("rep"), password: "another" });
    expect([unknown.status, mistyped.status]).toEqual([401, 401]);
    expect(await unknown.json()).toEqual(await mistyped.json());
  });

  it("waits after failed tries, even with the right password, and is told for how long", async () => {
    const mark = crypto.randomUUID().slice(0, 8);
    const user = { user: `slow-${mark}`, email: `slow-${mark}@anaquel.example`, role: "operations" } as const;
    await putUser(pool, user, "For-the-first-1");
    const names = [user.user, user.email, user.user, user.user, user.user, user.user, user.user];
    const statuses: number[] = [];
    // On a busy machine a short wait may be over before the next try comes; the waits grow until one is met.
    for (const name of names)
      if (!statuses.includes(429)) {
        const tried = await ask("", { user: name, password: "another" });
        statuses.push(tried.status);
        if (tried.status === 429) expect(Number(tried.headers.get("retry-after"))).toBeGreaterThan(0);
      }
    expect([statuses.slice(0, 2), statuses.at(-1)]).toEqual([[401, 401], 429]);
    await expect
      .poll(async () => (await ask("", { user: user.user, password: "For-the-first-1" })).status, { timeout: 100_000 })
      .toBe(200);
  });

  it("gets new tokens by the cookie until the sign-out, and none afterwards", async () => {
    const { cookie } = await signIn(userOf("manager"));
    const again = await ask("/refresh", {}, cookie);
    const { accessToken } = SignedInSchema.parse(await again.json());
    expect(await look("me", accessToken)).toBe(200);
    const out = await fetch(`${outputs.api}/board/session`, { method: "DELETE", headers: { cookie } });
    expect([out.status, out.headers.getSetCookie()[0]]).toEqual([
      204,
      expect.stringMatching(/^smarketing-session=; Max-Age=0/),
    ]);
    expect((await ask("/refresh", {}, cookie)).status).toBe(401);
  });

  it("ends all sessions at once by signing out everywhere", async () => {
    const mark = crypto.randomUUID().slice(0, 8);
    const user = { user: `all-${mark}`, email: `all-${mark}@anaquel.example`, role: "operations" } as const;
    await putUser(pool, user, "For-the-first-1");
    await setPassword(pool, user.user, outputs.demo.password, true);
    const [one, other] = [await signIn(user.user), await signIn(user.user)];
    expect((await ask("/refresh", {}, other.cookie)).status).toBe(200);
    await inAnotherSecond();
    expect((await ask("/everywhere", {}, one.cookie)).status).toBe(204);
    for (const { cookie } of [one, other]) expect((await ask("/refresh", {}, cookie)).status).toBe(401);
  });

  it("chooses a password at the first sign-in, by name or by address, and signs in with it from then on", async () => {
    const mark = crypto.randomUUID().slice(0, 8);
    const user = { user: `ops-${mark}`, email: `ops-${mark}@anaquel.example`, role: "operations" } as const;
    expect(await putUser(pool, user, "For-the-first-1")).toEqual(["created"]);
    const first = await ask("", { user: user.email, password: "For-the-first-1" });
    const { session } = FirstSchema.parse(await first.json());
    const choose = (password: string) => ask("/password", { user: user.email, password, session });
    expect((await choose("weak")).status).toBe(422);
    for (const madeUp of ["x", ":x", `${user.user}:x`])
      expect((await ask("/password", { password: "My-own-from-now-2", session: madeUp })).status).toBe(401);
    expect((await choose("My-own-from-now-2")).status).toBe(200);
    expect((await ask("", { user: user.user, password: "For-the-first-1" })).status).toBe(401);
    const { token } = await signIn(user.user, "My-own-from-now-2");
    expect(await look("me", token)).toBe(200);
  });

  it("has the role and the address that were given last", async () => {
    const mark = crypto.randomUUID().slice(0, 8);
    const user = { user: `new-${mark}`, email: `new-${mark}@anaquel.example`, role: "operations" } as const;
    await putUser(pool, user, "For-the-first-1");
    expect(await putUser(pool, user, "For-the-first-1")).toEqual([]);
    const other = { ...user, email: `other-${mark}@anaquel.example`, role: "marketing" } as const;
    expect(await putUser(pool, other, "For-the-first-1")).toEqual(["e-mail", "role"]);
    expect(await putUser(pool, other, "For-the-first-1")).toEqual([]);
  });
});

/** A user of their own, with the demo's password. */
const newcomer = async (role: "operations" | "marketing" = "operations") => {
  const user = `two-${crypto.randomUUID().slice(0, 8)}`;
  const email = `${user}@anaquel.example`;
  await putUser(pool, { user, email, role }, "For-the-first-1");
  await setPassword(pool, user, outputs.demo.password, true);
  const said = async (path: string, body: object) => StepSchema.parse(await (await ask(path, body)).json());
  return { user, email, password: outputs.demo.password, said };
};
const StepSchema = z.object({
  is: z.optional(z.string()),
  session: z._default(z.string(), ""),
  ticket: z._default(z.string(), ""),
  secret: z._default(z.string(), ""),
  recoveryCodes: z._default(z.array(z.string()), []),
});

const withFactor = async () => {
  const who = await newcomer();
  const { user, password, said } = who;
  const { ticket } = await said("", { user, password, enrols: true });
  const { secret } = await said("/factor", { ticket });
  const enrolled = await ask("/enrol", { ticket, code: totpOf(secret, Date.now()) });
  const [cookie = ""] = enrolled.headers.getSetCookie().map((each) => each.replace(/;.*/, ""));
  return { ...who, secret, cookie, codes: StepSchema.parse(await enrolled.json()).recoveryCodes };
};

describe("a second factor", () => {
  it("is asked for at every sign-in, by name or by address, and its codes are checked", async () => {
    const { user, email, password, said, secret, cookie } = await withFactor();
    expect((await ask("/refresh", {}, cookie)).status).toBe(200);
    for (const name of [user, email]) {
      const first = await said("", { user: name, password });
      expect(first.is).toBe("code-needed");
      const enter = (code: string) => ask("/code", { session: first.session, code });
      expect((await enter(totpOf(secret, Date.now() - 600_000))).status).toBe(401);
      expect((await enter(totpOf(secret, Date.now()))).status).toBe(200);
    }
  });

  it("can be passed by a recovery code, once, and is asked for again afterwards", async () => {
    const { user, password, said, codes } = await withFactor();
    const [code = ""] = codes;
    expect(codes).toHaveLength(10);
    expect((await said("/recovery", { user, password, code })).is).toBe("signed-in");
    expect((await ask("/recovery", { user, password, code })).status).toBe(401);
    expect((await said("", { user, password })).is).toBe("code-needed");
  });

  it("is reset by operations, who end all sessions with it", async () => {
    const { user, email, password, said, cookie } = await withFactor();
    const asked = ["--who", user, "--role", "operations", "--email", email, "--agreement", "agreement.demo.yaml"];
    await inAnotherSecond();
    expect(await typed(addUser, ...asked, "--reset-factor")).toContain(`${user} has no second factor any more`);
    expect((await ask("/refresh", {}, cookie)).status).toBe(401);
    expect((await said("", { user, password })).is).toBe("signed-in");
  });
});

describe("a forgotten password", () => {
  const linkTo = async (email: string): Promise<string> => {
    const mail = await eventually("the link", async () => (await mailsAbout(email)).at(-1));
    return /new-password#([\w.-]+)/.exec(mail.text)?.[1] ?? "";
  };

  it("is replaced by a link in a mail, once; sessions end, and a second factor stays", async () => {
    const { user, email, said, cookie } = await withFactor();
    const chosen = "Chosen-by-link-3";
    expect((await ask("/forgotten", { user, language: "en" })).status).toBe(202);
    const reference = await linkTo(email);
    expect((await ask("/reset", { reference, password: "weak" })).status).toBe(422);
    expect((await ask("/reset", { reference, password: chosen })).status).toBe(204);
    expect((await ask("/reset", { reference, password: chosen })).status).toBe(404);
    expect((await ask("/refresh", {}, cookie)).status).toBe(401);
    expect((await said("", { user, password: chosen })).is).toBe("code-needed");
    expect((await ask("", { user, password: outputs.demo.password })).status).toBe(401);
  });

  it("sends nothing, and answers the same, when there is no such user", async () => {
    const nobody = await ask("/forgotten", { user: "nobody@anaquel.example", language: "es" });
    expect([nobody.status, await nobody.text()]).toEqual([202, ""]);
    expect(await mailsAbout("nobody@anaquel.example")).toEqual([]);
  });
});

describe("npm run user:add", () => {
  const demo = ["--agreement", "agreement.demo.yaml"];

  it("makes a colleague a user, with a password for the first sign-in", async () => {
    const said = await typed(addUser, "--who", "chloe", ...demo);
    expect(said).toContain("chloe may sign in now, as rep, by name or by chloe.bennett@anaquel.example.");
    const [, password = ""] = /shown this once: (\S+)/.exec(said) ?? [];
    const first = FirstSchema.parse(await (await ask("", { user: "chloe", password })).json());
    const chosen = { user: "chloe", password: "My-own-from-now-2", session: first.session };
    expect((await ask("/password", chosen)).status).toBe(200);
    expect(await typed(addUser, "--who", "chloe", ...demo)).toContain("chloe was there already, as rep");
    const { token } = await signIn("chloe", "My-own-from-now-2");
    expect(await look("worklist", token)).toBe(200);
  });

  it("takes no one for a rep whom the agreement does not have", async () => {
    const stranger = ["--who", "nobody", "--role", "rep", "--email", "nobody@anaquel.example"];
    await expect(typed(addUser, ...stranger, ...demo)).rejects.toThrow("nobody is no rep of the agreement");
  });
});

describe("the API of the board", () => {
  it("takes nothing but a token of ours, unchanged", async () => {
    const { token } = await signIn(userOf("rep"));
    const [head, claims = "", signature] = token.split(".");
    const asManager = JSON.parse(Buffer.from(claims, "base64url").toString());
    asManager["cognito:groups"] = ["manager"];
    const forged = [head, Buffer.from(JSON.stringify(asManager)).toString("base64url"), signature].join(".");
    for (const path of ["me", "pulse", "figures", "attention"])
      expect([await look(path), await look(path, forged), await look(path, `${token}x`)]).toEqual([401, 401, 401]);
    expect(await look("me", token)).toBe(200);
  });

  it("refuses a rep what is not a rep's", async () => {
    const { token } = await signIn(userOf("rep"));
    expect(await look("attention", token)).toBe(403);
  });
});

describe("the page of the board", () => {
  it("comes whole through the API, compressed, with all that it names", async () => {
    const page = await fetch(outputs.board);
    const text = await page.text();
    expect(page.headers.get("content-security-policy")).toMatch(/^default-src 'none'/);
    const named = [...text.matchAll(/(?:src|href)="(\/board\/[^"]+)"/g)].map(([, address = ""]) => address);
    expect(named.length).toBeGreaterThan(1);
    for (const address of named) {
      const file = await fetch(new URL(address, outputs.api), { headers: { "accept-encoding": "br" } });
      expect([address, file.status, file.headers.get("content-encoding")]).toEqual([address, 200, "br"]);
      expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(0);
    }
  });
});
