import { type FormEvent, useId, useState } from "react";
import type { MeetingDecision } from "../../../../lambdas/contract/board.ts";
import { Button } from "../../components/button.tsx";
import { componentWords } from "../../components/component-words.ts";
import { Dialog } from "../../components/dialog.tsx";
import { TextArea } from "../../components/field.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { useAct } from "../../data/api.ts";
import { asProblem, type BoardProblem } from "../../data/board-problem.ts";
import { posting } from "../../data/board-request.ts";
import { keptTyping } from "../../data/kept-typing.ts";
import { useLanguage } from "../../language.tsx";
import { meetingWords as words } from "./meeting-words.ts";

interface Props {
  readonly decision: MeetingDecision;
  readonly onClose: () => void;
}

const useReworded = keptTyping<string>();

/** Another text for a decision. */
export const RewordDialog = ({ decision: { week, decisionId, text: before }, onClose }: Props) => {
  const { say } = useLanguage();
  const act = useAct();
  const id = useId();
  const [text, setText] = useReworded(decisionId, before);
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<BoardProblem>();
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (text.trim() === "") return;
    setPending(true);
    try {
      await act(posting("meetings/{week}/decisions/{decisionId}/text", { week, decisionId }, { text: text.trim() }));
      onClose();
    } catch (fault) {
      setProblem(asProblem(fault));
      setPending(false);
    }
  };
  return (
    <Dialog
      title={say(words.reword)}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say(componentWords.cancel)}</Button>
          <Button type="submit" form={id} variant="primary" isPending={isPending}>
            {say(words.save)}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={(event) => void save(event)} noValidate>
        <TextArea
          label={say(words.decision)}
          hint={say(words.rewordWhat)}
          value={text}
          onChange={setText}
          maxLength={500}
          error={text.trim() === "" ? say(words.decisionMissing) : undefined}
          isRequired
        />
        {problem !== undefined && <ProblemNote problem={problem} />}
      </form>
    </Dialog>
  );
};
