import "../../session/sign-in.css";
import { useState } from "react";
import type { ProposalView } from "../../../../lambdas/contract/room.ts";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { Button } from "../../components/button.tsx";
import { componentWords } from "../../components/component-words.ts";
import { Dialog } from "../../components/dialog.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { useAct } from "../../data/api.ts";
import { asProblem, type BoardProblem } from "../../data/board-problem.ts";
import { posting } from "../../data/board-request.ts";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import type { Step } from "../../session/sign-in-step.ts";
import { StepForm } from "../../session/step-form.tsx";
import { ChangesList } from "./changes-list.tsx";
import { roomWords as words } from "./room-words.ts";
import { Hash } from "./version-line.tsx";

interface SignDialogProps {
  readonly view: ProposalView;
  readonly onClose: () => void;
  /** The terms are not those that are shown any more. */
  readonly onStale: () => void;
  readonly onDone: () => void;
}

type At =
  | { readonly is: "reading" | "signing" }
  /** With why, where the API says it. */
  | { readonly is: "changed"; readonly said: Bilingual | undefined }
  | { readonly is: "proving"; readonly step: Step }
  | { readonly is: "failed"; readonly problem: BoardProblem };

/** What exactly is signed; then the password and the second factor once more, where it is long since they were given. */
export const SignDialog = ({ view, onClose, onStale, onDone }: SignDialogProps) => {
  const { say } = useLanguage();
  const { user } = useMe();
  const act = useAct();
  const [at, setAt] = useState<At>({ is: "reading" });
  // What was before them when they opened it: they sign nothing else.
  const [{ proposalId, version }] = useState(view.proposal);

  const sign = async (): Promise<void> => {
    setAt({ is: "signing" });
    try {
      await act(posting("proposals/{proposalId}/sign", { proposalId }, { version }));
      onDone();
      onClose();
    } catch (fault) {
      const problem = asProblem(fault);
      if (problem.code === "sign-in-again") return setAt({ is: "proving", step: { is: "password" } });
      if (problem.status === 409) onStale();
      setAt(problem.status === 409 ? { is: "changed", said: problem.said } : { is: "failed", problem });
    }
  };
  const goOn = (next: Step | undefined): void => {
    if (next === undefined) void sign();
    else setAt({ is: "proving", step: next });
  };

  return (
    <Dialog
      title={say(words.signTitle)}
      isOpen
      isTypedIn
      isWide
      onClose={onClose}
      actions={
        at.is === "proving" ? undefined : (
          <>
            <Button onPress={onClose}>{say(at.is === "changed" ? componentWords.close : componentWords.cancel)}</Button>
            {at.is !== "changed" && (
              <Button variant="primary" isPending={at.is === "signing"} onPress={() => void sign()}>
                {say(words.signDo)}
              </Button>
            )}
          </>
        )
      }
    >
      {at.is === "changed" && (
        <p className="room-warning" role="alert">
          {say(at.said ?? words.signChanged)}
        </p>
      )}
      <Terms view={view} />
      {at.is === "proving" && (
        <section className="room-proof" aria-live="polite">
          <p>{say(words.signAgain)}</p>
          <StepForm step={at.step} onStep={goOn} as={user} enrols={false} />
        </section>
      )}
      {at.is === "failed" && <ProblemNote problem={at.problem} />}
    </Dialog>
  );
};

const Terms = ({ view: { proposal, changes, inForce, signers } }: Pick<SignDialogProps, "view">) => {
  const { say } = useLanguage();
  const { weekday } = useFormat();
  const { colleagueId } = useMe();
  const mine = signers.find(({ id }) => id === colleagueId)?.department;
  return (
    <div className="room-terms">
      <p>
        {say(words.signWhat(inForce.number + 1))}
        {mine !== undefined && ` ${say(words.signFor(say(words.departments[mine])))}`}
      </p>
      <dl className="room-facts">
        <div>
          <dt>{say(words.hash)}</dt>
          <dd>
            <Hash of={proposal.version} />
          </dd>
        </div>
        <div>
          <dt>{say(words.signFrom)}</dt>
          <dd>
            {say(
              proposal.from === undefined ? words.signOnceBoth : words.signDay(weekday(`${proposal.from}T12:00:00Z`)),
            )}
          </dd>
        </div>
      </dl>
      <h3 className="room-heading">{say(words.changes)}</h3>
      <ChangesList changes={changes} />
    </div>
  );
};
