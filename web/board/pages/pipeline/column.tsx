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
  readonly see: (cards: readonly Card[]) => void;
  readonly tell: (cards: readonly Card[]) => void;
  /** Ended stages can be folded away again. */
  readonly onFold?: (() => void) | undefined;
}

export const Column = ({ stage, count, beat, query, focus, see, tell, onFold }: ColumnProps) => {
  const { say } = useLanguage();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const isAtTop = useCallback(() => (scroller.current?.scrollTop ?? 0) < 400, []);
  const column = useColumn({ stage: stage.id, query, beat, isAtTop });
  const { cards, isLoading } = column;
  const fresh = useNewCards({ cards, isLoading, see, tell });
  const { show } = focus;
  useEffect(() => show(stage.id, cards), [show, stage.id, cards]);
  // Gone, it shows nothing any more: a card of another column is tabbed to.
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
