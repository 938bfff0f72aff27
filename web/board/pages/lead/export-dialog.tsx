import { useState } from "react";
import type { ActionDone } from "../../../../lambdas/contract/board.ts";
import { CheckField, TextArea } from "../../components/field.tsx";
import { saveFile } from "../../components/save-file.ts";
import { useLanguage } from "../../language.tsx";
import { ActionDialog } from "./action-dialog.tsx";
import { reasonError } from "./action-forms.ts";
import type { ActionProps } from "./action-props.ts";
import { dialogWords, exportWords } from "./dialog-words.ts";
import { formWords } from "./form-words.ts";
import { useActionForm } from "./use-action-form.ts";
import { useBoardAction } from "./use-board-action.ts";
import { useReason } from "./use-reason.ts";

/** All that is kept of the person: by a link to the mailbox that they confirmed, else for who has identified them. */
export const ExportDialog = ({ onClose, onDone, ...props }: ActionProps) => {
  const { say } = useLanguage();
  const { hasProvenMailbox = false, card } = props.story;
  const finish = (done: ActionDone): void => {
    const { files } = done;
    if (files !== undefined) {
      saveFile(`${card.leadId}.json`, files.json, "application/json");
      saveFile(`${card.leadId}.html`, files.page, "text/html");
    }
    onDone(done);
  };
  const boardAction = useBoardAction({ ...props, onDone: finish, action: "export" });
  const [reason, setReason] = useReason(`export ${props.story.card.leadId}`, "");
  const [identified, setIdentified] = useState(false);
  const { errorOf, send } = useActionForm(boardAction, {
    reason: reasonError(reason),
    identified: hasProvenMailbox || identified ? undefined : formWords.identifyFirst,
  });
  return (
    <ActionDialog
      title={exportWords.title}
      what={hasProvenMailbox ? [exportWords.what, exportWords.byMail] : [exportWords.what, exportWords.byHand]}
      send={hasProvenMailbox ? exportWords.send : exportWords.take}
      boardAction={boardAction}
      onSubmit={() => send({ reason: reason.trim(), ...(!hasProvenMailbox && { identified }) })}
      onClose={onClose}
    >
      <TextArea
        label={say(dialogWords.reason)}
        hint={say(exportWords.reasonHint)}
        value={reason}
        onChange={setReason}
        error={errorOf("reason")}
        isRequired
      />
      {!hasProvenMailbox && (
        <CheckField
          label={say(exportWords.identified)}
          isChecked={identified}
          onChange={setIdentified}
          error={errorOf("identified")}
        />
      )}
    </ActionDialog>
  );
};
