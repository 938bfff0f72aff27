import { type QueryClient, skipToken, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import * as z from "zod/mini";
import { asProblem, BoardProblem, noAnswer, otherThanAgreed, problemOf } from "./board-problem.ts";
import { addressOf, type BoardRequest } from "./board-request.ts";
import { session } from "./board-session.ts";
import { heard } from "./connection.ts";

/** The board's Content-Security-Policy lets no code be made of text, and zod need not try. */
z.config({ jitless: true });

/** Asks the API; the response is what the contract says, or a problem. @throws {BoardProblem} */
export const ask = async <Response extends z.ZodMiniType>(
  request: BoardRequest<Response>,
  signal?: AbortSignal,
): Promise<z.output<Response>> => {
  const unanswered = (fault: unknown): never => {
    if (signal?.aborted === true) throw fault;
    heard(false);
    throw noAnswer();
  };
  const response = await session.request(addressOf(request), { ...sent(request), signal }).catch(unanswered);
  if (!response.ok) {
    heard(response.status < 502);
    throw await problemOf(response);
  }
  const body: unknown = await response.json().catch(unanswered);
  heard(true);
  const read = z.safeParse(request.response, body);
  if (!read.success) throw otherThanAgreed(response.status, request.path, read.error);
  return read.data;
};

const sent = ({ body }: BoardRequest<z.ZodMiniType>): RequestInit =>
  body === undefined
    ? {}
    : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };

/** What is not understood or not allowed stays so; what had no answer may get one. */
export const mayTryAgain = (failures: number, fault: Error): boolean =>
  failures < 2 && (!(fault instanceof BoardProblem) || fault.status === 0 || fault.status >= 500);

/** It is not there, or not for this reader: asking for it again and again changes nothing. */
const isFinal = (fault: Error | null): boolean =>
  fault instanceof BoardProblem && (fault.status === 403 || fault.status === 404);

interface BoardOptions {
  /** Milliseconds until it is asked for again, while the page is on the screen and there is something to see. */
  readonly every?: number | undefined;
}

/** What the API says to this; without a request nothing is asked. */
export const useBoard = <Response extends z.ZodMiniType>(
  request: BoardRequest<Response> | undefined,
  { every }: BoardOptions = {},
) => {
  const { data, error, isLoading, refetch } = useQuery<z.output<Response>, Error>({
    queryKey: [request?.path],
    queryFn: request === undefined ? skipToken : ({ signal }) => ask(request, signal),
    refetchInterval: ({ state }) => (isFinal(state.error) ? false : (every ?? false)),
  });
  return { data, problem: error === null ? undefined : asProblem(error), isLoading, refetch };
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
