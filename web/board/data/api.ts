import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { BoardProblem, noAnswer, problemOf } from "./board-problem.ts";
import { session } from "./board-session.ts";
import { heard } from "./connection.ts";

export { BoardProblem } from "./board-problem.ts";

const address = "/board/api/";

/** Asks the API; `path` is below `/board/api/`. @throws {BoardProblem} */
export const ask = async <T>(path: string, init?: RequestInit): Promise<T> => {
  const response = await session.request(address + path, init).catch((fault: unknown) => {
    if (init?.signal?.aborted === true) throw fault;
    heard(false);
    throw noAnswer();
  });
  heard(response.status < 502);
  if (!response.ok) throw await problemOf(response);
  return response.json();
};

/** What is not understood or not allowed stays so; what had no answer may get one. */
export const mayTryAgain = (failures: number, fault: Error): boolean =>
  failures < 2 && (!(fault instanceof BoardProblem) || fault.status === 0 || fault.status >= 500);

interface BoardOptions {
  /** Milliseconds until it is asked for again, while the page is on the screen. */
  readonly every?: number | undefined;
}

/** What `GET /board/api/{path}` says; without a path nothing is asked. */
export const useBoard = <T>(path: string | undefined, { every }: BoardOptions = {}) => {
  const { data, error, isLoading, refetch } = useQuery<T, Error>({
    queryKey: [path],
    queryFn: ({ signal }) => ask<T>(path ?? "", { signal }),
    enabled: path !== undefined,
    refetchInterval: every ?? false,
  });
  return { data, problem: error === null ? undefined : asProblem(error), isLoading, refetch };
};

const asProblem = (fault: Error): BoardProblem =>
  fault instanceof BoardProblem ? fault : new BoardProblem(0, fault.message);

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
