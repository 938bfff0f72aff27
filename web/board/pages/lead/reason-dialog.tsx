import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { TextArea } from "../../components/field.tsx";
import { useLanguage } from "../../language.tsx";
import { ActionDialog } from "./action-dialog.tsx";
import { reasonError } from "./action-forms.ts";
import type { ActionProps } from "./action-props.ts";
import { dialogWords } from "./dialog-words.ts";
import { useActionForm } from "./use-action-form.ts";
import { useBoardAction } from "./use-board-action.ts";
import { useReason } from "./use-reason.ts";

interface ReasonDialogProps extends ActionProps {
  readonly action: "recycle" | "new-deal" | "unsubscribe";
  readonly words: { readonly title: Bilingual; readonly what: Bilingual; readonly send: Bilingual };
}

/** For actions that need nothing but a reason. */
export const ReasonDialog = ({ action, words, onClose, ...props }: ReasonDialogProps) => {
  const { say } = useLanguage();
  const boardAction = useBoardAction({ ...props, action });
  const [reason, setReason] = useReason(`${action} ${props.story.card.leadId}`, "");
  const { errorOf, send } = useActionForm(boardAction, { reason: reasonError(reason) });
  return (
    <ActionDialog
      title={words.title}
      what={[words.what]}
      send={words.send}
      boardAction={boardAction}
      onSubmit={() => send({ reason: reason.trim() })}
      onClose={onClose}
    >
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
