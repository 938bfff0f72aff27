import { useState } from "react";
import type { ActionDone, LeadAction, LeadStory } from "../../../../lambdas/contract/board.ts";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { componentWords } from "../../components/component-words.ts";
import { useAct } from "../../data/api.ts";
import { asProblem, type BoardProblem } from "../../data/board-problem.ts";
import { posting } from "../../data/board-request.ts";

interface BoardActionOptions {
  readonly story: LeadStory;
  readonly action: LeadAction;
  readonly onDone: (done: ActionDone) => void;
  /** The story on the screen is out of date: loads it again. */
  readonly onStale: () => Promise<unknown>;
}

/** A board action as its dialog sees it. */
export interface BoardAction {
  readonly send: (body: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly isPending: boolean;
  readonly problem: BoardProblem | undefined;
  /** That the API does not take this field's value. */
  readonly errorOf: (field: string) => Bilingual | undefined;
  /** It was refused because the lead has changed; the story has been loaded again since. */
  readonly hasMovedOn: boolean;
  /** After such a refusal: the stage that the lead is in now, and why. */
  readonly standing: Bilingual | undefined;
  /** The newest story still allows it. */
  readonly isAllowed: boolean;
}

/**
 * Sends an action with the version of the story that was on the screen when its dialog was opened, so that nobody
 * approves unseen what comes in while they type. After a refusal, which says so, the newest version is sent.
 */
export const useBoardAction = ({ story, action, onDone, onStale }: BoardActionOptions): BoardAction => {
  const act = useAct();
  const [seen] = useState(story.version);
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<BoardProblem>();
  const [hasMovedOn, setMovedOn] = useState(false);

  const refused = async (fault: unknown): Promise<void> => {
    const refusal = asProblem(fault);
    if (refusal.status === 409) {
      await onStale();
      setMovedOn(true);
    } else setProblem(refusal);
  };

  const send = async (body: Readonly<Record<string, unknown>>): Promise<void> => {
    setPending(true);
    setProblem(undefined);
    try {
      const version = hasMovedOn ? story.version : seen;
      const { leadId } = story.card;
      onDone(await act(posting(`leads/{leadId}/${action}`, { leadId }, { ...body, version })));
    } catch (fault) {
      await refused(fault);
    } finally {
      setPending(false);
    }
  };

  return {
    send,
    isPending,
    problem,
    errorOf: (field) => {
      const error = problem?.errors.find((each) => each.field === field || each.field === `values.${field}`);
      return error && (error.said ?? componentWords.fieldUnfit);
    },
    hasMovedOn,
    standing: hasMovedOn ? story.why : undefined,
    isAllowed: story.actions.includes(action),
  };
};
