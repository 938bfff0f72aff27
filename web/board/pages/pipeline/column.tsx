import { useCallback, useEffect, useId, useRef } from "react";
import type { Card, Me } from "../../../../lambdas/contract/board.ts";
import { Button } from "../../components/button.tsx";
import { Empty } from "../../components/empty.tsx";
import { Loading } from "../../components/loading.tsx";
import { useLanguage } from "../../language.tsx";
import { CardList } from "./card-list.tsx";
import { ColumnEnd } from "./column-end.tsx";
import type { Focus } from "./focus.ts";
import { pipelineWords } from "./pipeline-words.ts";
import { useColumn } from "./use-column.ts";
import { useNewCards } from "./use-new-cards.ts";

interface ColumnProps {
  readonly stage: Me["stages"][number];
  readonly count: string;
  readonly beat: string | undefined;
  readonly query: string;
  readonly focus: Focus;
  readonly remember: (cards: readonly Card[]) => void;
  readonly announce: (cards: readonly Card[]) => void;
  /** Collapses a stage that was collapsed at first; no button when left out. */
  readonly onFold?: (() => void) | undefined;
}

export const Column = ({ stage, count, beat, query, focus, remember, announce, onFold }: ColumnProps) => {
  const { say } = useLanguage();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const isAtTop = useCallback(() => (scroller.current?.scrollTop ?? 0) < 400, []);
  const column = useColumn({ stage: stage.id, query, beat, isAtTop });
  const { cards, isLoading } = column;
  const fresh = useNewCards({ cards, isLoading, remember, announce });
  const { show } = focus;
  useEffect(() => show(stage.id, cards), [show, stage.id, cards]);
  // Once the column is gone, the tab stop moves to a card of another column.
  useEffect(() => () => show(stage.id, []), [show, stage.id]);
  const label = say(stage.label);

  return (
    <section className="pipeline-column" aria-labelledby={id}>
      <header className={`pipeline-column-head pipeline-column-${stage.owner}`}>
        <h2 id={id}>{label}</h2>
        <span className="pipeline-column-count">{count}</span>
        {onFold !== undefined && (
          <Button onPress={onFold} data-fold={stage.id} aria-label={say(pipelineWords.closeColumn(label))}>
            <span aria-hidden="true">–</span>
          </Button>
        )}
      </header>
      <div className="pipeline-scroll" ref={scroller}>
        {isLoading && <Loading lines={4} />}
        <CardList
          label={label}
          cards={cards}
          fresh={fresh}
          activeId={focus.activeId}
          scroller={scroller}
          wanted={focus.wanted?.stage === stage.id ? focus.wanted.index : undefined}
          onFocused={focus.reached}
        />
        {!isLoading && cards.length === 0 && !column.isReading && (
          <Empty title={say(emptyTitle(query, column.hasMore))}>{query === "" && say(pipelineWords.noneText)}</Empty>
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
