import { useState } from "react";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { TextArea } from "../../components/field.tsx";
import { useLanguage } from "../../language.tsx";
import { reasonError } from "./action-forms.ts";
import type { ActionProps } from "./action-props.ts";
import { DeedDialog } from "./deed-dialog.tsx";
import { dialogWords } from "./dialog-words.ts";
import { useDeed } from "./use-deed.ts";

interface ReasonDialogProps extends ActionProps {
  readonly action: "recycle" | "unsubscribe";
  readonly words: { readonly title: Bilingual; readonly what: Bilingual; readonly send: Bilingual };
}

/** For what needs nothing but a reason. */
export const ReasonDialog = ({ action, words, onClose, ...props }: ReasonDialogProps) => {
  const { say } = useLanguage();
  const deed = useDeed({ ...props, action });
  const [reason, setReason] = useState("");
  const [isTried, setTried] = useState(false);
  const error = isTried ? reasonError(reason) : undefined;
  const submit = (): void => {
    setTried(true);
    if (reasonError(reason) === undefined) void deed.send({ reason: reason.trim() });
  };
  return (
    <DeedDialog
      title={words.title}
      what={[words.what]}
      send={words.send}
      deed={deed}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextArea
        label={say(dialogWords.reason)}
        hint={say(dialogWords.reasonHint)}
        value={reason}
        onChange={setReason}
        error={error === undefined ? deed.errorOf("reason") : say(error)}
        isRequired
      />
    </DeedDialog>
  );
};
