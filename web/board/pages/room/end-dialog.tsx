import { type FormEvent, useState } from "react";
import { limits } from "../../../../lambdas/contract/limits.ts";
import type { Proposal } from "../../../../lambdas/contract/room.ts";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
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
import { roomWords as words } from "./room-words.ts";

interface EndDialogProps {
  readonly proposal: Proposal;
  readonly as: "withdraw" | "refuse";
  readonly onClose: () => void;
  readonly onDone: (said: Bilingual) => void;
}

const useReason = keptTyping<string>();

/** Withdraws one's own proposal, or refuses the other department's, with the reason. */
export const EndDialog = ({ proposal: { proposalId, title }, as, onClose, onDone }: EndDialogProps) => {
  const { say } = useLanguage();
  const act = useAct();
  const [reason, setReason] = useReason(`${as} ${proposalId}`, "");
  const [isMarked, setMarked] = useState(false);
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<BoardProblem>();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setMarked(true);
    if (reason.trim() === "" || isPending) return;
    setPending(true);
    setProblem(undefined);
    try {
      await act(posting(`proposals/{proposalId}/${as}`, { proposalId }, { reason: reason.trim() }));
      onDone(words.endedNow[as]);
      onClose();
    } catch (fault) {
      setProblem(asProblem(fault));
      setPending(false);
    }
  };
  return (
    <Dialog
      title={say(words.endTitle[as])}
      isOpen
      isTypedIn
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say(componentWords.cancel)}</Button>
          <Button type="submit" form="room-end" variant="danger" isPending={isPending}>
            {say(words[as])}
          </Button>
        </>
      }
    >
      <form id="room-end" className="room-form" onSubmit={(event) => void submit(event)} noValidate>
        <p>
          <strong>{title}</strong>
        </p>
        <p>{say(words.endText)}</p>
        <TextArea
          label={say(words.reason)}
          value={reason}
          onChange={setReason}
          maxLength={limits.reasonCharacters}
          isRequired
          error={isMarked && reason.trim() === "" ? say(words.reasonMissing) : undefined}
        />
        {problem !== undefined && <ProblemNote problem={problem} />}
      </form>
    </Dialog>
  );
};
