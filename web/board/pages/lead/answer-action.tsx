import { useState } from "react";
import { AnswerDialog } from "../../components/answer-dialog.tsx";
import type { ActionProps } from "./action-props.ts";

/** Answers for the version of the story that was on the screen; after a refusal, for the newest one. */
export const AnswerAction = ({ story, onClose, onDone, onStale }: ActionProps) => {
  const [seen] = useState(story.version);
  const [hasMovedOn, setMovedOn] = useState(false);
  return (
    <AnswerDialog
      card={story.card}
      version={hasMovedOn ? story.version : seen}
      colleagues={story.colleagues}
      onDone={(done) => (done === undefined ? onClose() : onDone(done))}
      onStale={async () => {
        await onStale();
        setMovedOn(true);
      }}
    />
  );
};
