import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef } from "react";
import type { ColumnPage } from "../../../../lambdas/contract/board.ts";
import type { Stage } from "../../../../lambdas/contract/stages.ts";
import { ask, toldProblem } from "../../data/api.ts";
import { reading } from "../../data/board-request.ts";
import { cardsOf, goesOnByItself, hasToBeAsked } from "./column-pages.ts";
import { filtersOf } from "./filters.ts";

/** Milliseconds by which the index behind the columns may lag behind the counters. */
const lag = 1500;

interface ColumnAsked {
  readonly stage: Stage;
  /** Filters, as the API takes them. */
  readonly query: string;
  /** Pulse of the stage; a new value means that something has changed in it. None until it has been read. */
  readonly beat: string | undefined;
  /** Whether the reader is at the top: then only the first page is loaded again. */
  readonly isAtTop: () => boolean;
}

/** A column as far as it has been loaded; it is loaded again when its stage has changed. */
export const useColumn = ({ stage, query, beat, isAtTop }: ColumnAsked) => {
  const client = useQueryClient();
  const key = useMemo(() => [`columns/${stage}`, query], [stage, query]);
  const read = useInfiniteQuery({
    queryKey: key,
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) =>
      ask(reading("columns/{stage}", { stage, ...filtersOf(query), cursor: pageParam }), signal),
    getNextPageParam: ({ cursor }) => cursor,
  });
  const { data, dataUpdatedAt, error, hasNextPage, isFetching, isFetchingNextPage, fetchNextPage, refetch } = read;
  const problem = toldProblem(read);

  const lastBeat = useRef(beat);
  useEffect(() => {
    const isFirst = lastBeat.current === undefined;
    if (beat === undefined || lastBeat.current === beat) return;
    lastBeat.current = beat;
    if (isFirst) return;
    const again = (): void => {
      if (isAtTop()) client.setQueryData(key, firstOf);
      void refetch();
    };
    again();
    const timer = setTimeout(again, lag);
    return () => clearTimeout(timer);
  }, [beat, client, key, refetch, isAtTop]);

  const pages = data?.pages ?? none;
  const goesOn = goesOnByItself(pages) && !isFetchingNextPage && error === null;
  useEffect(() => {
    if (goesOn) void fetchNextPage();
  }, [goesOn, fetchNextPage]);

  return {
    cards: useMemo(() => cardsOf(pages), [pages]),
    isLoading: data === undefined && problem === undefined,
    problem,
    /** What failed is the next page: those before it are up to date. */
    isNextMissing: read.isFetchNextPageError,
    reading: { data, problem, readAt: dataUpdatedAt, isReading: isFetching, refetch },
    hasMore: hasNextPage,
    hasToBeAsked: hasToBeAsked(pages),
    isReading: isFetchingNextPage,
    readMore: fetchNextPage,
    refetch,
  };
};

const none: readonly ColumnPage[] = [];

interface Pages {
  readonly pages: ColumnPage[];
  readonly pageParams: string[];
}

const firstOf = (data: Pages | undefined): Pages | undefined =>
  data && { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) };
