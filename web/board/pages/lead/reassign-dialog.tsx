import { useState } from "react";
import { RadioGroup, TextArea } from "../../components/field.tsx";
import { useLanguage } from "../../language.tsx";
import { reasonError } from "./action-forms.ts";
import type { ActionProps } from "./action-props.ts";
import { DeedDialog } from "./deed-dialog.tsx";
import { dialogWords, reassignWords } from "./dialog-words.ts";
import { formWords } from "./form-words.ts";
import { useDeed } from "./use-deed.ts";
import { useTried } from "./use-tried.ts";

/** A manager gives the lead to somebody else; how busy each is stands beside the name. */
export const ReassignDialog = ({ onClose, ...props }: ActionProps) => {
  const { say } = useLanguage();
  const deed = useDeed({ ...props, action: "reassign" });
  const { colleagues } = props.story;
  const [to, setTo] = useState("");
  const [reason, setReason] = useState("");
  const { errorOf, send } = useTried(deed, {
    to: to === "" ? formWords.chooseColleague : undefined,
    reason: reasonError(reason),
  });
  return (
    <DeedDialog
      title={reassignWords.title}
      what={colleagues.length === 0 ? [reassignWords.nobody] : [reassignWords.what]}
      send={reassignWords.send}
      deed={deed}
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
    </DeedDialog>
  );
};
