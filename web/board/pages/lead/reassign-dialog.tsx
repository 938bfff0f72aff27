import { useState } from "react";
import { RadioGroup, TextArea } from "../../components/field.tsx";
import { useLanguage } from "../../language.tsx";
import { ActionDialog } from "./action-dialog.tsx";
import { reasonError } from "./action-forms.ts";
import type { ActionProps } from "./action-props.ts";
import { dialogWords, reassignWords } from "./dialog-words.ts";
import { formWords } from "./form-words.ts";
import { useActionForm } from "./use-action-form.ts";
import { useBoardAction } from "./use-board-action.ts";
import { useReason } from "./use-reason.ts";

/** A manager assigns the lead to another rep; each name comes with a note on how busy they are. */
export const ReassignDialog = ({ onClose, ...props }: ActionProps) => {
  const { say } = useLanguage();
  const boardAction = useBoardAction({ ...props, action: "reassign" });
  const { colleagues } = props.story;
  const [to, setTo] = useState("");
  const [reason, setReason] = useReason(`reassign ${props.story.card.leadId}`, "");
  const { errorOf, send } = useActionForm(boardAction, {
    to: to === "" ? formWords.chooseColleague : undefined,
    reason: reasonError(reason),
  });
  return (
    <ActionDialog
      title={reassignWords.title}
      what={colleagues.length === 0 ? [reassignWords.noColleague] : [reassignWords.what]}
      send={reassignWords.send}
      boardAction={boardAction}
      isImpossible={colleagues.length === 0}
      onSubmit={() => send({ to, reason: reason.trim() })}
      onClose={onClose}
    >
      {colleagues.length > 0 && (
        <>
          <RadioGroup
            label={say(reassignWords.to)}
            value={to}
            onChange={setTo}
            options={colleagues.map(({ id, name, note }) => ({ id, label: name, hint: say(note) }))}
            error={errorOf("to")}
            isRequired
          />
          <TextArea
            label={say(dialogWords.reason)}
            hint={say(dialogWords.reasonHint)}
            value={reason}
            onChange={setReason}
            error={errorOf("reason")}
            isRequired
          />
        </>
      )}
    </ActionDialog>
  );
};
