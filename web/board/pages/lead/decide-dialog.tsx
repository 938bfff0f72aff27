import { useState } from "react";
import type { LeadStory, SilenceDecision } from "../../../../lambdas/contract/board.ts";
import { RadioGroup, TextArea } from "../../components/field.tsx";
import { useLanguage } from "../../language.tsx";
import { ActionDialog } from "./action-dialog.tsx";
import { reasonError } from "./action-forms.ts";
import type { ActionProps } from "./action-props.ts";
import { decideWords, dialogWords } from "./dialog-words.ts";
import { formWords } from "./form-words.ts";
import { useActionForm } from "./use-action-form.ts";
import { useBoardAction } from "./use-board-action.ts";
import { useReason } from "./use-reason.ts";

const isDecision = (id: string): id is SilenceDecision =>
  id === "call-again" || id === "other-rep" || id === "nurture" || id === "close";

/** Marketing or a manager decides what becomes of a lead whom nobody in sales answered. */
export const DecideDialog = ({ onClose, ...props }: ActionProps) => {
  const { say } = useLanguage();
  const boardAction = useBoardAction({ ...props, action: "decide" });
  const { again, others } = callers(props.story);
  const [decision, setDecision] = useState<SilenceDecision>();
  const [other, setOther] = useState("");
  const [reason, setReason] = useReason(`decide ${props.story.card.leadId}`, "");
  const to = { "call-again": again?.id, "other-rep": other === "" ? undefined : other };
  const isCall = decision === "call-again" || decision === "other-rep";
  const { errorOf, send } = useActionForm(boardAction, {
    decision: decision === undefined ? formWords.chooseVerdict : undefined,
    to: decision === "other-rep" && other === "" ? formWords.chooseColleague : undefined,
    reason: reasonError(reason),
  });
  const options = [
    ...(again === undefined
      ? []
      : [{ id: "call-again", label: say(decideWords.callAgain(again.name)), hint: say(again.note) }]),
    ...(others.length === 0
      ? []
      : [{ id: "other-rep", label: say(decideWords.otherRep), hint: say(decideWords.otherRepMeans) }]),
    { id: "nurture", label: say(decideWords.nurture), hint: say(decideWords.nurtureMeans) },
    { id: "close", label: say(decideWords.close), hint: say(decideWords.closeMeans) },
  ];
  return (
    <ActionDialog
      title={decideWords.title}
      what={[decideWords.what]}
      send={decideWords.send}
      boardAction={boardAction}
      onSubmit={() => send({ decision, ...(isCall && { to: to[decision] }), reason: reason.trim() })}
      onClose={onClose}
    >
      <RadioGroup
        label={say(decideWords.decision)}
        value={decision ?? ""}
        onChange={(id) => setDecision(isDecision(id) ? id : undefined)}
        options={options}
        error={errorOf("decision") ?? (decision === "call-again" ? errorOf("to") : undefined)}
        isRequired
      />
      {decision === "other-rep" && (
        <RadioGroup
          label={say(decideWords.who)}
          value={other}
          onChange={setOther}
          options={others.map(({ id, name, note }) => ({ id, label: name, hint: say(note) }))}
          error={errorOf("to")}
          isRequired
        />
      )}
      <TextArea
        label={say(dialogWords.reason)}
        hint={say(dialogWords.reasonHint)}
        value={reason}
        onChange={setReason}
        error={errorOf("reason")}
        isRequired
      />
    </ActionDialog>
  );
};

/** Who had it last, if they can take it now, and the others who can. */
const callers = ({ colleagues, unanswered }: LeadStory) => {
  const last = unanswered?.owners.at(-1)?.id;
  return { again: colleagues.find(({ id }) => id === last), others: colleagues.filter(({ id }) => id !== last) };
};
