import { useEffect, useState } from "react";
import type { Card } from "../../../lambdas/contract/board.ts";
import { useBoard } from "../data/api.ts";
import type { BoardProblem } from "../data/board-problem.ts";
import { lookingFor } from "../data/board-request.ts";

/** Fewest letters to search for, and the pause in typing before the search starts. */
const shortest = 2;
const pauseMillis = 180;

export interface Found {
  /** What the cards were found by. */
  readonly asked: string;
  /** `undefined` before the first response. */
  readonly cards: readonly Card[] | undefined;
  readonly more: boolean;
  readonly isSearching: boolean;
  /** Why the search itself failed, if it did. */
  readonly problem: BoardProblem | undefined;
}

export const useFound = (typed: string): Found => {
  const wanted = typed.trim();
  const [asked, setAsked] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), pauseMillis);
    return () => clearTimeout(timer);
  }, [wanted]);
  const isAsked = wanted.length >= shortest && asked === wanted;
  const { data, problem } = useBoard(isAsked ? lookingFor(asked) : undefined);
  return {
    asked,
    cards: data?.cards,
    more: data?.more === true,
    isSearching: wanted.length >= shortest && data === undefined && problem === undefined,
    problem,
  };
};
