import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { asProblem, BoardProblem, noAnswer, problemOf } from "./board-problem.ts";
import { session } from "./board-session.ts";
import { heard } from "./connection.ts";

const address = "/board/api/";

/** Asks the API; `path` is below `/board/api/`. @throws {BoardProblem} */
export const ask = async <T>(path: string, init?: RequestInit): Promise<T> => {
  const unanswered = (fault: unknown): never => {
    if (init?.signal?.aborted === true) throw fault;
    heard(false);
    throw noAnswer();
  };
  const response = await session.request(address + path, init).catch(unanswered);
  if (!response.ok) {
    heard(response.status < 502);
    throw await problemOf(response);
  }
  const body: T = await response.json().catch(unanswered);
  heard(true);
  return body;
};

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

/** What `GET /board/api/{path}` says; without a path nothing is asked. */
export const useBoard = <T>(path: string | undefined, { every }: BoardOptions = {}) => {
  const { data, error, isLoading, refetch } = useQuery<T, Error>({
    queryKey: [path],
    queryFn: ({ signal }) => ask<T>(path ?? "", { signal }),
    enabled: path !== undefined,
    refetchInterval: ({ state }) => (isFinal(state.error) ? false : (every ?? false)),
  });
  return { data, problem: error === null ? undefined : asProblem(error), isLoading, refetch };
};

/** The indexes behind the lists may lag a little behind the lead itself. */
const lagMillis = 1500;

/** All that is on the screen may show the lead; who is signed in and what is agreed does not. */
const refreshAll = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({ predicate: ({ queryKey: [path] }) => path !== "me" && path !== "agreement" });

/** Does something: `POST /board/api/{path}`. @throws {BoardProblem} */
export const useAct = () => {
  const client = useQueryClient();
  return useCallback(
    async <T>(path: string, body: unknown): Promise<T> => {
      const headers = { "content-type": "application/json" };
      const done = await ask<T>(path, { method: "POST", headers, body: JSON.stringify(body) });
      void refreshAll(client);
      setTimeout(() => void refreshAll(client), lagMillis);
      return done;
    },
    [client],
  );
};
