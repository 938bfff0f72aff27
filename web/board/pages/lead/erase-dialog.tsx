import { useState } from "react";
import { TextArea, TextField } from "../../components/field.tsx";
import { useLanguage } from "../../language.tsx";
import { confirmError, reasonError } from "./action-forms.ts";
import type { ActionProps } from "./action-props.ts";
import { DeedDialog } from "./deed-dialog.tsx";
import { dialogWords, eraseWords } from "./dialog-words.ts";
import { useDeed } from "./use-deed.ts";
import { useTried } from "./use-tried.ts";

/** What goes and what stays is said before; the address, typed again, is the confirmation. */
export const EraseDialog = ({ onClose, ...props }: ActionProps) => {
  const { say } = useLanguage();
  const deed = useDeed({ ...props, action: "erase" });
  const { email } = props.story.card;
  const [reason, setReason] = useState("");
  const [confirm, setConfirm] = useState("");
  const { errorOf, send } = useTried(deed, { reason: reasonError(reason), confirm: confirmError(confirm, email) });
  return (
    <DeedDialog
      title={eraseWords.title}
      what={[eraseWords.what, eraseWords.stays]}
      send={eraseWords.send}
      isDangerous
      deed={deed}
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
    </DeedDialog>
  );
};
