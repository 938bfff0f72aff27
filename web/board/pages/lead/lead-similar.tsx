import type { ActionDone, LeadAction, LeadStory } from "../../../../lambdas/contract/board.ts";
import { SimilarLeads } from "../../by-hand/similar-leads.tsx";
import { Button } from "../../components/button.tsx";
import { Panel } from "../../components/panel.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { useLanguage } from "../../language.tsx";
import { dialogWords } from "./dialog-words.ts";
import { actionNames, leadWords } from "./lead-words.ts";
import { useBoardAction } from "./use-board-action.ts";
import "../../by-hand/by-hand.css";

interface LeadSimilarProps {
  readonly story: LeadStory;
  readonly onDone: (action: LeadAction, done: ActionDone) => void;
  readonly onStale: () => Promise<unknown>;
}

/** Leads who may be the same person: a colleague decides, the system joins nobody. */
export const LeadSimilar = (props: LeadSimilarProps) => {
  const { say } = useLanguage();
  const { similar = [], version } = props.story;
  if (similar.length === 0) return null;
  return (
    <Panel title={say(leadWords.similar)}>
      <p className="lead-soft">{say(leadWords.similarWhat)}</p>
      <SimilarLeads
        leads={similar}
        action={({ leadId }) =>
          leadId !== undefined && <NotSame key={`${version} ${leadId}`} {...props} leadId={leadId} />
        }
      />
    </Panel>
  );
};

const NotSame = ({ story, leadId, onDone, onStale }: LeadSimilarProps & { readonly leadId: string }) => {
  const { say } = useLanguage();
  const { send, isPending, problem, hasMovedOn, isAllowed } = useBoardAction({
    story,
    action: "not-same",
    onDone: (done) => onDone("not-same", done),
    onStale,
  });
  if (!isAllowed) return null;
  return (
    <>
      <Button isPending={isPending} onPress={() => void send({ leadId })}>
        {say(actionNames["not-same"])}
      </Button>
      {hasMovedOn && <p role="alert">{say(dialogWords.movedOn)}</p>}
      {problem !== undefined && <ProblemNote problem={problem} />}
    </>
  );
};
