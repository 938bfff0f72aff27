import { useState } from "react";
import { mayDecideAside } from "../../../../lambdas/contract/board.ts";
import type { SourceView } from "../../../../lambdas/contract/board-sources.ts";
import { Empty } from "../../components/empty.tsx";
import { Loading } from "../../components/loading.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { useBoard } from "../../data/api.ts";
import { reading } from "../../data/board-request.ts";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { SourceCard } from "./source-card.tsx";
import { sourcesWords } from "./sources-words.ts";
import { TryDialog } from "./try-dialog.tsx";
import "./sources.css";

/** Milliseconds. */
const every = 15_000;

/** The sources of the agreement: how each is connected, what came by it, and a dry run. */
export default () => {
  const { say } = useLanguage();
  const { role } = useMe();
  const { data, problem } = useBoard(reading("sources"), { every });
  const [tried, setTried] = useState<SourceView>();
  return (
    <div className="sources">
      <PageHead title={say(sourcesWords.title)}>
        <p>{say(sourcesWords.intro)}</p>
      </PageHead>
      {problem !== undefined && <ProblemNote problem={problem} />}
      {data === undefined && problem === undefined && <Loading lines={6} />}
      {data?.sources.length === 0 && <Empty title={say(sourcesWords.none)}>{say(sourcesWords.noneText)}</Empty>}
      <div className="sources-list">
        {data?.sources.map((source) => (
          <SourceCard
            key={source.id}
            source={source}
            asOf={data.asOf}
            onTry={mayDecideAside(role) ? () => setTried(source) : undefined}
          />
        ))}
      </div>
      {tried !== undefined && <TryDialog source={tried} onClose={() => setTried(undefined)} />}
    </div>
  );
};
