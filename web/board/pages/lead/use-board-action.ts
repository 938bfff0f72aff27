import { useState } from "react";
import type { ActionDone, LeadAction, LeadStory } from "../../../../lambdas/contract/board.ts";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { useAct } from "../../data/api.ts";
import { asProblem, type BoardProblem } from "../../data/board-problem.ts";

interface BoardActionOptions {
  readonly story: LeadStory;
  readonly action: LeadAction;
  readonly onDone: (done: ActionDone) => void;
  /** The story that was looked at is no longer true: reads it again. */
  readonly onStale: () => Promise<unknown>;
}

/** What a dialog needs to know while one thing is done to a lead. */
export interface BoardAction {
  readonly send: (body: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly isPending: boolean;
  readonly problem: BoardProblem | undefined;
  /** What the API says of a field. */
  readonly errorOf: (field: string) => string | undefined;
  /** It was refused because the lead has moved on; the story has been read again since. */
  readonly hasMovedOn: boolean;
  /** Where it stands now and why, when it has. */
  readonly standing: Bilingual | undefined;
  /** It may still be done, as far as the newest story says. */
  readonly isAllowed: boolean;
}

/**
 * Sends an action with the version of the story that was on the screen when its dialog was opened: what comes in while
 * somebody types must not be approved unseen. Only after a refusal, once they have been told, is the newest one meant.
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
      onDone(await act<ActionDone>(`leads/${encodeURIComponent(story.card.leadId)}/${action}`, { ...body, version }));
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
    errorOf: (field) => problem?.errors.find((each) => each.field === field)?.detail,
    hasMovedOn,
    standing: hasMovedOn ? story.why : undefined,
    isAllowed: story.actions.includes(action),
  };
};
