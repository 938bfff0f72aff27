import { type FormEvent, lazy, Suspense, useState } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { Link, useLocation } from "wouter";
import { limits } from "../../../../lambdas/contract/limits.ts";
import type { CheckedText, InForceVersion, TextProblem } from "../../../../lambdas/contract/room.ts";
import { weekName } from "../../../../lambdas/domain/meeting/meeting-week.ts";
import { anyId, oneOf } from "../../address/read-address.ts";
import { useParam } from "../../address/use-address.ts";
import { Button } from "../../components/button.tsx";
import { TextArea, TextField } from "../../components/field.tsx";
import { FailedNote } from "../../components/loaded.tsx";
import { Loading } from "../../components/loading.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { Panel } from "../../components/panel.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { Repeating } from "../../components/repeating.tsx";
import { useAct, useBoard } from "../../data/api.ts";
import { asProblem, BoardProblem } from "../../data/board-problem.ts";
import { posting, reading } from "../../data/board-request.ts";
import { useLanguage } from "../../language.tsx";
import { ChangesList } from "./changes-list.tsx";
import { ControlsForm } from "./controls-form.tsx";
import { type ProposalDraft, useKeptDraft } from "./kept-draft.ts";
import { usePackProposal, whyOf, withChanges } from "./pack-change.ts";
import { roomWords as words } from "./room-words.ts";
import { useChecked } from "./use-checked.ts";
import { VersionLine } from "./version-line.tsx";

const CodeEditor = lazy(() => import("./code-editor.tsx"));

/** The form for a proposal: from the version in force, from an earlier one, or in answer to another proposal. */
export default function ProposePage() {
  const { say } = useLanguage();
  const from = useParam("from", number).value;
  const counters = useParam("counters", anyId).value;
  const decision = useDecision();
  const isCounter = counters !== undefined;
  const draft = useBoard(isCounter ? undefined : reading("proposals/draft", { from }));
  const other = useBoard(isCounter ? reading("proposals/{proposalId}", { proposalId: counters }) : undefined);
  const pack = usePackProposal();
  const read = isCounter ? other : pack.isAsked && draft.data !== undefined ? pack.read : draft;
  const begin =
    other.data !== undefined
      ? { base: other.data.inForce, text: other.data.text, title: say(words.counterTitle(other.data.proposal.title)) }
      : draft.data !== undefined && !(pack.isAsked && pack.read.data === undefined)
        ? { ...draft.data, title: from === undefined ? "" : say(words.backTitle(Number(from))) }
        : undefined;
  return (
    <>
      <PageHead title={say(isCounter ? words.counter : words.propose)}>
        {begin !== undefined && (
          <p className="room-soft">
            <VersionLine version={begin.base} as={from === undefined ? "in-force" : "was"} />
          </p>
        )}
        <p className="room-back">
          <Link href={isCounter ? `/room/${counters}` : "/room"}>
            {say(isCounter ? words.seeCountered : words.back)}
          </Link>
        </p>
      </PageHead>
      {begin === undefined && read.problem !== undefined && <FailedNote problem={read.problem} of={read} />}
      {begin === undefined && read.problem === undefined && <Loading lines={8} />}
      {begin !== undefined && (
        <ProposeForm
          key={`${begin.base.number} ${counters}`}
          {...begin}
          about={
            counters ?? (pack.isAsked ? `pack-${pack.week}-${pack.number}` : `version-${from ?? begin.base.number}`)
          }
          {...(pack.proposal !== undefined && {
            begun: {
              text: withChanges(begin.text, pack.proposal.change ?? []),
              title: say(words.packTitle(Number(pack.number), weekName(pack.week ?? ""))),
              why: whyOf(say(pack.proposal.says)),
            },
          })}
          asked={{
            ...(counters !== undefined && { counters }),
            ...(decision !== undefined && { decision }),
            ...(from !== undefined && { origin: "back" as const }),
          }}
        />
      )}
    </>
  );
}

const number = (text: string): string | undefined => (/^\d{1,6}$/.test(text) ? text : undefined);

/** A decision of the meeting that carries the proposal, named in the address as `2026-W48/<id>`. */
const useDecision = () => {
  const value = useParam("decision", (text) => (/^\d{4}-W\d\d\/[\w-]{1,64}$/.test(text) ? text : undefined)).value;
  const [week, decisionId] = value?.split("/") ?? [];
  return week === undefined || decisionId === undefined ? undefined : { week, decisionId };
};

interface ProposeFormProps {
  readonly base: InForceVersion;
  readonly text: string;
  readonly title: string;
  /** What the form begins with instead: a proposal of a meeting's pack. */
  readonly begun?: { readonly text: string; readonly title: string; readonly why: string };
  readonly about: string;
  readonly asked: {
    readonly counters?: string;
    readonly decision?: { week: string; decisionId: string };
    readonly origin?: "back";
  };
}

const ProposeForm = ({ text: base, title, begun, about, asked }: ProposeFormProps) => {
  const { say } = useLanguage();
  const { draft, change, forget } = useKeptDraft(about, { ...(begun ?? { text: base, title, why: "" }), from: "" });
  const { checked, isFresh } = useChecked(draft.text);
  const set = (changes: Partial<ProposalDraft>): void => change({ ...draft, ...changes });
  const send = useSend(draft, asked, forget);
  const problems = isFresh ? (checked?.problems ?? []) : send.problems;
  return (
    <form className="room-propose" onSubmit={(event) => void send.submit(event)} noValidate>
      <div className="room-edit">
        <Views base={base} text={draft.text} problems={problems} onChange={(text) => set({ text })} />
      </div>
      <div className="room-aside">
        <Panel title={say(words.changes)}>
          <Outcome checked={checked} isFresh={isFresh} problems={problems} />
        </Panel>
        <Panel title={say(words.form)}>
          <div className="room-form">
            <Said draft={draft} set={set} isMarked={send.isMarked} />
            {send.problem !== undefined && <ProblemNote problem={send.problem} />}
            <Repeating />
            <div className="room-actions">
              <Button type="submit" variant="primary" isPending={send.isPending}>
                {say(asked.counters === undefined ? words.send : words.sendCounter)}
              </Button>
              <Button onPress={forget}>{say(words.startOver)}</Button>
            </div>
          </div>
        </Panel>
      </div>
    </form>
  );
};

const views = ["controls", "text"] as const;

interface ViewsProps {
  readonly base: string;
  readonly text: string;
  readonly problems: readonly TextProblem[];
  readonly onChange: (text: string) => void;
}

/** Two views of one text. */
const Views = ({ base, text, problems, onChange }: ViewsProps) => {
  const { say } = useLanguage();
  const view = useParam("view", oneOf(views));
  return (
    <Tabs
      selectedKey={view.value ?? "controls"}
      onSelectionChange={(key) => view.set(key === "text" ? "text" : undefined, "replace")}
    >
      <TabList className="room-tabs" aria-label={say(words.views)}>
        {views.map((id) => (
          <Tab key={id} id={id} className="room-tab">
            {say(words[id])}
          </Tab>
        ))}
      </TabList>
      <TabPanel id="controls">
        <ControlsForm base={base} text={text} onChange={onChange} />
      </TabPanel>
      <TabPanel id="text">
        <p className="room-soft">{say(words.textHint)}</p>
        <Suspense fallback={<Loading lines={12} />}>
          <CodeEditor text={text} onChange={onChange} problems={problems} label={say(words.textLabel)} />
        </Suspense>
      </TabPanel>
    </Tabs>
  );
};

interface OutcomeProps {
  readonly checked: CheckedText | undefined;
  readonly isFresh: boolean;
  readonly problems: readonly TextProblem[];
}

/** What the text would change, or what is wrong with it. */
const Outcome = ({ checked, isFresh, problems }: OutcomeProps) => {
  const { say } = useLanguage();
  if (problems.length > 0)
    return (
      <div className="room-problems" role="status">
        <p>{say(words.problems(problems.length))}</p>
        <ul>
          {problems.map(({ line, column, key, message }) => (
            <li key={`${line} ${column} ${message}`}>
              <strong>{say(words.atLine(line))}</strong> {key !== "" && <code>{key}</code>}{" "}
              <span lang="en">{message}</span>
            </li>
          ))}
        </ul>
      </div>
    );
  if (checked?.changes === undefined) return <Loading lines={2} />;
  return (
    <div className={isFresh ? "" : "room-stale"} aria-live="polite">
      {checked.changes.changes.length === 0 && checked.changes.byDeployment.length === 0 ? (
        <p className="room-soft">{say(words.nothingYet)}</p>
      ) : (
        <ChangesList changes={checked.changes} />
      )}
    </div>
  );
};

interface SaidProps {
  readonly draft: ProposalDraft;
  readonly set: (changes: Partial<ProposalDraft>) => void;
  readonly isMarked: boolean;
}

const Said = ({ draft, set, isMarked }: SaidProps) => {
  const { say } = useLanguage();
  return (
    <>
      <TextField
        label={say(words.formTitle)}
        value={draft.title}
        onChange={(title) => set({ title })}
        maxLength={limits.proposalTitleCharacters}
        isRequired
        error={isMarked && draft.title.trim() === "" ? say(words.titleMissing) : undefined}
      />
      <TextArea
        label={say(words.formWhy)}
        value={draft.why}
        onChange={(why) => set({ why })}
        maxLength={limits.proposalWhyCharacters}
        isRequired
        error={isMarked && draft.why.trim() === "" ? say(words.whyMissing) : undefined}
      />
      <TextField
        label={say(words.formFrom)}
        hint={say(words.formFromHint)}
        type="date"
        value={draft.from}
        onChange={(from) => set({ from })}
      />
    </>
  );
};

/** Sends it; what is missing is marked, and a text that does not compile is not sent away. */
const useSend = (draft: ProposalDraft, asked: ProposeFormProps["asked"], forget: () => void) => {
  const act = useAct();
  const [, goTo] = useLocation();
  const [isMarked, setMarked] = useState(false);
  const [state, setState] = useState<"idle" | "sending" | BoardProblem | readonly TextProblem[]>("idle");
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setMarked(true);
    const [title, why] = [draft.title.trim(), draft.why.trim()];
    if (title === "" || why === "" || state === "sending") return;
    setState("sending");
    try {
      const body = { text: draft.text, title, why, ...(draft.from !== "" && { from: draft.from }), ...asked };
      const { proposalId, problems } = await act(posting("proposals", {}, body));
      if (proposalId === undefined) return setState(problems);
      forget();
      goTo(`/room/${proposalId}`);
    } catch (fault) {
      setState(asProblem(fault));
    }
  };
  return {
    submit,
    isMarked,
    isPending: state === "sending",
    problem: state instanceof BoardProblem ? state : undefined,
    problems: Array.isArray(state) ? state : [],
  };
};
