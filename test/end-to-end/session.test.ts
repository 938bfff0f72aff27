import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { main as addUser } from "../../bin/add-user.ts";
import { putUser, setPassword } from "../../lambdas/adapters/cognito-users.ts";
import { RoleSchema } from "../../lambdas/contract/board.ts";
import { userOf } from "./board-api.ts";
import { typed } from "./command.ts";
import { outputs, users } from "./pipeline.ts";

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
    const tries = [user.user, user.email, user.user].map((name) => ask("", { user: name, password: "another" }));
    expect((await Promise.all(tries)).map(({ status }) => status)).toEqual([401, 401, 401]);
    const fourth = await ask("", { user: user.user, password: "another" });
    expect([fourth.status, fourth.headers.get("retry-after")]).toEqual([429, expect.stringMatching(/^[1-4]$/)]);
    await expect
      .poll(async () => (await ask("", { user: user.user, password: "For-the-first-1" })).status, { timeout: 10_000 })
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
