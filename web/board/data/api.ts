import { type QueryClient, skipToken, type UseQueryResult, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import * as z from "zod/mini";
import { asProblem, BoardProblem, noAnswer, otherThanAgreed, problemOf, unknownWhether } from "./board-problem.ts";
import { addressOf, type BoardRequest } from "./board-request.ts";
import { session } from "./board-session.ts";
import { heard, setRepeating } from "./connection.ts";
import { insist, passes } from "./insist.ts";

/** The board's Content-Security-Policy lets no code be made of text, and zod need not try. */
z.config({ jitless: true });

/**
 * Asks the API; the response is what the contract says, or a problem. What is posted has a key, by which the API knows a
 * repeat, and is sent until there is an answer: nobody is told that an action failed that has been carried out.
 * @throws {BoardProblem}
 */
export const ask = <Response extends z.ZodMiniType>(
  request: BoardRequest<Response>,
  signal?: AbortSignal,
): Promise<z.output<Response>> => {
  if (request.body === undefined) return askOnce(request, { signal });
  return request.isRead === true ? askOnce(request, { signal, ...postOf(request.body) }) : act(request);
};

const postOf = (body: unknown) => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

const askOnce = async <Response extends z.ZodMiniType>(
  request: BoardRequest<Response>,
  init: { readonly signal?: AbortSignal | undefined } & RequestInit,
): Promise<z.output<Response>> => {
  const unanswered = (fault: unknown): never => {
    if (init.signal?.aborted === true) throw fault;
    heard("nobody");
    throw noAnswer();
  };
  const response = await session.request(addressOf(request), init).catch(unanswered);
  if (!response.ok) {
    const problem = await problemOf(response);
    heard(passes(problem) ? "busy" : "answered");
    throw problem;
  }
  const body: unknown = await response.json().catch(unanswered);
  heard("answered");
  const read = z.safeParse(request.response, body);
  if (!read.success) throw otherThanAgreed(response.status, request.path, read.error);
  return read.data;
};

/** Keys of what has been sent and not been answered: sent again by the person, it is still the same. */
const unsettled = new Map<string, string>();

/**
 * The last of what was sent to each address: what is sent there after it waits, so that the last word is the last. How
 * the one before ended is told to who sent it.
 */
const lastTo = new Map<string, Promise<unknown>>();

const act = async <Response extends z.ZodMiniType>(request: BoardRequest<Response>): Promise<z.output<Response>> => {
  const { path } = request;
  const before = lastTo.get(path)?.catch(() => undefined) ?? Promise.resolve();
  const mine = before.then(() => actNow(request));
  lastTo.set(path, mine);
  try {
    return await mine;
  } finally {
    if (lastTo.get(path) === mine) lastTo.delete(path);
  }
};

const actNow = async <Response extends z.ZodMiniType>(request: BoardRequest<Response>): Promise<z.output<Response>> => {
  const body = JSON.stringify(request.body);
  const asked = `${request.path} ${body}`;
  const key = unsettled.get(asked) ?? newKey();
  unsettled.set(asked, key);
  const { headers, ...post } = postOf(request.body);
  try {
    const done = await insist(() => askOnce(request, { ...post, headers: { ...headers, "idempotency-key": key } }), {
      mayPass: isUndecided,
      repeats: setRepeating,
    });
    unsettled.delete(asked);
    return done;
  } catch (fault) {
    if (isUndecided(fault)) throw unknownWhether(asProblem(fault));
    unsettled.delete(asked);
    throw fault;
  }
};

/** While somebody is signed in, a refused token says that no new one could be had yet; or that a signature asks for more. */
const isUndecided = (fault: unknown): boolean =>
  passes(fault) ||
  (fault instanceof BoardProblem &&
    fault.status === 401 &&
    fault.code === undefined &&
    session.state().is === "signed-in");

/** `crypto.randomUUID` is missing on plain http. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** So many times something is read again before a problem is shown in its place. */
const mostRetries = 5;

/** What is not understood or not allowed stays so; what had no answer may get one. */
export const mayTryAgain = (failures: number, fault: Error): boolean => failures < mostRetries && passes(fault);

/** Asking for it again and again changes nothing. */
const isFinal = (fault: Error | null): boolean => fault instanceof BoardProblem && fault.isFinal;

/** So many times in a row it may fail before the reader is told, while it is asked for again. */
const mostUntold = 1;

/** What the reader is told: what failed for good, or goes on failing. */
export const toldProblem = ({
  error,
  failureCount,
  failureReason,
}: Pick<UseQueryResult<unknown, Error>, "error" | "failureCount" | "failureReason">): BoardProblem | undefined => {
  const fault = error ?? (failureCount > mostUntold ? failureReason : null);
  return fault === null ? undefined : asProblem(fault);
};

interface BoardOptions {
  /** Milliseconds until it is asked for again, while the page is on the screen and there is something to see. */
  readonly every?: number | undefined;
}

/** What the API says to this; without a request nothing is asked. */
export const useBoard = <Response extends z.ZodMiniType>(
  request: BoardRequest<Response> | undefined,
  { every }: BoardOptions = {},
) => {
  const query = useQuery<z.output<Response>, Error>({
    queryKey: [request?.path, ...(request?.isRead === true ? [request.body] : [])],
    queryFn: request === undefined ? skipToken : ({ signal }) => ask(request, signal),
    refetchInterval: ({ state }) => (isFinal(state.error) ? false : (every ?? false)),
  });
  const { data, dataUpdatedAt: readAt, isLoading, isFetching: isReading, refetch } = query;
  return { data, problem: toldProblem(query), readAt, isLoading, isReading, refetch };
};

/** The indexes behind the lists may lag a little behind the lead itself. */
const lagMillis = 1500;

/** All that is on the screen may show the lead; who is signed in and what is agreed does not. */
const refreshAll = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({ predicate: ({ queryKey: [path] }) => path !== "me" && path !== "agreement" });

/** Does something that is posted. @throws {BoardProblem} */
export const useAct = () => {
  const client = useQueryClient();
  return useCallback(
    async <Response extends z.ZodMiniType>(request: BoardRequest<Response>): Promise<z.output<Response>> => {
      const done = await ask(request);
      void refreshAll(client);
      setTimeout(() => void refreshAll(client), lagMillis);
      return done;
    },
    [client],
  );
};
