import { useCallback, useEffect, useId, useRef } from "react";
import { type Card, type Me, seesAllLeads } from "../../../../lambdas/contract/board.ts";
import { Empty } from "../../components/empty.tsx";
import { StaleNote } from "../../components/loaded.tsx";
import { Loading } from "../../components/loading.tsx";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { CardList } from "./card-list.tsx";
import { ColumnEnd } from "./column-end.tsx";
import { type Count, type ReportCount, StageCount } from "./counts.tsx";
import type { Focus } from "./focus.ts";
import { pipelineWords } from "./pipeline-words.ts";
import { useColumn } from "./use-column.ts";
import { useNewCards } from "./use-new-cards.ts";

interface ColumnProps {
  readonly stage: Me["stages"][number];
  readonly count: Count | undefined;
  readonly report: ReportCount;
  readonly beat: string | undefined;
  readonly query: string;
  readonly focus: Focus;
  readonly remember: (cards: readonly Card[]) => void;
  readonly announce: (cards: readonly Card[]) => void;
}

export const Column = ({ stage, count, report, beat, query, focus, remember, announce }: ColumnProps) => {
  const { say } = useLanguage();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const isAtTop = useCallback(() => (scroller.current?.scrollTop ?? 0) < 400, []);
  const column = useColumn({ stage: stage.id, query, beat, isAtTop });
  const { cards, isLoading, hasMore, problem } = column;
  const { role } = useMe();
  const fresh = useNewCards({ cards, isLoading, remember, announce });
  const { show } = focus;
  useEffect(() => show(stage.id, cards), [show, stage.id, cards]);
  // Once the column is gone, the tab stop moves to a card of another column.
  useEffect(() => () => show(stage.id, []), [show, stage.id]);
  useEffect(() => {
    if (!isLoading && problem === undefined) report(stage.id, { count: cards.length, isMore: hasMore });
  }, [report, stage.id, cards.length, hasMore, isLoading, problem]);
  const label = say(stage.label);
  const isOwn = !seesAllLeads(role);

  return (
    <section className="pipeline-column" aria-labelledby={id}>
      <header className={`pipeline-column-head pipeline-column-${stage.owner}`}>
        <h2 id={id} title={label}>
          {label}
        </h2>
        <StageCount className="pipeline-column-count" count={count} />
      </header>
      <div className="pipeline-scroll" ref={scroller}>
        {isLoading && <Loading lines={4} />}
        {!column.isNextMissing && <StaleNote of={column.reading} />}
        <CardList
          label={label}
          cards={cards}
          fresh={fresh}
          activeId={focus.activeId}
          scroller={scroller}
          wanted={focus.wanted?.stage === stage.id ? focus.wanted.index : undefined}
          onFocused={focus.reached}
        />
        {!isLoading && problem === undefined && cards.length === 0 && !column.isReading && (
          <Empty title={say(emptyTitle(query, hasMore))}>
            {query === "" && say(isOwn ? pipelineWords.noneYours : pipelineWords.noneText)}
          </Empty>
        )}
        <ColumnEnd column={column} scroller={scroller} />
      </div>
    </section>
  );
};

const emptyTitle = (query: string, hasMore: boolean) => {
  if (query === "") return pipelineWords.none;
  return hasMore ? pipelineWords.soFar : pipelineWords.noneFiltered;
};
