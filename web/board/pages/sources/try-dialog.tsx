import { useEffect, useState } from "react";
import type { SourceTried, SourceView } from "../../../../lambdas/contract/board-sources.ts";
import { limits } from "../../../../lambdas/contract/limits.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { TextArea } from "../../components/field.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { ask } from "../../data/api.ts";
import { asProblem, type BoardProblem } from "../../data/board-problem.ts";
import { posting } from "../../data/board-request.ts";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { sourcesWords } from "./sources-words.ts";
import { WalkView } from "./walk-view.tsx";
import "./sources.css";

interface TryDialogProps {
  readonly source: Pick<SourceView, "id" | "label">;
  /** Walks what could not be read, at once. */
  readonly arrivalId?: string;
  readonly onClose: () => void;
}

/** A dry run: of what is pasted, of what could not be read, or of the newest that came. */
export const TryDialog = ({ source, arrivalId, onClose }: TryDialogProps) => {
  const { say } = useLanguage();
  const format = useFormat();
  const [request, setRequest] = useState("");
  const { walk, pending, tried, failed } = useTry();
  const { id: sourceId } = source;
  useEffect(() => {
    if (arrivalId !== undefined) walk({ sourceId, arrivalId });
  }, [arrivalId, sourceId, walk]);
  return (
    <Dialog
      title={say(sourcesWords.trying(say(source.label)))}
      isOpen
      isWide
      onClose={onClose}
      actions={
        arrivalId === undefined && (
          <Button
            variant="primary"
            isPending={pending}
            onPress={() => walk({ sourceId, ...(request.trim() !== "" && { request }) })}
          >
            {say(sourcesWords.walkIt)}
          </Button>
        )
      }
    >
      {arrivalId === undefined && (
        <>
          <p>{say(sourcesWords.tryingText)}</p>
          <TextArea
            label={say(sourcesWords.request)}
            hint={say(sourcesWords.requestHint)}
            value={request}
            onChange={setRequest}
            rows={5}
            maxLength={limits.boardRequestBytes / 2}
          />
        </>
      )}
      {failed !== undefined && <ProblemNote problem={failed} />}
      <div role="status">
        {tried !== undefined && (
          <>
            {tried.at !== undefined && (
              <p className="source-soft">{say(sourcesWords.cameAt(format.dateTime(tried.at)))}</p>
            )}
            <WalkView walk={tried.walk} />
          </>
        )}
      </div>
    </Dialog>
  );
};

const useTry = () => {
  const [pending, setPending] = useState(false);
  const [tried, setTried] = useState<SourceTried>();
  const [failed, setFailed] = useState<BoardProblem>();
  const [walk] = useState(() => (body: { sourceId: string; request?: string; arrivalId?: string }): void => {
    setPending(true);
    setFailed(undefined);
    ask(posting("sources/try", {}, body))
      .then(setTried, (fault: unknown) => {
        setTried(undefined);
        setFailed(asProblem(fault));
      })
      .finally(() => setPending(false));
  });
  return { walk, pending, tried, failed };
};
