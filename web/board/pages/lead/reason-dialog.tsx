import { useState } from "react";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { TextArea } from "../../components/field.tsx";
import { useLanguage } from "../../language.tsx";
import { reasonError } from "./action-forms.ts";
import type { ActionProps } from "./action-props.ts";
import { DeedDialog } from "./deed-dialog.tsx";
import { dialogWords } from "./dialog-words.ts";
import { useDeed } from "./use-deed.ts";
import { useTried } from "./use-tried.ts";

interface ReasonDialogProps extends ActionProps {
  readonly action: "recycle" | "unsubscribe";
  readonly words: { readonly title: Bilingual; readonly what: Bilingual; readonly send: Bilingual };
}

/** For what needs nothing but a reason. */
export const ReasonDialog = ({ action, words, onClose, ...props }: ReasonDialogProps) => {
  const { say } = useLanguage();
  const deed = useDeed({ ...props, action });
  const [reason, setReason] = useState("");
  const { errorOf, send } = useTried(deed, { reason: reasonError(reason) });
  return (
    <DeedDialog
      title={words.title}
      what={[words.what]}
      send={words.send}
      deed={deed}
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
    </DeedDialog>
  );
};
