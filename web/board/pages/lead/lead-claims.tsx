import type { ActionDone, LeadAction, LeadStory } from "../../../../lambdas/contract/board.ts";
import { Button } from "../../components/button.tsx";
import { Panel } from "../../components/panel.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { useLanguage } from "../../language.tsx";
import { dialogWords } from "./dialog-words.ts";
import { actionNames, leadWords } from "./lead-words.ts";
import { useBoardAction } from "./use-board-action.ts";

interface LeadClaimsProps {
  readonly story: LeadStory;
  readonly onDone: (action: LeadAction, done: ActionDone) => void;
  readonly onStale: () => Promise<unknown>;
}

/** What other forms say of the lead, each to be taken over or dismissed. */
export const LeadClaims = (props: LeadClaimsProps) => {
  const { say } = useLanguage();
  const { claims = [], version } = props.story;
  if (claims.length === 0) return null;
  return (
    <Panel title={say(leadWords.claims)}>
      <p className="lead-soft">{say(leadWords.claimsWhat)}</p>
      <ul className="lead-claims">
        {claims.map((claim) => (
          <li key={`${version} ${claim.field} ${claim.submissionId}`}>
            <p>{say(claim.text)}</p>
            <Decision {...props} claim={claim} action="take-over" />
            <Decision {...props} claim={claim} action="dismiss" />
          </li>
        ))}
      </ul>
    </Panel>
  );
};

interface DecisionProps extends LeadClaimsProps {
  readonly claim: NonNullable<LeadStory["claims"]>[number];
  readonly action: "take-over" | "dismiss";
}

const Decision = ({ story, claim: { field, submissionId }, action, onDone, onStale }: DecisionProps) => {
  const { say } = useLanguage();
  const { send, isPending, problem, hasMovedOn, isAllowed } = useBoardAction({
    story,
    action,
    onDone: (done) => onDone(action, done),
    onStale,
  });
  if (!isAllowed) return null;
  return (
    <>
      <Button isPending={isPending} onPress={() => void send({ field, submissionId })}>
        {say(actionNames[action])}
      </Button>
      {hasMovedOn && <p role="alert">{say(dialogWords.movedOn)}</p>}
      {problem !== undefined && <ProblemNote problem={problem} />}
    </>
  );
};
