import { useState } from "react";
import { RadioGroup, TextArea } from "../../components/field.tsx";
import { useLanguage } from "../../language.tsx";
import { ActionDialog } from "./action-dialog.tsx";
import { reasonError } from "./action-forms.ts";
import type { ActionProps } from "./action-props.ts";
import { dialogWords, overrideWords } from "./dialog-words.ts";
import { formWords } from "./form-words.ts";
import { useActionForm } from "./use-action-form.ts";
import { useBoardAction } from "./use-board-action.ts";
import { useReason } from "./use-reason.ts";

const verdicts = ["qualified", "not-yet", "disqualified"] as const;

/** Marketing decides instead of the MQL gate. */
export const OverrideDialog = ({ onClose, ...props }: ActionProps) => {
  const { say } = useLanguage();
  const boardAction = useBoardAction({ ...props, action: "override" });
  const [verdict, setVerdict] = useState("");
  const [reason, setReason] = useReason(`override ${props.story.card.leadId}`, "");
  const { errorOf, send } = useActionForm(boardAction, {
    verdict: verdict === "" ? formWords.chooseVerdict : undefined,
    reason: reasonError(reason),
  });
  const { stage } = props.story.card;
  const hasEnded = stage === "dormant" || stage === "disqualified";
  return (
    <ActionDialog
      title={overrideWords.title}
      what={hasEnded ? [overrideWords.what, overrideWords.nextCycle] : [overrideWords.what]}
      send={overrideWords.send}
      boardAction={boardAction}
      onSubmit={() => send({ verdict, reason: reason.trim() })}
      onClose={onClose}
    >
      <RadioGroup
        label={say(overrideWords.verdict)}
        value={verdict}
        onChange={setVerdict}
        options={verdicts.map((id) => ({
          id,
          label: say(overrideWords[id].name),
          hint: say(overrideWords[id].means),
        }))}
        error={errorOf("verdict")}
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
    </ActionDialog>
  );
};
