import "./pipeline.css";
import { useState } from "react";
import { useSearch } from "wouter";
import { seesAllLeads } from "../../../../lambdas/contract/board.ts";
import type { Stage } from "../../../../lambdas/contract/stages.ts";
import { IgnoredNote } from "../../address/ignored-note.tsx";
import { oneOf } from "../../address/read-address.ts";
import { useChangeAddress, useParam } from "../../address/use-address.ts";
import { componentWords } from "../../components/component-words.ts";
import { ExportMenu } from "../../components/export-menu.tsx";
import { FailedNote, StaleNote } from "../../components/loaded.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { useBoard } from "../../data/api.ts";
import { reading } from "../../data/board-request.ts";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { useMedia } from "../../use-media.ts";
import { Column } from "./column.tsx";
import { CountOnly, sumOf, useCounts } from "./counts.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { asParams, knownFilters, queryOf } from "./filters.ts";
import { useFocus } from "./focus.ts";
import { HiddenStages } from "./hidden-stages.tsx";
import { pipelineWords } from "./pipeline-words.ts";
import { groups, stagesFrom } from "./shown-stages.ts";
import { GroupSwitch, StageSwitch } from "./stage-switch.tsx";
import { type Arrivals, useArrivals } from "./use-arrivals.ts";
import { useHiddenColumns } from "./use-hidden-columns.ts";

/** Milliseconds between two requests for what has changed; a page in the background sends none. */
const every = 2000;

/** Stands for the pulse of a stage that no lead has been in: the first one that comes changes it. */
const neverCounted = "";

/** Narrower than this, the reader chooses by a switch which stages the page shows: two of them, or one on phones. */
const chosenStages = "(width < 60rem)";
const oneStage = "(width < 40rem)";

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
  const isNarrow = useMedia(chosenStages);
  const isSingle = useMedia(oneStage);
  const chosen = useParam("stage", oneOf(stages.map(({ id }) => id)));
  const group = useParam("stages", oneOf(groups));

  const isNarrowed = isOwn || query !== "";
  const { countIn, report } = useCounts({ query, pulse, isNarrowed });
  const beatOf = (stage: Stage): string | undefined => pulse && (pulse.stages[stage]?.pulse ?? neverCounted);
  // Chosen once: leads that come into an earlier stage do not take away what is being read.
  const [first, setFirst] = useState<Stage>();
  if (first === undefined && (pulse !== undefined || pulseRead.problem !== undefined))
    setFirst((stages.find(({ id, isOpen }) => isOpen && (pulse?.stages[id]?.count ?? 0) > 0) ?? stages[0])?.id);
  const shown = isNarrow
    ? stagesFrom(stages, chosen.value ?? first, isSingle ? 1 : 2)
    : stages.filter(({ isOpen }) => isOpen === (group.value !== "closed"));
  const focus = useFocus(shown.map(({ id }) => id));
  const { scroller, hidden, showHidden } = useHiddenColumns(shown.length);
  const total = sumOf(stages.filter(({ isOpen }) => isOpen).map(({ id }) => countIn(id)));
  const notOpen = isNarrowed ? stages.filter((stage) => !shown.includes(stage)) : [];

  return (
    <div className="pipeline">
      <PageHead
        title={say(pipelineWords.title)}
        actions={
          <>
            {!isNarrow && (
              <>
                <HiddenStages {...hidden} onShow={showHidden} />
                <GroupSwitch
                  chosen={group.value ?? "open"}
                  onChoose={(next) => group.set(next === "open" ? undefined : next)}
                />
              </>
            )}
            <ExportMenu
              name="pipeline"
              list="pipeline"
              query={{ ...filters, ...(isSingle && { stage: shown[0]?.id }) }}
            />
          </>
        }
      >
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
          (chosen.isIgnored || group.isIgnored) && pipelineWords.stage,
        ]}
      />
      <FilterBar filters={filters} onChange={(next) => change(asParams(next), "push")} />
      <StaleNote of={pulseRead} />
      {pulse === undefined && pulseRead.problem && <FailedNote problem={pulseRead.problem} of={pulseRead} />}
      {notOpen.map(({ id }) => (
        <CountOnly key={`${id} ${query}`} stage={id} query={query} beat={beatOf(id)} report={report} />
      ))}
      <News announced={announced} />
      {isNarrow && <StageSwitch shown={shown} countIn={countIn} onChoose={chosen.set} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys go between the links inside */}
      <div
        className={`pipeline-columns pipeline-columns-${group.value ?? "open"}`}
        ref={scroller}
        onKeyDown={focus.onKeyDown}
        onFocus={focus.onFocus}
      >
        {shown.map((stage) => (
          <Column
            key={`${stage.id} ${query}`}
            stage={stage}
            count={countIn(stage.id)}
            beat={beatOf(stage.id)}
            {...{ query, report, focus, remember, announce }}
          />
        ))}
      </div>
    </div>
  );
}

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
