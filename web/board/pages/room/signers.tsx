import { type FormEvent, useState } from "react";
import { limits } from "../../../../lambdas/contract/limits.ts";
import type { Signer } from "../../../../lambdas/contract/room.ts";
import { oneOf } from "../../address/read-address.ts";
import { useDialog } from "../../address/use-address.ts";
import { Button } from "../../components/button.tsx";
import { componentWords } from "../../components/component-words.ts";
import { Confirmation } from "../../components/confirmation.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { SelectField, TextArea } from "../../components/field.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { useAct } from "../../data/api.ts";
import { asProblem, type BoardProblem } from "../../data/board-problem.ts";
import { posting } from "../../data/board-request.ts";
import { keptTyping } from "../../data/kept-typing.ts";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { roomWords as words } from "./room-words.ts";

/** Who signs for each department; operations replace one who has left. */
export const Signers = ({ signers }: { readonly signers: readonly Signer[] }) => {
  const { say } = useLanguage();
  const { role, people } = useMe();
  const dialog = useDialog("signer", oneOf(["marketing", "sales"]));
  const [isDone, setDone] = useState(false);
  const replaced = signers.find(({ department }) => department === dialog.value);
  return (
    <>
      <Confirmation said={isDone ? words.replaced : undefined} />
      <dl className="room-signers">
        {signers.map(({ department, name, replaces }) => (
          <div key={department}>
            <dt>{say(words.departments[department])}</dt>
            <dd>
              {name}
              {replaces !== undefined && (
                <span className="room-soft">
                  {" "}
                  {say(words.replaces(people.find(({ id }) => id === replaces.id)?.name ?? replaces.id))}:{" "}
                  {replaces.why}
                </span>
              )}
              {role === "operations" && (
                <Button
                  aria-label={`${say(words.replace)}: ${name}`}
                  onPress={() => {
                    setDone(false);
                    dialog.open(department);
                  }}
                >
                  {say(words.replace)}
                </Button>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {replaced !== undefined && role === "operations" && (
        <ReplaceDialog signer={replaced} onClose={dialog.close} onDone={() => setDone(true)} />
      )}
    </>
  );
};

const useTyped = keptTyping<{ readonly id: string; readonly why: string }>();

interface ReplaceProps {
  readonly signer: Signer;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const ReplaceDialog = ({ signer: { department, id: current }, onClose, onDone }: ReplaceProps) => {
  const { say } = useLanguage();
  const { people } = useMe();
  const act = useAct();
  const [{ id, why }, setTyped] = useTyped(department, { id: "", why: "" });
  const [isMarked, setMarked] = useState(false);
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<BoardProblem>();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setMarked(true);
    if (id === "" || why.trim() === "") return;
    setPending(true);
    try {
      await act(posting("proposals/signers", {}, { department, id, why: why.trim() }));
      onDone();
      onClose();
    } catch (fault) {
      setProblem(asProblem(fault));
      setPending(false);
    }
  };
  return (
    <Dialog
      title={say(words.replaceTitle(say(words.departments[department])))}
      isOpen
      isTypedIn
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say(componentWords.cancel)}</Button>
          <Button type="submit" form="room-replace" variant="primary" isPending={isPending}>
            {say(words.replaceDo)}
          </Button>
        </>
      }
    >
      <form id="room-replace" className="room-form" onSubmit={(event) => void submit(event)} noValidate>
        <p>{say(words.replaceText)}</p>
        <SelectField
          label={say(words.replaceWho)}
          value={id}
          onChange={(chosen) => setTyped({ id: chosen, why })}
          options={people.filter((each) => each.id !== current).map((each) => ({ id: each.id, label: each.name }))}
          isRequired
          error={isMarked && id === "" ? say(componentWords.choose) : undefined}
        />
        <TextArea
          label={say(words.reason)}
          value={why}
          onChange={(text) => setTyped({ id, why: text })}
          maxLength={longestReason}
          isRequired
          error={isMarked && why.trim() === "" ? say(words.reasonMissing) : undefined}
        />
        {problem !== undefined && <ProblemNote problem={problem} />}
      </form>
    </Dialog>
  );
};

const longestReason = limits.reasonCharacters;
