import { useState } from "react";
import { Link, useLocation } from "wouter";
import type { Proposal, ProposalView } from "../../../../lambdas/contract/room.ts";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { oneOf } from "../../address/read-address.ts";
import { useDialog } from "../../address/use-address.ts";
import { Badge } from "../../components/badge.tsx";
import { Button } from "../../components/button.tsx";
import { componentWords } from "../../components/component-words.ts";
import { Confirmation } from "../../components/confirmation.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { Loading } from "../../components/loading.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { Panel } from "../../components/panel.tsx";
import { useBoard } from "../../data/api.ts";
import { reading } from "../../data/board-request.ts";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { BeforeAfter } from "./before-after.tsx";
import { ChangesList } from "./changes-list.tsx";
import { EndDialog } from "./end-dialog.tsx";
import { FitPanel } from "./fit-panel.tsx";
import { roomWords as words } from "./room-words.ts";
import { SignDialog } from "./sign-dialog.tsx";
import { Signatures } from "./signatures.tsx";
import { StateBadge } from "./state-badge.tsx";
import { TrialPanel } from "./trial-panel.tsx";
import { Hash } from "./version-line.tsx";

/** Milliseconds between two looks: the other department may be signing. */
const every = 15_000;

/** One proposal: who proposes what and why, the contract before and after, and what may be done about it. */
export const ProposalPage = ({ proposalId }: { readonly proposalId: string }) => {
  const { say } = useLanguage();
  const read = useBoard(reading("proposals/{proposalId}", { proposalId }), { every });
  return (
    <>
      {read.data === undefined && <PageHead title={say(words.title)} />}
      <Loaded of={read} skeleton={<Loading lines={8} />}>
        {(view) => <OneProposal view={view} onStale={() => void read.refetch()} />}
      </Loaded>
    </>
  );
};

interface OneProposalProps {
  readonly view: ProposalView;
  /** It has changed since: what is shown is to be read again. */
  readonly onStale: () => void;
}

const OneProposal = ({ view, onStale }: OneProposalProps) => {
  const { say } = useLanguage();
  const { proposal, changes } = view;
  const dialog = useDialog("do", oneOf(["sign", "withdraw", "refuse"]));
  const [done, setDone] = useState<Bilingual>();
  const isDone = (said: Bilingual): void => {
    setDone(said);
    onStale();
  };
  return (
    <article className="room-one">
      <PageHead title={proposal.title} actions={<Actions view={view} onOpen={dialog.open} />}>
        <p className="room-marks">
          <StateBadge state={proposal.state} />
          <About proposal={proposal} />
        </p>
        <p className="room-back">
          <Link href="/room">{say(words.back)}</Link>
        </p>
      </PageHead>
      <Confirmation said={done} />
      <div className="room-columns">
        <Panel title={say(words.changes)}>
          <ChangesList changes={changes} />
          <h3 className="room-heading">{say(words.why)}</h3>
          <p className="room-why">{proposal.why}</p>
          <Related proposal={proposal} />
        </Panel>
        <Panel title={say(words.signatures)}>
          <Signatures view={view} />
        </Panel>
      </div>
      {changes.before.length + changes.after.length > 0 && (
        <Panel title={say(words.sideBySide)}>
          <BeforeAfter changes={changes} before={proposal.state === "open" ? words.before : words.beforeWas} />
        </Panel>
      )}
      <div className="room-tries">
        <Panel title={say(words.trial)}>
          <TrialPanel view={view} />
        </Panel>
        {proposal.state === "open" && (
          <Panel title={say(words.fit)}>
            <FitPanel text={view.text} />
          </Panel>
        )}
      </div>
      {dialog.value === "sign" && view.may.includes("sign") && (
        <SignDialog view={view} onClose={dialog.close} onStale={onStale} onDone={() => isDone(words.signed)} />
      )}
      {(dialog.value === "withdraw" || dialog.value === "refuse") && view.may.includes(dialog.value) && (
        <EndDialog proposal={proposal} as={dialog.value} onClose={dialog.close} onDone={isDone} />
      )}
    </article>
  );
};

const Actions = ({ view: { proposal, may }, onOpen }: { view: ProposalView; onOpen: (what: string) => void }) => {
  const { say } = useLanguage();
  const [, goTo] = useLocation();
  return (
    <>
      {may.includes("sign") && (
        <Button variant="primary" onPress={() => onOpen("sign")}>
          {say(words.sign)}
        </Button>
      )}
      {may.includes("counter") && (
        <Button onPress={() => goTo(`/room/propose?counters=${proposal.proposalId}`)}>{say(words.counter)}</Button>
      )}
      {(["withdraw", "refuse"] as const)
        .filter((each) => may.includes(each))
        .map((each) => (
          <Button key={each} onPress={() => onOpen(each)}>
            {say(words[each])}
          </Button>
        ))}
      <Button onPress={() => print()}>{say(componentWords.print)}</Button>
    </>
  );
};

const About = ({ proposal }: { readonly proposal: Proposal }) => {
  const { say } = useLanguage();
  const { date } = useFormat();
  const from = words.origins[proposal.origin];
  return (
    <>
      {from !== undefined && <Badge>{say(from)}</Badge>}
      <span>{say(words.proposedBy(proposal.byName, date(proposal.at)))}</span>
      <span className="room-soft">
        {say(words.changesVersion(proposal.base.number))} <Hash of={proposal.version} />
      </span>
    </>
  );
};

/** What came before and after it, and how it ended. */
const Related = ({ proposal }: { readonly proposal: Proposal }) => {
  const { say } = useLanguage();
  const { date, weekday, time } = useFormat();
  const { state, ended, becomes, counters, counteredBy, decision, from } = proposal;
  return (
    <>
      {ended !== undefined && (state === "withdrawn" || state === "refused") && (
        <p className="room-ended">
          {say(words.endedBy[state](ended.byName, date(ended.at)))}: {ended.reason}
        </p>
      )}
      {state === "outdated" && <p className="room-ended">{say(words.outdatedText)}</p>}
      {becomes !== undefined && (
        <p className="room-agreed">
          {say(words.becomes(becomes.number, weekday(becomes.since), time(becomes.since)))}{" "}
          <Hash of={becomes.version} />
        </p>
      )}
      {state === "open" && (
        <p className="room-soft">
          {say(from === undefined ? words.holdsAtOnce : words.holdsFrom(weekday(`${from}T12:00:00Z`)))}
        </p>
      )}
      <ul className="room-links">
        {counters !== undefined && (
          <li>
            <Link href={`/room/${counters}`}>{say(words.seeCountered)}</Link>
          </li>
        )}
        {counteredBy.map((each) => (
          <li key={each}>
            <Link href={`/room/${each}`}>{say(words.seeCounter)}</Link>
          </li>
        ))}
        {decision !== undefined && (
          <li>
            <Link href={`/meeting/${decision.week}`}>{say(words.decision)}</Link>
          </li>
        )}
      </ul>
    </>
  );
};
