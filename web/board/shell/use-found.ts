import { useEffect, useState } from "react";
import type { Card, SearchResult } from "../../../lambdas/contract/board.ts";
import { useBoard } from "../data/api.ts";

/** Letters that are worth asking for, and how long whoever types has to pause. */
const shortest = 2;
const pauseMillis = 180;

export interface Found {
  /** None while nothing was asked or answered. */
  readonly cards: readonly Card[] | undefined;
  readonly more: boolean;
  readonly isSearching: boolean;
}

export const useFound = (typed: string): Found => {
  const wanted = typed.trim();
  const [asked, setAsked] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), pauseMillis);
    return () => clearTimeout(timer);
  }, [wanted]);
  const isAsked = wanted.length >= shortest && asked === wanted;
  const { data } = useBoard<SearchResult>(isAsked ? `search?q=${encodeURIComponent(asked)}` : undefined);
  return {
    cards: data?.cards,
    more: data?.more === true,
    isSearching: wanted.length >= shortest && data === undefined,
  };
};
