import { useState } from "react";
import { ToggleButton } from "react-aria-components";
import type { MeetingDecision } from "../../../../lambdas/contract/board.ts";
import { anyId } from "../../address/read-address.ts";
import { useDialog } from "../../address/use-address.ts";
import { Badge } from "../../components/badge.tsx";
import { Button } from "../../components/button.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { useAct } from "../../data/api.ts";
import { asProblem, type BoardProblem } from "../../data/board-problem.ts";
import { posting } from "../../data/board-request.ts";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { usePerson } from "../../me.tsx";
import { meetingWords as words } from "./meeting-words.ts";
import { RewordDialog } from "./reword-dialog.tsx";

interface Props {
  readonly decision: MeetingDecision;
  readonly maySay: boolean;
  readonly mayReword: boolean;
}

/** A decision and who is responsible for it; the next meeting says whether it was carried out. */
export const DecisionItem = ({ decision, maySay, mayReword }: Props) => {
  const { say } = useLanguage();
  const { date } = useFormat();
  const [owner, rewordedBy] = [usePerson(decision.ownerId), usePerson(decision.rewordedBy)];
  const rewording = useDialog("reword", anyId);
  const { rewordedAt } = decision;
  return (
    <li className="meeting-decision">
      <p>
        {decision.text} <span className="meeting-owner">{owner?.name ?? decision.ownerId}</span>
      </p>
      {rewordedAt !== undefined && (
        <p className="meeting-reworded">
          {say(words.reworded(rewordedBy?.name ?? decision.rewordedBy ?? "", date(rewordedAt)))}
        </p>
      )}
      {mayReword && <Button onPress={() => rewording.open(decision.decisionId)}>{say(words.reword)}</Button>}
      {mayReword && rewording.value === decision.decisionId && (
        <RewordDialog decision={decision} onClose={rewording.close} />
      )}
      {maySay ? <SayHeld decision={decision} /> : <Held held={decision.held} />}
    </li>
  );
};

const Held = ({ held }: { readonly held: boolean | undefined }) => {
  const { say } = useLanguage();
  if (held === undefined) return null;
  return <Badge tone={held ? "good" : "bad"}>{say(held ? words.held : words.notHeld)}</Badge>;
};

const SayHeld = ({ decision: { decisionId, week, text, held } }: { readonly decision: MeetingDecision }) => {
  const { say } = useLanguage();
  const act = useAct();
  const [problem, setProblem] = useState<BoardProblem>();
  // Shown at once, until the value from the server changes.
  const [mine, setMine] = useState<{ readonly said: boolean; readonly instead: boolean | undefined }>();
  const shown = mine !== undefined && mine.instead === held ? mine.said : held;
  const sayHeld = async (value: boolean): Promise<void> => {
    setMine({ said: value, instead: held });
    setProblem(undefined);
    try {
      await act(posting("meetings/{week}/decisions/{decisionId}", { week, decisionId }, { held: value }));
    } catch (fault) {
      setMine(undefined);
      setProblem(asProblem(fault));
    }
  };
  return (
    <div className="meeting-say">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields of a form that is sent together */}
      <div className="meeting-held" role="group" aria-label={text}>
        {[true, false].map((value) => (
          <ToggleButton
            key={String(value)}
            className="meeting-held-choice"
            data-held={value}
            isSelected={shown === value}
            onChange={() => void sayHeld(value)}
          >
            {say(value ? words.held : words.notHeld)}
          </ToggleButton>
        ))}
      </div>
      {problem && <ProblemNote problem={problem} />}
    </div>
  );
};
