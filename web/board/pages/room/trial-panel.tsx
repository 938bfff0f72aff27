import { type FormEvent, useState } from "react";
import { Link } from "wouter";
import type { Chart as ChartData } from "../../../../lambdas/contract/board.ts";
import type { ProposalView } from "../../../../lambdas/contract/room.ts";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import {
  fewestForVerdict,
  type TrialCount,
  type TrialFigures,
  type TrialGroup,
  type TrialLead,
  type TrialView,
  trialWeeks,
} from "../../../../lambdas/contract/trial.ts";
import { Button } from "../../components/button.tsx";
import { Chart } from "../../components/chart.tsx";
import { type DataColumn, DataTable } from "../../components/data-table.tsx";
import { TextField } from "../../components/field.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { Loading } from "../../components/loading.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { useAct, useBoard } from "../../data/api.ts";
import { asProblem, type BoardProblem } from "../../data/board-problem.ts";
import { posting, reading } from "../../data/board-request.ts";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { useMe, useSourceLabel, useStage } from "../../me.tsx";
import { roomWords as words } from "./room-words.ts";

/** Milliseconds between two looks. */
const every = { working: 1000, still: 30_000 };

/** The proposal tried on the past: asked for, on its way, and what came of it. */
export const TrialPanel = ({ view: { proposal, may } }: { readonly view: ProposalView }) => {
  const { proposalId, version } = proposal;
  const request = reading("proposals/{proposalId}/trial", { proposalId });
  const read = useBoard(request, { every: every.still });
  const state = read.data?.trial?.state;
  // The same question asked more often while something moves; both have one answer.
  useBoard(state === "asked" || state === "running" ? request : undefined, { every: every.working });
  return (
    <Loaded of={read} skeleton={<Loading lines={2} />}>
      {({ trial }) => (
        <div className="room-trial">
          {may.includes("try") && <Ask proposalId={proposalId} trial={trial} onAsked={() => void read.refetch()} />}
          <Result trial={trial} version={version} />
        </div>
      )}
    </Loaded>
  );
};

type Trial = TrialView["trial"];

interface AskProps {
  readonly proposalId: string;
  readonly trial: Trial;
  readonly onAsked: () => void;
}

const Ask = ({ proposalId, trial, onAsked }: AskProps) => {
  const { say } = useLanguage();
  const act = useAct();
  const [text, setText] = useState(String(trial?.weeks ?? trialWeeks.usual));
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<BoardProblem>();
  const weeks = Number(text);
  const isWrong = !Number.isInteger(weeks) || weeks < trialWeeks.least || weeks > trialWeeks.most;
  const isMoving = trial?.state === "asked" || trial?.state === "running";
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isWrong || isPending || isMoving) return;
    setPending(true);
    setProblem(undefined);
    await act(posting("proposals/{proposalId}/try", { proposalId }, { weeks })).catch((fault: unknown) =>
      setProblem(asProblem(fault)),
    );
    setPending(false);
    onAsked();
  };
  return (
    <form className="room-trial-ask" onSubmit={(event) => void submit(event)} noValidate>
      <p className="room-soft">{say(words.trialText)}</p>
      <div className="room-trial-weeks">
        <TextField
          label={say(words.trialWeeks)}
          type="number"
          min={trialWeeks.least}
          max={trialWeeks.most}
          value={text}
          onChange={setText}
          error={isWrong ? say(words.trialWeeksWrong(trialWeeks.least, trialWeeks.most)) : undefined}
        />
        <Button type="submit" isPending={isPending || isMoving}>
          {say(trial === undefined ? words.trialDo : words.trialAgain)}
        </Button>
      </div>
      {problem !== undefined && <ProblemNote problem={problem} />}
    </form>
  );
};

const Result = ({ trial, version }: { readonly trial: Trial; readonly version: string }) => {
  const { say } = useLanguage();
  const { number } = useFormat();
  if (trial === undefined) return null;
  const { state, progress, figures } = trial;
  if (state === "asked") return <p role="status">{say(words.trialAsked)}</p>;
  if (state === "failed") return <p role="alert">{say(words.trialFailed)}</p>;
  if (state === "running")
    return (
      <div role="status">
        <p>{say(words.trialRunning(number(progress.done), number(progress.of)))}</p>
        <progress value={progress.done} max={Math.max(1, progress.of)} aria-label={say(words.trial)} />
      </div>
    );
  return (
    <>
      {trial.version !== version && <p className="room-warning">{say(words.trialOther)}</p>}
      {figures !== undefined && <Figures figures={figures} />}
    </>
  );
};

const Figures = ({ figures }: { readonly figures: TrialFigures }) => {
  const { say } = useLanguage();
  const { number, date } = useFormat();
  const { mqls, perWeek, lists, cannotKnow, capacity } = figures;
  const chart: ChartData = {
    id: "trial-mqls",
    title: words.mqlsPerWeek,
    alt: words.mqlsAlt(number(mqls.before.count), number(mqls.after.count)),
    kind: "bars",
    categories: perWeek.map(({ week }) => ({ es: week, en: week })),
    series: [
      { name: words.asInForce, values: perWeek.map(({ before }) => before) },
      { name: words.asProposed, values: perWeek.map(({ after }) => after) },
    ],
  };
  return (
    <>
      <p>{say(words.trialOf(number(figures.judged), date(figures.from), date(figures.until)))}</p>
      <div className="room-trial-figures">
        <Chart chart={chart} />
        <KeyFigures figures={figures} />
      </div>
      <Group id="in" title={words.facts.in} group={figures.in} list={lists.in} />
      <Group id="out" title={words.facts.out} group={figures.out} list={lists.out} />
      {capacity !== undefined && <Capacity capacity={capacity} />}
      <h3 className="room-heading">{say(words.cannotKnow)}</h3>
      <ul className="room-changes">
        {cannotKnow.map((each) => (
          <li key={each}>{say(words.unknowns[each])}</li>
        ))}
      </ul>
    </>
  );
};

/** A count; of a small one between how many it would be. */
const useCount = () => {
  const { say } = useLanguage();
  const { number } = useFormat();
  return ({ count, interval }: TrialCount): string =>
    interval === undefined
      ? number(count)
      : `${number(count)} (${say(words.interval(number(rounded(interval.least)), number(rounded(interval.most))))})`;
};

const rounded = (value: number): number => Math.round(value * 10) / 10;

const KeyFigures = ({ figures: { mqls, both, won, rejectionsSpared, erased, in: come, out } }: FiguresProps) => {
  const { say } = useLanguage();
  const said = useCount();
  const { facts } = words;
  const rows: { readonly name: Bilingual; readonly count: TrialCount }[] = [
    { name: words.asInForce, count: mqls.before },
    { name: words.asProposed, count: mqls.after },
    { name: facts.in, count: come.all },
    { name: facts.out, count: out.all },
    { name: facts.sooner, count: both.sooner },
    { name: facts.later, count: both.later },
    { name: facts.wonKept, count: won.kept },
    { name: facts.wonLost, count: won.lost },
    { name: facts.spared, count: rejectionsSpared },
    { name: facts.missing, count: { count: erased.people } },
  ];
  return (
    <div>
      <DataTable
        caption={say(words.facts.mqls)}
        csvName="trial"
        rows={rows}
        columns={[
          { id: "fact", label: say(words.fact), value: ({ name }) => say(name) },
          {
            id: "count",
            label: say(words.cases),
            align: "end",
            value: ({ count }) => said(count),
            csv: ({ count }) => count.count,
          },
        ]}
      />
      {rows.some(({ count }) => count.interval !== undefined) && (
        <p className="room-soft">{say(words.intervalText(fewestForVerdict))}</p>
      )}
    </div>
  );
};
interface FiguresProps {
  readonly figures: TrialFigures;
}

interface GroupProps {
  readonly id: "in" | "out";
  readonly title: Bilingual;
  readonly group: TrialGroup;
  readonly list: TrialFigures["lists"]["in"];
}

/** Those who would have come in, or would not: what became of them, and who they are. */
const Group = ({ id, title, group, list }: GroupProps) => {
  const { say } = useLanguage();
  const said = useCount();
  return (
    <section aria-labelledby={`trial-${id}`}>
      <h3 className="room-heading" id={`trial-${id}`}>
        {say(title)}: {said(group.all)}
      </h3>
      <ul className="room-fates">
        {group.fates
          .filter(({ leads }) => leads.count > 0)
          .map(({ fate, leads }) => (
            <li key={fate}>
              {say(words.fates[fate])}: <strong>{said(leads)}</strong>
            </li>
          ))}
      </ul>
      {list.leads.length > 0 && (
        <details className="room-leads">
          <summary>{say(words.showLeads(list.leads.length))}</summary>
          <Leads id={id} caption={say(title)} leads={list.leads} />
          {list.isCut && <p className="room-soft">{say(words.cut)}</p>}
        </details>
      )}
    </section>
  );
};

interface LeadsProps {
  readonly id: string;
  readonly caption: string;
  readonly leads: readonly TrialLead[];
}

const Leads = ({ id, caption, leads }: LeadsProps) => {
  const { say } = useLanguage();
  const { date, number } = useFormat();
  const { rejectReasons, lostReasons } = useMe();
  const source = useSourceLabel();
  const reason = (code: string | undefined): string => {
    const known = [...rejectReasons, ...lostReasons].find((each) => each.id === code)?.label;
    return known === undefined ? (code ?? "") : say(known);
  };
  const seen = ({ grade, fit, familiarity }: TrialLead["before"]): string =>
    say(words.seen(grade, number(Math.round(fit)), number(Math.round(familiarity))));
  const columns: DataColumn<TrialLead>[] = [
    {
      id: "lead",
      label: say(words.lead),
      value: ({ leadId, before, after }) => (
        <Link href={`/leads/${leadId}`}>
          {say(words.leadOf(date(id === "in" ? after.at : before.at)))}
          <span className="unseen"> {leadId}</span>
        </Link>
      ),
      csv: ({ leadId }) => leadId,
    },
    { id: "before", label: say(words.asInForce), value: ({ before }) => seen(before) },
    { id: "after", label: say(words.asProposed), value: ({ after }) => seen(after) },
    {
      id: "fate",
      label: say(words.whatBecame),
      value: ({ fate, reason: code }) => [say(words.fates[fate]), reason(code)].filter(Boolean).join(": "),
    },
    {
      id: "stage",
      label: say(words.stageNow),
      value: ({ stage }) => <StageName of={stage} />,
      csv: ({ stage }) => stage,
    },
    {
      id: "source",
      label: say(words.source),
      value: (each) => (each.source === undefined ? "" : say(source(each.source))),
    },
  ];
  return <DataTable caption={caption} hidesCaption csvName={`trial-${id}`} rows={leads} columns={columns} />;
};

const StageName = ({ of }: { readonly of: TrialLead["stage"] }) => {
  const { say } = useLanguage();
  const stage = useStage(of);
  return stage === undefined ? of : say(stage.label);
};

const Capacity = ({ capacity }: { readonly capacity: NonNullable<TrialFigures["capacity"]> }) => {
  const { say } = useLanguage();
  const { number, share } = useFormat();
  const { before, after } = capacity;
  const row = (name: Bilingual, of: (side: typeof before) => string) => ({
    name: say(name),
    before: of(before),
    after: of(after),
  });
  return (
    <DataTable
      caption={say(words.capacity)}
      csvName="trial-capacity"
      rows={[
        row(words.mqlsPerWeek, ({ mqlsPerWeek }) => number(rounded(mqlsPerWeek))),
        row(words.fitCapacity, ({ capacityPerWeek }) => number(rounded(capacityPerWeek))),
        row(words.capacityWait, ({ waitHours }) => number(rounded(waitHours))),
        row(words.capacityBroken, ({ brokenShare }) => share(brokenShare)),
        row(words.capacityOverflow, ({ overflowShare }) => share(overflowShare)),
        row(words.fit, ({ isSufficient }) => say(isSufficient ? words.fitYes : words.fitNo)),
      ]}
      columns={[
        { id: "name", label: say(words.fact), value: ({ name }) => name },
        { id: "before", label: say(words.asInForce), align: "end", value: (each) => each.before },
        { id: "after", label: say(words.asProposed), align: "end", value: (each) => each.after },
      ]}
    />
  );
};
