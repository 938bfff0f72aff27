import "./pipeline.css";
import { useCallback, useEffect, useState } from "react";
import { useLocation, useSearch } from "wouter";
import { type Me, seesAllLeads } from "../../../../lambdas/contract/board.ts";
import type { Stage } from "../../../../lambdas/contract/stages.ts";
import { PageHead } from "../../components/page-head.tsx";
import { useBoard } from "../../data/api.ts";
import { reading } from "../../data/board-request.ts";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { useMedia } from "../../use-media.ts";
import { Column } from "./column.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { type Filters, filtersOf, queryOf } from "./filters.ts";
import { useFocus } from "./focus.ts";
import { pipelineWords } from "./pipeline-words.ts";
import { StageSwitch } from "./stage-switch.tsx";
import { type Arrivals, useArrivals } from "./use-arrivals.ts";

/** Milliseconds between two requests for what has changed; a page in the background sends none. */
const every = 2000;

/** Narrower than this, the page shows one column at a time. */
const oneColumn = "(width < 60rem)";

export default function PipelinePage() {
  const { say } = useLanguage();
  const format = useFormat();
  const { stages, role } = useMe();
  const [, goTo] = useLocation();
  const filters = filtersOf(useSearch());
  const query = queryOf(filters);
  const { data: pulse } = useBoard(reading("pulse"), { every });
  const { announced, remember, announce } = useArrivals();
  const isNarrow = useMedia(oneColumn);
  const { unfolded, turn } = useFolds();
  const [chosen, setChosen] = useState<Stage>();

  const countIn = (stage: Stage): number => pulse?.stages[stage]?.count ?? 0;
  const isFolded = ({ id, isOpen }: (typeof stages)[number]): boolean =>
    !unfolded.has(id) && (!isOpen || (pulse !== undefined && countIn(id) === 0));
  const onPhone = chosen ?? stages.find(({ id, isOpen }) => isOpen && countIn(id) > 0)?.id ?? stages[0]?.id;
  const shown = stages.filter((stage) => (isNarrow ? stage.id === onPhone : !isFolded(stage)));
  const focus = useFocus(shown.map(({ id }) => id));
  const total = stages.filter(({ isOpen }) => isOpen).reduce((sum, { id }) => sum + countIn(id), 0);

  const narrowTo = (next: Filters): void => {
    const asked = queryOf(next);
    goTo(asked === "" ? "/" : `/?${asked}`, { replace: true });
  };

  return (
    <div className="pipeline">
      <PageHead title={say(pipelineWords.title)}>
        <p>{pulse !== undefined && say(pipelineWords.open(total))}</p>
        {!seesAllLeads(role) && <p className="pipeline-yours">{say(pipelineWords.yours)}</p>}
      </PageHead>
      <FilterBar filters={filters} onChange={narrowTo} />
      <News announced={announced} />
      {isNarrow && onPhone !== undefined && <StageSwitch chosen={onPhone} countIn={countIn} onChoose={setChosen} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys go between the links inside */}
      <div className="pipeline-columns" onKeyDown={focus.onKeyDown} onFocus={focus.onFocus}>
        {(isNarrow ? shown : stages).map((stage) =>
          !isNarrow && isFolded(stage) ? (
            <FoldedColumn
              key={stage.id}
              stage={stage}
              count={format.number(countIn(stage.id))}
              onOpen={() => turn(stage.id)}
            />
          ) : (
            <Column
              key={`${stage.id} ${query}`}
              stage={stage}
              count={format.number(countIn(stage.id))}
              beat={pulse?.stages[stage.id]?.pulse}
              {...{ query, focus, remember, announce }}
              onFold={!isNarrow && unfolded.has(stage.id) ? () => turn(stage.id) : undefined}
            />
          ),
        )}
      </div>
    </div>
  );
}

interface FoldedColumnProps {
  readonly stage: Me["stages"][number];
  readonly count: string;
  readonly onOpen: () => void;
}

/** A collapsed column, for closed or empty stages: its name and how many leads it has. */
const FoldedColumn = ({ stage, count, onOpen }: FoldedColumnProps) => {
  const { say } = useLanguage();
  return (
    <button type="button" className="pipeline-folded" aria-expanded={false} data-fold={stage.id} onClick={onOpen}>
      <span className="pipeline-folded-count">{count}</span>
      <span className="pipeline-folded-label">{say(stage.label)}</span>
    </button>
  );
};

/** Says for screen readers which leads have come in or moved. */
const News = ({ announced }: { announced: Arrivals }) => {
  const { say } = useLanguage();
  const parts = [
    ...(announced.arrived > 0 ? [say(pipelineWords.arrived(announced.arrived))] : []),
    ...(announced.moved > 0 ? [say(pipelineWords.moved(announced.moved))] : []),
  ];
  return (
    <p className="unseen" role="status">
      {parts.join(", ")}
    </p>
  );
};

/** Stages that the reader has expanded although they would be collapsed. */
const useFolds = () => {
  const [unfolded, setUnfolded] = useState<ReadonlySet<Stage>>(new Set());
  const [turned, setTurned] = useState<{ readonly stage: Stage }>();

  // The pressed button is gone: the one in its place gets the focus.
  useEffect(() => {
    const button = turned && document.querySelector(`[data-fold="${turned.stage}"]`);
    if (button instanceof HTMLElement) button.focus();
  }, [turned]);

  const turn = useCallback((stage: Stage): void => {
    setUnfolded((all) => new Set(all.has(stage) ? [...all].filter((each) => each !== stage) : [...all, stage]));
    setTurned({ stage });
  }, []);

  return { unfolded, turn };
};
