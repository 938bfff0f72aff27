import { useState } from "react";
import { TextArea, TextField } from "../../components/field.tsx";
import { useLanguage } from "../../language.tsx";
import { ActionDialog } from "./action-dialog.tsx";
import { confirmError, reasonError } from "./action-forms.ts";
import type { ActionProps } from "./action-props.ts";
import { dialogWords, eraseWords } from "./dialog-words.ts";
import { useActionForm } from "./use-action-form.ts";
import { useBoardAction } from "./use-board-action.ts";
import { useReason } from "./use-reason.ts";

/** Says what is erased and what stays; typing the address again confirms it. */
export const EraseDialog = ({ onClose, ...props }: ActionProps) => {
  const { say } = useLanguage();
  const boardAction = useBoardAction({ ...props, action: "erase" });
  const { email } = props.story.card;
  const [reason, setReason] = useReason(`erase ${props.story.card.leadId}`, "");
  const [confirm, setConfirm] = useState("");
  const { errorOf, send } = useActionForm(boardAction, {
    reason: reasonError(reason),
    confirm: confirmError(confirm, email),
  });
  return (
    <ActionDialog
      title={eraseWords.title}
      what={[eraseWords.what, eraseWords.stays, eraseWords.byHand]}
      send={eraseWords.send}
      isDangerous
      boardAction={boardAction}
      onSubmit={() => send({ reason: reason.trim(), confirm: confirm.trim() })}
      onClose={onClose}
    >
      <TextArea
        label={say(dialogWords.reason)}
        hint={say(eraseWords.reasonHint)}
        value={reason}
        onChange={setReason}
        error={errorOf("reason")}
        isRequired
      />
      <TextField
        label={say(eraseWords.confirm)}
        hint={email}
        value={confirm}
        onChange={setConfirm}
        error={errorOf("confirm")}
        autoComplete="off"
        isRequired
      />
    </ActionDialog>
  );
};
