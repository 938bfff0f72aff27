import { type FormEvent, type ReactNode, useId } from "react";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { Button } from "../../components/button.tsx";
import { componentWords } from "../../components/component-words.ts";
import { Dialog } from "../../components/dialog.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { useLanguage } from "../../language.tsx";
import { dialogWords } from "./dialog-words.ts";
import type { BoardAction } from "./use-board-action.ts";

interface ActionDialogProps {
  readonly title: Bilingual;
  /** What the action will do. */
  readonly what: readonly Bilingual[];
  readonly send: Bilingual;
  readonly isDangerous?: boolean;
  /** There is nothing to choose from, so nothing can be sent. */
  readonly isImpossible?: boolean;
  /** A click outside must not lose what was typed. */
  readonly isTypedIn?: boolean;
  readonly boardAction: BoardAction;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The dialog of one board action: explains it, holds its form, and says why if it was refused. */
export const ActionDialog = (props: ActionDialogProps) => {
  const {
    title,
    what,
    send,
    isDangerous = false,
    isImpossible = false,
    isTypedIn = false,
    boardAction,
    onSubmit,
    onClose,
    children,
  } = props;
  const { say } = useLanguage();
  const id = useId();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!boardAction.isPending && boardAction.isAllowed && !isImpossible) onSubmit();
  };
  return (
    <Dialog
      title={say(title)}
      isOpen
      onClose={onClose}
      isAlert={isDangerous}
      isTypedIn={isTypedIn}
      actions={
        <>
          <Button onPress={onClose}>{say(componentWords.cancel)}</Button>
          <Button
            type="submit"
            form={id}
            variant={isDangerous ? "danger" : "primary"}
            isPending={boardAction.isPending}
            isDisabled={!boardAction.isAllowed || isImpossible}
          >
            {say(send)}
          </Button>
        </>
      }
    >
      <form id={id} className="lead-form" onSubmit={submit} noValidate>
        <div className={isDangerous ? "lead-what lead-what-danger" : "lead-what"}>
          {what.map((sentence) => (
            <p key={sentence.en}>{say(sentence)}</p>
          ))}
        </div>
        <Refusal boardAction={boardAction} />
        {children}
      </form>
    </Dialog>
  );
};

const Refusal = ({ boardAction }: { boardAction: BoardAction }) => {
  const { say } = useLanguage();
  if (boardAction.problem !== undefined) return <ProblemNote problem={boardAction.problem} />;
  if (!boardAction.hasMovedOn && boardAction.isAllowed) return null;
  return (
    <div className="lead-moved" role="alert">
      <p>{say(boardAction.isAllowed ? dialogWords.movedOn : dialogWords.noLonger)}</p>
      {boardAction.standing !== undefined && <p>{say(boardAction.standing)}</p>}
    </div>
  );
};
