import type { AttentionView } from "../../../../lambdas/contract/board.ts";
import { ExportMenu } from "../../components/export-menu.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { Loading } from "../../components/loading.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { useAttention } from "./attention-count.ts";
import { attentionWords } from "./attention-words.ts";
import { ErasedSoon } from "./erased-soon.tsx";
import { KeptAside } from "./kept-aside.tsx";
import { Breached, Flagged, Refused } from "./lead-sections.tsx";
import { DeadLetters, Orphans } from "./machine-sections.tsx";
import { Unanswered } from "./unanswered.tsx";
import { UnreadSources } from "./unread-sources.tsx";
import "./attention.css";

/** Milliseconds. */
const every = 10_000;

/** What needs attention, and what to do about it. */
export default () => {
  const { say } = useLanguage();
  const format = useFormat();
  const { attention, count, isMore, isKnown, isSettled } = useAttention(every);
  const { data } = attention;
  return (
    <div className="attention">
      <PageHead title={say(attentionWords.title)} actions={<ExportMenu name="attention" list="attention" />}>
        <p>{say(attentionWords.intro)}</p>
        {data !== undefined && (
          <p className="attention-as-of">
            <span role="status">{say(isKnown ? attentionWords.count(count, isMore) : attentionWords.counting)}</span>{" "}
            {say(attentionWords.asOf(format.time(data.asOf)))}
          </p>
        )}
      </PageHead>
      {/* All at once: whether all is well is said above the lists, and would push them down. */}
      <Loaded of={isSettled ? attention : { ...attention, data: undefined }} skeleton={<Loading as="rows" lines={8} />}>
        {(view) => <Sections view={view} isWell={isKnown && count === 0} />}
      </Loaded>
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
