import { mayDecideAside } from "../../../../lambdas/contract/board.ts";
import { IgnoredNote } from "../../address/ignored-note.tsx";
import { anyId } from "../../address/read-address.ts";
import { useDialog } from "../../address/use-address.ts";
import { Empty } from "../../components/empty.tsx";
import { ExportMenu } from "../../components/export-menu.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { Loading } from "../../components/loading.tsx";
import { PageHead } from "../../components/page-head.tsx";
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
  const read = useBoard(reading("sources"), { every });
  const mayTry = mayDecideAside(role);
  const trying = useDialog("try", anyId);
  const tried = mayTry ? read.data?.sources.find(({ id }) => id === trying.value) : undefined;
  const isUnknown = trying.isIgnored || (trying.value !== undefined && read.data !== undefined && !tried);
  return (
    <div className="sources">
      <PageHead
        title={say(sourcesWords.title)}
        actions={
          read.data !== undefined && read.data.sources.length > 0 && <ExportMenu name="sources" list="sources" />
        }
      >
        <p>{say(sourcesWords.intro)}</p>
      </PageHead>
      <IgnoredNote of={[isUnknown && sourcesWords.source]} />
      <Loaded of={read} skeleton={<Loading as="panels" lines={3} />}>
        {({ sources, asOf }) =>
          sources.length === 0 ? (
            <Empty title={say(sourcesWords.none)}>{say(sourcesWords.noneText)}</Empty>
          ) : (
            <div className="sources-list">
              {sources.map((source) => (
                <SourceCard
                  key={source.id}
                  source={source}
                  asOf={asOf}
                  onTry={mayTry ? () => trying.open(source.id) : undefined}
                />
              ))}
            </div>
          )
        }
      </Loaded>
      {tried !== undefined && <TryDialog key={tried.id} source={tried} onClose={trying.close} />}
    </div>
  );
};
