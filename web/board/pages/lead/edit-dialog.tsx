import { useState } from "react";
import { TypedFieldInput, type TypedValue } from "../../by-hand/typed-field.tsx";
import { keptTyping } from "../../data/kept-typing.ts";
import { useLanguage } from "../../language.tsx";
import { ActionDialog } from "./action-dialog.tsx";
import type { ActionProps } from "./action-props.ts";
import { editWords } from "./dialog-words.ts";
import { useBoardAction } from "./use-board-action.ts";
import "../../by-hand/by-hand.css";

const useEdited = keptTyping<Readonly<Record<string, TypedValue>>>();

/** Corrects what is known: only what was changed is sent. */
export const EditDialog = ({ onClose, ...props }: ActionProps) => {
  const { say } = useLanguage();
  const boardAction = useBoardAction({ ...props, action: "edit" });
  // As it was when the dialog opened: the story is read again meanwhile. After a colleague's change as it is now.
  const [opened] = useState(props.story.editable ?? []);
  const fields = boardAction.hasMovedOn ? (props.story.editable ?? []) : opened;
  const [typed, setTyped] = useEdited(props.story.card.leadId, {});
  const changed = fields.filter(({ id, value = "" }) => typed[id] !== undefined && String(typed[id]) !== String(value));
  return (
    <ActionDialog
      title={editWords.title}
      what={[editWords.what, editWords.address]}
      send={editWords.send}
      isImpossible={changed.length === 0}
      isTypedIn
      boardAction={boardAction}
      onSubmit={() =>
        void boardAction.send({ values: Object.fromEntries(changed.map(({ id }) => [id, typed[id] ?? ""])) })
      }
      onClose={onClose}
    >
      <div className="by-hand-grid">
        {fields.map((field) => {
          const error = boardAction.errorOf(field.id);
          return (
            <TypedFieldInput
              key={field.id}
              field={field}
              value={typed[field.id] ?? field.value ?? ""}
              onChange={(value) => setTyped((all) => ({ ...all, [field.id]: value }))}
              error={error && say(error)}
            />
          );
        })}
      </div>
    </ActionDialog>
  );
};
