import { useCallback, useEffect, useRef, useState } from "react";
import type { Pulse } from "../../../../lambdas/contract/board.ts";
import type { Stage } from "../../../../lambdas/contract/stages.ts";
import { useBoard } from "../../data/api.ts";
import { reading } from "../../data/board-request.ts";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { filtersOf } from "./filters.ts";
import { pipelineWords } from "./pipeline-words.ts";

/** How many leads a column has for this reader and these filters. */
export interface Count {
  readonly count: number;
  /** There are more: counted as far as was read. */
  readonly isMore: boolean;
}

export type ReportCount = (stage: Stage, count: Count) => void;

interface CountsAsked {
  readonly query: string;
  /** Of all leads; it says nothing of what a rep sees, nor of filters. */
  readonly pulse: Pulse | undefined;
  /** Only some of the leads are shown: then what the columns have read is counted. */
  readonly isNarrowed: boolean;
}

/** The count of each stage; `undefined` while it is not known, which is never shown as none. */
export const useCounts = ({ query, pulse, isNarrowed }: CountsAsked) => {
  const [reported, setReported] = useState<{ readonly of: string; readonly counts: ReadonlyMap<Stage, Count> }>();
  const report: ReportCount = useCallback(
    (stage, count) =>
      setReported((all) => {
        const before = all?.of === query ? all.counts : new Map<Stage, Count>();
        const known = before.get(stage);
        if (all?.of === query && known?.count === count.count && known.isMore === count.isMore) return all;
        return { of: query, counts: new Map(before).set(stage, count) };
      }),
    [query],
  );
  const countIn = (stage: Stage): Count | undefined => {
    if (!isNarrowed) return pulse && { count: pulse.stages[stage]?.count ?? 0, isMore: false };
    return reported?.of === query ? reported.counts.get(stage) : undefined;
  };
  return { countIn, report };
};

/** The sum, if each is known. */
export const sumOf = (counts: readonly (Count | undefined)[]): Count | undefined =>
  counts.reduce<Count | undefined>(
    (sum, each) => sum && each && { count: sum.count + each.count, isMore: sum.isMore || each.isMore },
    { count: 0, isMore: false },
  );

/** A number such as `12`, `20+` where there are more, or that it is not known yet. */
export const StageCount = ({ count, className }: { readonly count: Count | undefined; readonly className: string }) => {
  const { say } = useLanguage();
  const format = useFormat();
  if (count === undefined)
    return (
      <span className={className}>
        <span aria-hidden="true">…</span>
        <span className="unseen">{say(pipelineWords.counting)}</span>
      </span>
    );
  const number = format.number(count.count);
  if (!count.isMore) return <span className={className}>{number}</span>;
  const words = say(pipelineWords.atLeast(number));
  return (
    <span className={className} title={words}>
      <span aria-hidden="true">{number}+</span>
      <span className="unseen">{words}</span>
    </span>
  );
};

interface CountOnlyProps {
  readonly stage: Stage;
  readonly query: string;
  /** Pulse of the stage; a new value means that something has changed in it. */
  readonly beat: string | undefined;
  readonly report: ReportCount;
}

/** Counts a stage whose column is not open, by its first page; shows nothing. */
export const CountOnly = ({ stage, query, beat, report }: CountOnlyProps) => {
  const { data, refetch } = useBoard(reading("columns/{stage}", { stage, ...filtersOf(query) }));
  useEffect(() => {
    if (data !== undefined) report(stage, { count: data.cards.length, isMore: data.cursor !== undefined });
  }, [data, stage, report]);
  const before = useRef(beat);
  useEffect(() => {
    if (before.current !== undefined && before.current !== beat) void refetch();
    before.current = beat;
  }, [beat, refetch]);
  return null;
};
