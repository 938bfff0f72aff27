import type { LeadStory } from "../../../../lambdas/contract/board.ts";
import { assertNever } from "../../../../lambdas/domain/assert-never.ts";
import { zoneOf } from "../../../../lambdas/domain/text/when.ts";
import { answerWords } from "../../../../lambdas/views/follow-up/answer-words.ts";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { RadioGroup, SelectField, TextArea, TextField } from "../field.tsx";
import { answerDialogWords } from "./answer-dialog-words.ts";
import { type AnswerChoice, answerChoices, asksTries, type TypedAnswer } from "./typed-answer.ts";
import type { WrongAnswer } from "./wrong-answer.ts";

interface AnswerFieldsProps {
  readonly typed: TypedAnswer;
  readonly onType: (typed: TypedAnswer) => void;
  readonly wrong: WrongAnswer | undefined;
  readonly colleagues: LeadStory["colleagues"];
}

/** The choice of an answer and the fields that it needs, in the words of the page behind the mail's link. */
export const AnswerFields = ({ typed, onType, wrong, colleagues }: AnswerFieldsProps) => {
  const { language, say } = useLanguage();
  const words = answerWords[language];
  const hints: Record<AnswerChoice, string> = {
    accept: words.acceptMeans,
    meeting: words.meetingMeans,
    reject: words.rejectMeans,
    "pass-on": words["pass-onMeans"],
    snooze: say(answerDialogWords.snoozeMeans),
    "more-time": say(answerDialogWords.moreTimeMeans),
  };
  const offered = answerChoices.filter((choice) => choice !== "pass-on" || colleagues.length > 0);
  return (
    <>
      <RadioGroup
        label={words.legend}
        value={typed.choice ?? ""}
        onChange={(id) => onType({ ...typed, choice: answerChoices.find((choice) => choice === id) })}
        error={wrong?.field === "answer" ? say(wrong.words) : undefined}
        options={offered.map((id) => ({ id, label: words[id], hint: hints[id] }))}
      />
      <FieldsOfChoice {...{ typed, onType, wrong, colleagues }} />
    </>
  );
};

const FieldsOfChoice = ({ typed, onType, wrong, colleagues }: AnswerFieldsProps) => {
  const { language, say } = useLanguage();
  const { timeZone, rejectReasons } = useMe();
  const words = answerWords[language];
  const clocks = zoneOf({ language, timeZone });
  const field = (name: Exclude<keyof TypedAnswer, "choice">) => ({
    value: typed[name],
    onChange: (value: string) => onType({ ...typed, [name]: value }),
    error: wrong?.field === name ? say(wrong.words) : undefined,
    isRequired: true,
  });
  const why = <TextArea label={words.why} maxLength={500} {...field("why")} />;
  const note = (
    <TextArea
      label={say(answerDialogWords.note)}
      hint={say(answerDialogWords.noteHint)}
      maxLength={2000}
      {...field("note")}
      isRequired={false}
    />
  );
  switch (typed.choice) {
    case undefined:
      return null;
    case "accept":
      return note;
    case "meeting":
      return (
        <>
          <TextField label={words.meetingAt} hint={clocks} type="datetime-local" {...field("meetingAt")} />
          {note}
        </>
      );
    case "reject":
      return (
        <>
          <SelectField
            label={words.reason}
            none={words.none}
            options={rejectReasons.map(({ id, label }) => ({ id, label: say(label) }))}
            {...field("reason")}
          />
          {asksTries(typed) && <TextField label={words.tries} type="number" min={1} max={99} {...field("tries")} />}
          {note}
        </>
      );
    case "pass-on":
      return (
        <>
          <SelectField
            label={words.to}
            none={words.nobody}
            options={colleagues.map(({ id, name, note }) => ({ id, label: `${name} (${say(note)})` }))}
            {...field("to")}
          />
          {note}
        </>
      );
    case "snooze":
      return (
        <>
          <TextField label={words.until} hint={clocks} type="datetime-local" {...field("until")} />
          {why}
        </>
      );
    case "more-time":
      return why;
    default:
      return assertNever(typed.choice);
  }
};
