import { Link, useLocation } from "wouter";
import type { InForceVersion, Proposal, RoomView } from "../../../../lambdas/contract/room.ts";
import { Badge } from "../../components/badge.tsx";
import { Button } from "../../components/button.tsx";
import { Empty } from "../../components/empty.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { Loading } from "../../components/loading.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { Panel } from "../../components/panel.tsx";
import { useBoard } from "../../data/api.ts";
import { reading } from "../../data/board-request.ts";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { mayNegotiate, roomWords as words } from "./room-words.ts";
import { Signers } from "./signers.tsx";
import { StateBadge } from "./state-badge.tsx";
import { VersionLine } from "./version-line.tsx";

/** Milliseconds between two looks: the other department may be signing. */
const every = 15_000;

/** What is in force, what is proposed, and what became of earlier proposals. */
export const RoomList = () => {
  const { say } = useLanguage();
  const { role } = useMe();
  const [, goTo] = useLocation();
  const read = useBoard(reading("proposals"), { every });
  return (
    <>
      <PageHead
        title={say(words.title)}
        actions={
          mayNegotiate(role) && (
            <Button variant="primary" onPress={() => goTo("/room/propose")}>
              {say(words.propose)}
            </Button>
          )
        }
      >
        <p>{say(words.intro)}</p>
      </PageHead>
      <Loaded of={read} skeleton={<Loading lines={6} />}>
        {(view) => <Room view={view} />}
      </Loaded>
    </>
  );
};

const Room = ({ view }: { readonly view: RoomView }) => {
  const { say } = useLanguage();
  const { proposals, inForce, next, versions, more } = view;
  const open = proposals.filter(({ state }) => state === "open");
  const ended = proposals.filter(({ state }) => state !== "open");
  return (
    <>
      <Panel title={say(words.inForce)}>
        <p className="room-in-force">
          <VersionLine version={inForce} />
        </p>
        {next !== undefined && (
          <p className="room-next">
            <VersionLine version={next} as="comes" />
          </p>
        )}
        <Signers signers={view.signers} />
      </Panel>
      <Panel title={say(words.open)}>
        {open.length === 0 && <Empty title={say(words.openNone)}>{say(words.openNoneText)}</Empty>}
        <Proposals proposals={open} />
      </Panel>
      {ended.length > 0 && (
        <Panel title={say(words.ended)}>
          <Proposals proposals={ended} />
          {more && <p className="room-soft">{say(words.more)}</p>}
        </Panel>
      )}
      {versions.length > 0 && (
        <Panel title={say(words.earlier)}>
          <Earlier versions={versions} />
        </Panel>
      )}
    </>
  );
};

const Proposals = ({ proposals }: { readonly proposals: readonly Proposal[] }) => (
  <ul className="room-proposals">
    {proposals.map((proposal) => (
      <li key={proposal.proposalId}>
        <ProposalItem proposal={proposal} />
      </li>
    ))}
  </ul>
);

const ProposalItem = ({ proposal }: { readonly proposal: Proposal }) => {
  const { say } = useLanguage();
  const { date } = useFormat();
  const { proposalId, state, title, why, byName, at, signatures, ended, origin, counters, counteredBy } = proposal;
  const from = words.origins[origin];
  const signed = signatures.map(({ department }) => say(words.departments[department])).join(", ");
  return (
    <article className="room-proposal">
      <h3>
        <Link href={`/room/${proposalId}`}>{title}</Link>
      </h3>
      <p className="room-marks">
        <StateBadge state={state} />
        {from !== undefined && <Badge>{say(from)}</Badge>}
        {counters !== undefined && <Badge>{say(words.countersThis)}</Badge>}
        {counteredBy.length > 0 && <Badge>{say(words.countered(counteredBy.length))}</Badge>}
      </p>
      <p>{why}</p>
      <p className="room-soft">
        {say(words.proposedBy(byName, date(at)))}
        {state === "open" && signed !== "" && ` · ${say(words.signedBy(signed))}`}
      </p>
      {ended !== undefined && (state === "withdrawn" || state === "refused") && (
        <p className="room-ended">
          {say(words.endedBy[state](ended.byName, date(ended.at)))}: {ended.reason}
        </p>
      )}
      {state === "outdated" && <p className="room-ended">{say(words.outdatedText)}</p>}
    </article>
  );
};

const Earlier = ({ versions }: { readonly versions: readonly InForceVersion[] }) => {
  const { say } = useLanguage();
  const { role } = useMe();
  const [, goTo] = useLocation();
  return (
    <ul className="room-versions">
      {versions.map((version) => (
        <li key={version.number}>
          <VersionLine version={version} as="was" />
          {mayNegotiate(role) && (
            <Button
              aria-label={say(words.goBackTo(version.number))}
              onPress={() => goTo(`/room/propose?from=${version.number}`)}
            >
              {say(words.goBack)}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
};
