import { boardPaths, SessionAnswerSchema, type SessionReply } from "../../../lambdas/contract/board.ts";
import type { Language } from "../../../lambdas/contract/stages.ts";
import { noAnswer, problemOf } from "./board-problem.ts";

/** What the session is about: `starting` until the cookie has been tried. */
export type SessionState =
  | { readonly is: "starting" }
  | { readonly is: "unreachable" }
  | { readonly is: "signed-out"; readonly because: "never-in" | "asked" | "ended" }
  | { readonly is: "signed-in" };

export interface SessionSurroundings {
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  /** Runs something later; the answer calls it off. */
  readonly after: (millis: number, run: () => void) => () => void;
}

const address = boardPaths.session;
/** Before the token ends: a slow network still gets a new one in time. */
const earlySeconds = 30;
const retryMillis = 5000;

/**
 * The person who is signed in. The access token lives in this closure and nowhere else; the refresh token is a cookie that the
 * browser sends to `/board/session` alone.
 */
export const createSession = ({ fetch, after }: SessionSurroundings) => {
  let state: SessionState = { is: "starting" };
  let token: string | undefined;
  let refreshing: Promise<boolean> | undefined;
  let callOff = () => {};
  /** Counts the endings: what was asked before one is of no use after it. */
  let endings = 0;
  const listeners = new Set<() => void>();

  const become = (next: SessionState): void => {
    state = next;
    for (const listener of listeners) listener();
  };

  const end = (because: "never-in" | "asked" | "ended"): void => {
    callOff();
    endings += 1;
    token = undefined;
    become({ is: "signed-out", because });
  };

  const take = (answer: SessionReply): void => {
    if (answer.is !== "signed-in") return;
    token = answer.accessToken;
    callOff();
    const seconds = Math.max(answer.expiresInSeconds - earlySeconds, answer.expiresInSeconds / 2);
    callOff = after(seconds * 1000, () => void refresh());
    if (state.is !== "signed-in") become({ is: "signed-in" });
  };

  const post = async (path: string, body?: unknown): Promise<SessionReply> => {
    const response = await fetch(address + path, postOf(body)).catch(() => undefined);
    if (response === undefined) throw noAnswer();
    if (!response.ok) throw await problemOf(response);
    const answer = await answerIn(response);
    if (answer === undefined) throw noAnswer();
    // Recovery codes are shown first, on the page that signing in would replace.
    if (answer.is !== "signed-in" || answer.recoveryCodes === undefined) take(answer);
    return answer;
  };

  const tell = async (path: string, body: unknown): Promise<void> => {
    const response = await fetch(address + path, postOf(body)).catch(() => undefined);
    if (response === undefined) throw noAnswer();
    if (!response.ok) throw await problemOf(response);
  };

  /** A refusal ends the session; a network that does not answer, or with a page of its own, does not. */
  const tryRefresh = async (): Promise<boolean> => {
    const asked = endings;
    const response = await fetch(`${address}/refresh`, postOf()).catch(() => undefined);
    const answer = response?.ok === true ? await answerIn(response) : undefined;
    if (asked !== endings) return false;
    if (answer?.is === "signed-in") {
      take(answer);
      return true;
    }
    if (response !== undefined && response.status >= 400 && response.status < 500 && response.status !== 429) {
      end(state.is === "signed-in" ? "ended" : "never-in");
      return false;
    }
    if (state.is === "starting") become({ is: "unreachable" });
    callOff();
    callOff = after(waitOf(response), () => void refresh());
    return false;
  };

  /** However many ask for it at once, one is sent. */
  const refresh = (): Promise<boolean> => {
    refreshing ??= tryRefresh().finally(() => {
      refreshing = undefined;
    });
    return refreshing;
  };

  const send = (path: string, init: RequestInit): Promise<Response> =>
    fetch(path, { ...init, headers: { ...init.headers, authorization: `Bearer ${token ?? ""}` } });

  return {
    state: (): SessionState => state,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh,
    /** `enrols`: leads to setting up a second factor instead of into the board. */
    signIn: (user: string, password: string, enrols = false) => post("", { user, password, enrols }),
    enterCode: (challenge: string, code: string, enrols = false) => post("/code", { session: challenge, code, enrols }),
    recover: (credentials: { readonly user: string; readonly password: string }, code: string, enrols = false) =>
      post("/recovery", { ...credentials, code, enrols }),
    newSecret: (ticket: string) => post("/factor", { ticket }),
    /** Does not sign in yet: `accept` does, once the recovery codes have been seen. */
    enrol: (ticket: string, code: string) => post("/enrol", { ticket, code }),
    accept: take,
    /** Asks for a link by mail; who has no user hears the same. */
    forgot: (user: string, language: Language) => tell("/forgotten", { user, language }),
    /** Another password, by that link. */
    resetPassword: (reference: string, password: string) => tell("/reset", { reference, password }),
    setPassword: (password: string, session: string) => post("/password", { password, session }),
    /** Ends it here even when nobody answers; the cookie then lives until it expires. */
    signOut: async (): Promise<void> => {
      end("asked");
      // A refresh that is under way would bring the cookie back.
      await refreshing?.catch(() => undefined);
      await fetch(address, { method: "DELETE", headers: {} }).catch(() => undefined);
    },
    /** @throws BoardProblem when it was not done: then nobody is signed out, here neither */
    signOutEverywhere: async (): Promise<void> => {
      await refreshing?.catch(() => undefined);
      const response = await fetch(`${address}/everywhere`, postOf()).catch(() => undefined);
      if (response === undefined) throw noAnswer();
      if (response.status === 401) return end("ended");
      if (!response.ok) throw await problemOf(response);
      end("asked");
    },
    /** A request of the API with the token; refused for its token, it gets a new one and is sent once more. */
    request: async (path: string, init: RequestInit = {}): Promise<Response> => {
      const response = await send(path, init);
      if (response.status !== 401) return response;
      return (await refresh()) ? send(path, init) : response;
    },
  };
};

/** As long as the API asks for. */
const waitOf = (response: Response | undefined): number =>
  Math.max(retryMillis, 1000 * Number(response?.headers.get("retry-after") ?? 0) || 0);

/** `undefined`: somebody else has answered, such as a network that wants to be signed in to. */
const answerIn = async (response: Response): Promise<SessionReply | undefined> =>
  SessionAnswerSchema.safeParse(await response.json().catch(() => undefined)).data;

const postOf = (body?: unknown): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body ?? {}),
});
