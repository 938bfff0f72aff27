import { type FormEvent, type ReactNode, useId } from "react";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { Button } from "../../components/button.tsx";
import { componentWords } from "../../components/component-words.ts";
import { Dialog } from "../../components/dialog.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { useLanguage } from "../../language.tsx";
import { dialogWords } from "./dialog-words.ts";
import type { Deed } from "./use-deed.ts";

interface DeedDialogProps {
  readonly title: Bilingual;
  /** What will happen, said before it does. */
  readonly what: readonly Bilingual[];
  readonly send: Bilingual;
  readonly isDangerous?: boolean;
  /** Nothing can be chosen, so nothing can be sent. */
  readonly isImpossible?: boolean;
  readonly deed: Deed;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks for one thing to be done to the lead, and says why if it could not be. */
export const DeedDialog = (props: DeedDialogProps) => {
  const { title, what, send, isDangerous = false, isImpossible = false, deed, onSubmit, onClose, children } = props;
  const { say } = useLanguage();
  const id = useId();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!deed.isPending && deed.isAllowed && !isImpossible) onSubmit();
  };
  return (
    <Dialog
      title={say(title)}
      isOpen
      onClose={onClose}
      isAlert={isDangerous}
      actions={
        <>
          <Button onPress={onClose}>{say(componentWords.cancel)}</Button>
          <Button
            type="submit"
            form={id}
            variant={isDangerous ? "danger" : "primary"}
            isPending={deed.isPending}
            isDisabled={!deed.isAllowed || isImpossible}
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
        <Refusal deed={deed} />
        {children}
      </form>
    </Dialog>
  );
};

const Refusal = ({ deed }: { deed: Deed }) => {
  const { say } = useLanguage();
  if (deed.problem !== undefined) return <ProblemNote problem={deed.problem} />;
  if (!deed.hasMovedOn && deed.isAllowed) return null;
  return (
    <div className="lead-moved" role="alert">
      <p>{say(deed.isAllowed ? dialogWords.movedOn : dialogWords.noLonger)}</p>
      {deed.standing !== undefined && <p>{say(deed.standing)}</p>}
    </div>
  );
};
