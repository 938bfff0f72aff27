import { type AttentionView, mayDecideAside } from "../../../../lambdas/contract/board.ts";
import { Loading } from "../../components/loading.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { useBoard } from "../../data/api.ts";
import { reading } from "../../data/board-request.ts";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { attentionWords } from "./attention-words.ts";
import { ErasedSoon } from "./erased-soon.tsx";
import { KeptAside } from "./kept-aside.tsx";
import { Breached, Flagged, Refused } from "./lead-sections.tsx";
import { DeadLetters, Orphans } from "./machine-sections.tsx";
import { Unanswered } from "./unanswered.tsx";
import { UnreadSources, useUnread } from "./unread-sources.tsx";
import "./attention.css";

/** Milliseconds. */
const every = 10_000;

const countOf = ({ flagged, refused, unanswered, breached, orphans, deadLetters }: AttentionView): number =>
  flagged.length + refused.length + unanswered.length + breached.length + orphans.length + deadLetters.length;

/** What needs attention, and what to do about it. */
export default () => {
  const { say } = useLanguage();
  const format = useFormat();
  const { role } = useMe();
  const { data, problem } = useBoard(reading("attention"), { every });
  const { data: aside } = useBoard(mayDecideAside(role) ? reading("aside") : undefined, { every });
  const { count: unread } = useUnread(every);
  const apart = (aside?.kinds ?? []).reduce((sum, { count }) => sum + count, 0) + unread;
  return (
    <div className="attention">
      <PageHead title={say(attentionWords.title)}>
        <p>{say(attentionWords.intro)}</p>
        {data !== undefined && (
          <p className="attention-as-of">
            <span role="status">{say(attentionWords.count(countOf(data) + apart))}</span>{" "}
            {say(attentionWords.asOf(format.time(data.asOf)))}
          </p>
        )}
      </PageHead>
      {problem !== undefined && <ProblemNote problem={problem} />}
      {data === undefined && problem === undefined && <Loading lines={6} />}
      {data !== undefined && <Sections view={data} isWell={countOf(data) + apart === 0} />}
      <UnreadSources every={every} />
      <KeptAside every={every} />
    </div>
  );
};

const Sections = ({ view, isWell }: { view: AttentionView; isWell: boolean }) => (
  <>
    {isWell && <AllIsWell />}
    <div className="attention-sections">
      <Flagged flagged={view.flagged} />
      <Refused refused={view.refused} />
      <Unanswered unanswered={view.unanswered} more={view.moreUnanswered} />
      <Breached breached={view.breached} more={view.moreBreached} />
      <Orphans orphans={view.orphans} />
      <DeadLetters deadLetters={view.deadLetters} />
      {view.erasedSoon !== undefined && <ErasedSoon soon={view.erasedSoon} />}
    </div>
  </>
);

const AllIsWell = () => {
  const { say } = useLanguage();
  return (
    <div className="attention-well">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M5 12.5l4.5 4.5L19 7.5" />
      </svg>
      <div>
        <p className="attention-well-title">{say(attentionWords.well)}</p>
        <p>{say(attentionWords.wellText)}</p>
      </div>
    </div>
  );
};
