import "./lead.css";
import { useEffect, useRef, useState } from "react";
import { useParams } from "wouter";
import type { ActionDone, LeadAction, LeadStory, StoryEntry } from "../../../../lambdas/contract/board.ts";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { Confirmation } from "../../components/confirmation.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { Loading } from "../../components/loading.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { useBoard } from "../../data/api.ts";
import { reading } from "../../data/board-request.ts";
import { useLanguage } from "../../language.tsx";
import { LeadActions } from "./lead-actions.tsx";
import { LeadClaims } from "./lead-claims.tsx";
import { LeadConsents } from "./lead-consents.tsx";
import { LeadFacts, LeadScores } from "./lead-facts.tsx";
import { LeadHeader } from "./lead-header.tsx";
import { LeadSimilar } from "./lead-similar.tsx";
import { LeadTimeline } from "./lead-timeline.tsx";
import { LeadHeldWish, LeadUnconfirmed } from "./lead-unconfirmed.tsx";
import { LeadWhy } from "./lead-why.tsx";
import { leadWords } from "./lead-words.ts";
import { NoLead } from "./no-lead.tsx";

/** Milliseconds between two requests for the story. */
const every = 5000;

/** The whole story of one lead. */
export default () => {
  const { leadId = "" } = useParams();
  return <LeadPage key={leadId} leadId={leadId} />;
};

const LeadPage = ({ leadId }: { leadId: string }) => {
  const { say } = useLanguage();
  const [erased, setErased] = useState<Bilingual>();
  const request = erased === undefined ? reading("leads/{leadId}", { leadId }) : undefined;
  const read = useBoard(request, { every });
  const { problem, refetch } = read;
  const [said, setSaid] = useState<Bilingual>();
  if (erased !== undefined) return <NoLead because="erased" said={erased} />;
  if (problem?.status === 404) return <NoLead because="unknown" />;
  if (problem?.status === 403) return <NoLead because="forbidden" />;
  const done = (action: LeadAction, { said: what }: ActionDone): void => {
    if (action === "erase") setErased(what);
    else {
      setSaid(what);
      void refetch();
    }
  };
  return (
    <>
      {read.data === undefined && problem !== undefined && <PageHead title={say(leadWords.lead)} />}
      <Loaded of={read} skeleton={<Loading as="panels" lines={3} />}>
        {(story) => <Story story={story} said={said} onDone={done} onStale={refetch} />}
      </Loaded>
    </>
  );
};

interface StoryProps {
  readonly story: LeadStory;
  /** Confirms what was just done. */
  readonly said: Bilingual | undefined;
  readonly onDone: (action: LeadAction, done: ActionDone) => void;
  readonly onStale: () => Promise<unknown>;
}

const Story = ({ story, said, onDone, onStale }: StoryProps) => {
  const { say } = useLanguage();
  const news = useNews(story.entries);
  return (
    <article className="lead">
      <LeadHeader story={story} />
      <Confirmation said={said} />
      <p className="unseen" role="status">
        {news !== undefined && say(news)}
      </p>
      <div className="lead-columns">
        <LeadWhy story={story}>
          <LeadActions story={story} onDone={onDone} onStale={onStale} />
        </LeadWhy>
        <div className="lead-aside">
          <LeadFacts story={story} />
          <LeadSimilar story={story} onDone={onDone} onStale={onStale} />
          <LeadUnconfirmed story={story} />
          <LeadHeldWish story={story} />
          <LeadClaims story={story} onDone={onDone} onStale={onStale} />
          <LeadConsents story={story} />
          <LeadScores story={story} />
        </div>
        <div className="lead-story">
          <LeadTimeline story={story} />
        </div>
      </div>
    </article>
  );
};

/** What to announce when the story has new entries. */
const useNews = (entries: readonly StoryEntry[]): Bilingual | undefined => {
  const newest = entries[0]?.at ?? "";
  const seen = useRef(newest);
  const [news, setNews] = useState<Bilingual>();
  useEffect(() => {
    const since = entries.filter(({ at }) => at > seen.current).length;
    seen.current = newest;
    if (since > 0) setNews(leadWords.newEntries(since));
  }, [entries, newest]);
  return news;
};
