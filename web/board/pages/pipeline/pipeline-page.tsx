import "./pipeline.css";
import { useEffect, useState } from "react";
import { useSearch } from "wouter";
import { type Me, seesAllLeads } from "../../../../lambdas/contract/board.ts";
import type { Stage } from "../../../../lambdas/contract/stages.ts";
import { IgnoredNote } from "../../address/ignored-note.tsx";
import { oneOf } from "../../address/read-address.ts";
import { useChangeAddress, useParam } from "../../address/use-address.ts";
import { componentWords } from "../../components/component-words.ts";
import { FailedNote, StaleNote } from "../../components/loaded.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { useBoard } from "../../data/api.ts";
import { reading } from "../../data/board-request.ts";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { useMedia } from "../../use-media.ts";
import { Column } from "./column.tsx";
import { type Count, CountOnly, StageCount, sumOf, useCounts } from "./counts.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { asParams, knownFilters, queryOf } from "./filters.ts";
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
  const me = useMe();
  const { stages, role } = me;
  const change = useChangeAddress();
  const { filters, ignored } = knownFilters(useSearch(), me);
  const query = queryOf(filters);
  const isOwn = !seesAllLeads(role);
  const pulseRead = useBoard(reading("pulse"), { every });
  const { data: pulse } = pulseRead;
  const { announced, remember, announce } = useArrivals();
  const isNarrow = useMedia(oneColumn);
  const stageIds = stages.map(({ id }) => id);
  const chosen = useParam("stage", oneOf(stageIds));
  const folds = useFolds(stageIds);
  const { unfolded, turn } = folds;

  const isNarrowed = isOwn || query !== "";
  const { countIn, report } = useCounts({ query, pulse, isNarrowed });
  /** Of all leads, whoever sees them. */
  const allIn = (stage: Stage): number => pulse?.stages[stage]?.count ?? 0;
  const isFolded = ({ id, isOpen }: (typeof stages)[number]): boolean =>
    !unfolded.has(id) && (!isOpen || (pulse !== undefined && allIn(id) === 0));
  const onPhone = chosen.value ?? stages.find(({ id, isOpen }) => isOpen && allIn(id) > 0)?.id ?? stages[0]?.id;
  const shown = stages.filter((stage) => (isNarrow ? stage.id === onPhone : !isFolded(stage)));
  const focus = useFocus(shown.map(({ id }) => id));
  const total = sumOf(stages.filter(({ isOpen }) => isOpen).map(({ id }) => countIn(id)));
  const notOpen = isNarrowed ? stages.filter((stage) => !shown.includes(stage)) : [];

  return (
    <div className="pipeline">
      <PageHead title={say(pipelineWords.title)}>
        <p>
          {say(
            total === undefined
              ? pipelineWords.counting
              : pipelineWords.openOfWhich(pipelineWords.open(total.count), {
                  isMore: total.isMore,
                  isOwn,
                  isFiltered: query !== "",
                }),
          )}
        </p>
        {isOwn && <p className="pipeline-yours">{say(pipelineWords.yours)}</p>}
      </PageHead>
      <IgnoredNote
        of={[
          ...ignored.map((name) => (name === "attention" ? componentWords.needsAttention : pipelineWords[name])),
          (chosen.isIgnored || folds.isIgnored) && pipelineWords.stage,
        ]}
      />
      <FilterBar filters={filters} onChange={(next) => change(asParams(next), "push")} />
      <StaleNote of={pulseRead} />
      {pulse === undefined && pulseRead.problem && <FailedNote problem={pulseRead.problem} of={pulseRead} />}
      {notOpen.map(({ id }) => (
        <CountOnly key={`${id} ${query}`} stage={id} query={query} beat={pulse?.stages[id]?.pulse} report={report} />
      ))}
      <News announced={announced} />
      {isNarrow && onPhone !== undefined && <StageSwitch chosen={onPhone} countIn={countIn} onChoose={chosen.set} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys go between the links inside */}
      <div className="pipeline-columns" onKeyDown={focus.onKeyDown} onFocus={focus.onFocus}>
        {(isNarrow ? shown : stages).map((stage) =>
          !isNarrow && isFolded(stage) ? (
            <FoldedColumn key={stage.id} stage={stage} count={countIn(stage.id)} onOpen={() => turn(stage.id)} />
          ) : (
            <Column
              key={`${stage.id} ${query}`}
              stage={stage}
              count={countIn(stage.id)}
              beat={pulse?.stages[stage.id]?.pulse}
              {...{ query, report, focus, remember, announce }}
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
  readonly count: Count | undefined;
  readonly onOpen: () => void;
}

/** A collapsed column, for closed or empty stages: its name and how many leads it has. */
const FoldedColumn = ({ stage, count, onOpen }: FoldedColumnProps) => {
  const { say } = useLanguage();
  return (
    <button type="button" className="pipeline-folded" aria-expanded={false} data-fold={stage.id} onClick={onOpen}>
      <StageCount className="pipeline-folded-count" count={count} />
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
const useFolds = (stages: readonly Stage[]) => {
  const { value, isIgnored, set } = useParam("open", (text) => {
    const asked = text.split(",");
    const known = stages.filter((stage) => asked.includes(stage));
    return known.length === asked.length ? known : undefined;
  });
  const unfolded: ReadonlySet<Stage> = new Set(value);
  const [turned, setTurned] = useState<{ readonly stage: Stage }>();

  // The pressed button is gone: the one in its place gets the focus.
  useEffect(() => {
    const button = turned && document.querySelector(`[data-fold="${turned.stage}"]`);
    if (button instanceof HTMLElement) button.focus();
  }, [turned]);

  const turn = (stage: Stage): void => {
    const open = unfolded.has(stage) ? [...unfolded].filter((each) => each !== stage) : [...unfolded, stage];
    set(open.join(","), "replace");
    setTurned({ stage });
  };

  return { unfolded, isIgnored, turn };
};
