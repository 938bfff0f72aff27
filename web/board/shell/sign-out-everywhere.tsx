import { useState } from "react";
import { Button } from "../components/button.tsx";
import { componentWords } from "../components/component-words.ts";
import { Dialog } from "../components/dialog.tsx";
import { ProblemNote } from "../components/problem-note.tsx";
import { asProblem, type BoardProblem } from "../data/board-problem.ts";
import { session } from "../data/board-session.ts";
import { useLanguage } from "../language.tsx";
import { shellWords } from "./shell-words.ts";

/** Asks before it ends the user's sessions in all browsers, this one included. */
export const SignOutEverywhere = ({ onClose }: { onClose: () => void }) => {
  const { say } = useLanguage();
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<BoardProblem>();

  const signOut = async (): Promise<void> => {
    setPending(true);
    setProblem(undefined);
    await session.signOutEverywhere().catch((fault: unknown) => {
      setProblem(asProblem(fault));
      setPending(false);
    });
  };

  return (
    <Dialog
      title={say(shellWords.everywhere)}
      isOpen
      isAlert
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say(componentWords.cancel)}</Button>
          <Button variant="danger" isPending={isPending} onPress={() => void signOut()}>
            {say(shellWords.everywhereDo)}
          </Button>
        </>
      }
    >
      <p>{say(shellWords.everywhereText)}</p>
      <p>{say(shellWords.everywhereSoon)}</p>
      {problem !== undefined && <ProblemNote problem={problem} />}
    </Dialog>
  );
};
