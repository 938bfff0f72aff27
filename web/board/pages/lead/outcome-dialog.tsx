import { useState } from "react";
import { RadioGroup, SelectField, TextArea, TextField } from "../../components/field.tsx";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { ActionDialog } from "./action-dialog.tsx";
import type { ActionProps } from "./action-props.ts";
import { dialogWords } from "./dialog-words.ts";
import { needsReason, nothingTyped, outcomeBody, outcomeErrors, type TypedOutcome } from "./outcome-form.ts";
import { outcomeNames, outcomeWords } from "./outcome-words.ts";
import { useActionForm } from "./use-action-form.ts";
import { useBoardAction } from "./use-board-action.ts";

/** Records the outcome of a deal; for a deal that is closed, corrects it. */
export const OutcomeDialog = ({ onClose, ...props }: ActionProps) => {
  const { say } = useLanguage();
  const { story } = props;
  const boardAction = useBoardAction({ ...props, action: "outcome" });
  const [typed, setTyped] = useState(nothingTyped);
  const isCorrection = story.card.stage === "won" || story.card.stage === "lost";
  const { errorOf, send } = useActionForm(boardAction, outcomeErrors(typed));
  const set = (field: keyof TypedOutcome) => (value: string) => setTyped((before) => ({ ...before, [field]: value }));
  const fieldOf = (field: keyof TypedOutcome) => ({
    value: typed[field],
    onChange: set(field),
    error: errorOf(field),
  });
  const options = outcomeNames.filter(({ id }) => story.outcomes.includes(id));
  return (
    <ActionDialog
      title={isCorrection ? outcomeWords.correctTitle : outcomeWords.title}
      what={[isCorrection ? outcomeWords.correctWhat : outcomeWords.what]}
      send={isCorrection ? outcomeWords.correct : outcomeWords.send}
      boardAction={boardAction}
      isImpossible={options.length === 0}
      onSubmit={() => send(outcomeBody(typed, isCorrection))}
      onClose={onClose}
    >
      <RadioGroup
        {...fieldOf("outcome")}
        label={say(outcomeWords.outcome)}
        onChange={(outcome) => setTyped((before) => ({ ...before, outcome, reason: "" }))}
        options={options.map(({ id, name, means }) => ({ id, label: say(name), hint: say(means) }))}
        isRequired
      />
      {typed.outcome === "won" && (
        <TextField {...fieldOf("amount")} label={say(outcomeWords.amount)} hint={say(outcomeWords.amountHint)} />
      )}
      {needsReason(typed.outcome) && <ReasonField {...fieldOf("reason")} outcome={typed.outcome} />}
      <TextArea {...fieldOf("note")} label={say(dialogWords.note)} rows={2} />
    </ActionDialog>
  );
};

interface ReasonFieldProps {
  readonly outcome: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
}

/** The reasons for a lost deal, or those reject reasons that return a lead to marketing. */
const ReasonField = ({ outcome, ...field }: ReasonFieldProps) => {
  const { say } = useLanguage();
  const { lostReasons, rejectReasons } = useMe();
  const isLost = outcome === "lost";
  const reasons = isLost ? lostReasons : rejectReasons.filter(({ leadsTo }) => leadsTo === "recycle");
  return (
    <SelectField
      {...field}
      label={say(isLost ? outcomeWords.lostReason : outcomeWords.recycledReason)}
      none={say(outcomeWords.noReason)}
      options={reasons.map(({ id, label }) => ({ id, label: say(label) }))}
      isRequired
    />
  );
};
