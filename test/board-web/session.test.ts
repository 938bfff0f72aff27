import { describe, expect, it } from "vitest";
import { createSession } from "../../web/board/data/session.ts";

interface Sent {
  readonly path: string;
  readonly method: string;
  readonly token: string | undefined;
}

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const signedIn = (accessToken: string) => json(200, { is: "signed-in", accessToken, expiresInSeconds: 300 });
const refused = () => json(401, { title: "Unauthorized", status: 401 });

/** A network that answers by these rules, and a clock whose timers are run by hand. */
const given = (answer: (sent: Sent, nth: number) => Response | "no network") => {
  const sent: Sent[] = [];
  const timers: { millis: number; run: () => void; off: boolean }[] = [];
  const session = createSession({
    fetch: async (path, { method = "GET", headers }) => {
      const token = new Headers(headers).get("authorization") ?? undefined;
      const request = { path, method, token };
      sent.push(request);
      await Promise.resolve();
      const response = answer(request, sent.filter((each) => each.path === path).length);
      if (response === "no network") throw new TypeError("failed to fetch");
      return response;
    },
    after: (millis, run) => {
      const timer = { millis, run, off: false };
      timers.push(timer);
      return () => {
        timer.off = true;
      };
    },
  });
  const waiting = () => timers.filter(({ off }) => !off);
  const paths = () => sent.map(({ path }) => path);
  return { session, sent, waiting, paths };
};

const refresh = "/board/session/refresh";

describe("at load", () => {
  it("the cookie signs in, and the next refresh is asked for 30 seconds before the token ends", async () => {
    const { session, waiting } = given(() => signedIn("a"));
    await session.refresh();
    expect(session.state()).toEqual({ is: "signed-in" });
    expect(waiting().map(({ millis }) => millis)).toEqual([270_000]);
  });

  it("without a cookie no one is signed in, and no session is said to have expired", async () => {
    const { session, waiting } = given(refused);
    await session.refresh();
    expect(session.state()).toEqual({ is: "signed-out", because: "never-in" });
    expect(waiting()).toEqual([]);
  });

  it("a network without a response is tried again, and signs no one out", async () => {
    const { session, waiting } = given((_, nth) => (nth === 1 ? "no network" : signedIn("a")));
    await session.refresh();
    expect(session.state()).toEqual({ is: "unreachable" });
    waiting()[0]?.run();
    await expect.poll(() => session.state().is).toBe("signed-in");
  });

  it("a page of someone in between, sent with 200, is no answer either", async () => {
    const { session, waiting } = given((_, nth) => (nth === 1 ? new Response("<!doctype html>") : signedIn("a")));
    expect(await session.refresh()).toBe(false);
    expect(session.state()).toEqual({ is: "unreachable" });
    waiting()[0]?.run();
    await expect.poll(() => session.state().is).toBe("signed-in");
  });
});

describe("a token that is refused", () => {
  it("is renewed once, however many requests were refused at the same time, and each is sent again", async () => {
    const { session, sent, paths } = given(({ path, token }, nth) => {
      if (path === refresh) return signedIn(nth === 1 ? "old" : "new");
      return token === "Bearer new" ? json(200, {}) : refused();
    });
    await session.refresh();
    const answers = await Promise.all([1, 2, 3].map((each) => session.request(`/board/api/${each}`)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(paths().filter((path) => path === refresh)).toHaveLength(2);
    expect(sent.filter(({ token }) => token === "Bearer new")).toHaveLength(3);
  });

  it("ends the session when it cannot be renewed, as after another tab's sign-out", async () => {
    const { session } = given(({ path }, nth) => (path === refresh && nth === 1 ? signedIn("a") : refused()));
    await session.refresh();
    expect((await session.request("/board/api/me")).status).toBe(401);
    expect(session.state()).toEqual({ is: "signed-out", because: "ended" });
  });

  it("is not renewed again and again: a request that is refused with a new token stays refused", async () => {
    const { session, paths } = given(({ path }) => (path === refresh ? signedIn("a") : refused()));
    await session.refresh();
    expect((await session.request("/board/api/me")).status).toBe(401);
    expect(paths()).toEqual([refresh, "/board/api/me", refresh, "/board/api/me"]);
  });
});

describe("signing in and out", () => {
  it("a wrong password is a problem, and the state stays", async () => {
    const { session } = given(refused);
    await expect(session.signIn("marta", "wrong")).rejects.toMatchObject({ name: "BoardProblem", status: 401 });
    expect(session.state()).toEqual({ is: "starting" });
  });

  it("a first sign-in asks for a new password before it counts", async () => {
    const { session } = given(({ path }) =>
      path.endsWith("/password") ? signedIn("a") : json(200, { is: "new-password-needed", session: "s" }),
    );
    expect(await session.signIn("marta", "first")).toEqual({ is: "new-password-needed", session: "s" });
    expect(session.state().is).toBe("starting");
    await session.setPassword("her own", "s");
    expect(session.state().is).toBe("signed-in");
  });

  it("a second factor that is set up signs in once its recovery codes have been seen, not before", async () => {
    const codes = { is: "signed-in", accessToken: "b", expiresInSeconds: 300, recoveryCodes: ["one"] } as const;
    const { session, waiting } = given(({ path }) =>
      path.endsWith("/enrol") ? json(200, codes) : json(200, { is: "factor-needed", ticket: "t" }),
    );
    expect(await session.signIn("irene", "hers")).toEqual({ is: "factor-needed", ticket: "t" });
    const answer = await session.enrol("t", "123456");
    expect(answer).toEqual(codes);
    expect([session.state().is, waiting()]).toEqual(["starting", []]);
    session.accept(answer);
    expect(session.state().is).toBe("signed-in");
  });

  it("after signing out no token is sent any more, no refresh is due, and the cookie is asked to go", async () => {
    const { session, sent, waiting } = given(({ method }) => (method === "DELETE" ? json(200, {}) : signedIn("a")));
    await session.refresh();
    await session.signOut();
    expect(session.state()).toEqual({ is: "signed-out", because: "asked" });
    expect(waiting()).toEqual([]);
    expect(sent.at(-1)).toMatchObject({ path: "/board/session", method: "DELETE", token: undefined });
  });

  it("signing out everywhere ends it here once it was done, and not before", async () => {
    let isDown = true;
    const { session, sent, waiting } = given(({ path }) => {
      if (!path.endsWith("/everywhere")) return signedIn("a");
      return isDown ? json(503, { title: "busy" }) : new Response(null, { status: 204 });
    });
    await session.refresh();
    await expect(session.signOutEverywhere()).rejects.toMatchObject({ name: "BoardProblem", status: 503 });
    expect(session.state().is).toBe("signed-in");
    isDown = false;
    await session.signOutEverywhere();
    expect(session.state()).toEqual({ is: "signed-out", because: "asked" });
    expect(waiting()).toEqual([]);
    expect(sent.at(-1)).toMatchObject({ path: "/board/session/everywhere", method: "POST", token: undefined });
  });

  it("signing out while a refresh is under way lasts", async () => {
    const { session } = given(({ method }) => (method === "DELETE" ? json(200, {}) : signedIn("a")));
    await session.refresh();
    const late = session.refresh();
    await session.signOut();
    await late;
    expect(session.state()).toEqual({ is: "signed-out", because: "asked" });
  });

  it.each([
    ["the rest comes", (body: ReadableStreamDefaultController) => body.close()],
    ["the rest never comes", (body: ReadableStreamDefaultController) => body.error(new TypeError("network error"))],
  ])("nor does a refresh of which half is read: %s, and the cookie is asked to go", async (_, end) => {
    let goOn = () => {};
    const half = new ReadableStream({
      start: (body) => {
        body.enqueue(new TextEncoder().encode('{"is":"signed-in","accessToken":"b","expiresInSeconds":300}'));
        goOn = () => end(body);
      },
    });
    const slow = new Response(half);
    const { session, sent } = given(({ method }, nth) => {
      if (method === "DELETE") return json(200, {});
      return nth === 1 ? signedIn("a") : slow;
    });
    await session.refresh();
    const late = session.refresh();
    await expect.poll(() => slow.bodyUsed).toBe(true);
    const out = session.signOut();
    goOn();
    await out;
    expect(await late).toBe(false);
    expect(session.state()).toEqual({ is: "signed-out", because: "asked" });
    expect(sent.at(-1)).toMatchObject({ path: "/board/session", method: "DELETE" });
  });
});
