import { type FormEvent, useState } from "react";
import { Button } from "../../components/button.tsx";
import { SelectField, TextArea } from "../../components/field.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { Repeating } from "../../components/repeating.tsx";
import { useAct } from "../../data/api.ts";
import { asProblem, BoardProblem } from "../../data/board-problem.ts";
import { posting } from "../../data/board-request.ts";
import { keptTyping } from "../../data/kept-typing.ts";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { meetingWords as words } from "./meeting-words.ts";

const longestDecision = 500;

const useDecision = keptTyping<string>();

/** Records a decision and who is responsible for it. */
export const NoteDecision = ({ week }: { readonly week: string }) => {
  const { say } = useLanguage();
  const { people } = useMe();
  const act = useAct();
  const [text, setText] = useDecision(week, "");
  const [ownerId, setOwnerId] = useState("");
  const [state, setState] = useState<"idle" | "incomplete" | "sending" | "noted" | BoardProblem>("idle");
  const isIncomplete = state === "incomplete";

  const note = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (text.trim() === "" || ownerId === "") return setState("incomplete");
    setState("sending");
    try {
      await act(posting("meetings/{week}/decisions", { week }, { text: text.trim(), ownerId }));
      setText("");
      setOwnerId("");
      setState("noted");
    } catch (fault) {
      setState(asProblem(fault));
    }
  };

  return (
    <form className="meeting-note" onSubmit={(event) => void note(event)} noValidate>
      <TextArea
        label={say(words.decision)}
        value={text}
        onChange={setText}
        maxLength={longestDecision}
        rows={2}
        isRequired
        error={isIncomplete && text.trim() === "" ? say(words.decisionMissing) : undefined}
      />
      <SelectField
        label={say(words.owner)}
        value={ownerId}
        onChange={setOwnerId}
        options={people.map(({ id, name }) => ({ id, label: name }))}
        isRequired
        error={isIncomplete && ownerId === "" ? say(words.ownerMissing) : undefined}
      />
      <Button type="submit" variant="primary" isPending={state === "sending"}>
        {say(words.note)}
      </Button>
      <Repeating />
      {state instanceof BoardProblem && <ProblemNote problem={state} />}
      <p className="meeting-noted" role="status">
        {state === "noted" ? say(words.noted) : ""}
      </p>
    </form>
  );
};
