import { type FormEvent, useId, useState } from "react";
import type { ActionDone, Card, LeadStory } from "../../../lambdas/contract/board.ts";
import { answerProblems } from "../../../lambdas/domain/follow-up/answer-problems.ts";
import { answerWords } from "../../../lambdas/views/follow-up/answer-words.ts";
import { useAct, useBoard } from "../data/api.ts";
import { asProblem, type BoardProblem } from "../data/board-problem.ts";
import { posting, reading } from "../data/board-request.ts";
import { keptTyping } from "../data/kept-typing.ts";
import { useLanguage } from "../language.tsx";
import { useMe } from "../me.tsx";
import { answerDialogWords } from "./answer/answer-dialog-words.ts";
import { AnswerFields } from "./answer/answer-fields.tsx";
import { bodyOf, missingIn, nothingTyped, type TypedAnswer } from "./answer/typed-answer.ts";
import { type WrongAnswer, wrongIn } from "./answer/wrong-answer.ts";
import { Button } from "./button.tsx";
import { componentWords } from "./component-words.ts";
import { Deadline } from "./deadline.tsx";
import { Dialog } from "./dialog.tsx";
import { FailedNote } from "./loaded.tsx";
import { Loading } from "./loading.tsx";
import { nameOf } from "./name-of.ts";
import { ProblemNote } from "./problem-note.tsx";
import "./answer-dialog.css";

interface AnswerDialogProps {
  readonly card: Card;
  /** Of the lead's story on the screen, and who could take the lead; both are loaded when left out. */
  readonly version?: number;
  readonly colleagues?: LeadStory["colleagues"];
  /** Closes the dialog: with what was done, or without when the answer was cancelled. */
  readonly onDone: (done?: ActionDone) => void;
  /** The lead has changed since `version`: loads the story again. */
  readonly onStale?: () => Promise<unknown>;
}

const useAnswer = keptTyping<TypedAnswer>();

/** Answers a hand-off as the page behind the mail's link does. */
export const AnswerDialog = ({ card, version, colleagues, onDone, onStale }: AnswerDialogProps) => {
  const { say, language } = useLanguage();
  const { timeZone } = useMe();
  const id = useId();
  const act = useAct();
  const isKnown = version !== undefined && colleagues !== undefined;
  const { leadId } = card;
  const read = useBoard(isKnown ? undefined : reading("leads/{leadId}", { leadId }));
  const { data: story, problem: unread, refetch } = read;
  const seenVersion = version ?? story?.version;
  const [typed, setTyped] = useAnswer(leadId, nothingTyped);
  const [wrong, setWrong] = useState<WrongAnswer>();
  const [problem, setProblem] = useState<BoardProblem>();
  const [isPending, setPending] = useState(false);

  const send = async (seen: number): Promise<void> => {
    setPending(true);
    setProblem(undefined);
    try {
      onDone(await act(posting("leads/{leadId}/answer", { leadId }, { version: seen, ...bodyOf(typed, timeZone) })));
    } catch (fault) {
      const refusal = asProblem(fault);
      if (refusal.status === 409) await (onStale ?? refetch)();
      const known = wrongIn(refusal);
      setWrong(known);
      if (known === undefined) setProblem(refusal);
      setPending(false);
    }
  };

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const missing = missingIn(typed);
    setWrong(missing && { field: answerProblems[missing].field, words: answerProblems[missing] });
    if (missing === undefined && seenVersion !== undefined && !isPending) void send(seenVersion);
  };

  const isLate = story !== undefined && !story.actions.includes("answer");
  return (
    <Dialog
      title={say(answerDialogWords.title(nameOf(card)))}
      isOpen
      onClose={() => onDone()}
      actions={
        <>
          <Button onPress={() => onDone()}>{say(componentWords.cancel)}</Button>
          <Button
            type="submit"
            form={id}
            variant="primary"
            isPending={isPending}
            isDisabled={seenVersion === undefined || isLate}
          >
            {answerWords[language].send}
          </Button>
        </>
      }
    >
      <p className="answer-dialog-lead">
        {[card.company, card.email].filter(Boolean).join(" · ")}
        {card.dueAt !== undefined && <Deadline at={card.dueAt} since={card.since} />}
      </p>
      {unread !== undefined && <FailedNote problem={unread} of={read} />}
      {problem !== undefined && <ProblemNote problem={problem} />}
      {isLate && <p role="status">{say(answerDialogWords.notNow)}</p>}
      {seenVersion === undefined && unread === undefined && <Loading />}
      {seenVersion !== undefined && !isLate && (
        <form id={id} className="answer-dialog-form" onSubmit={submit} noValidate>
          <AnswerFields
            typed={typed}
            onType={setTyped}
            wrong={wrong}
            colleagues={colleagues ?? story?.colleagues ?? []}
          />
        </form>
      )}
    </Dialog>
  );
};
