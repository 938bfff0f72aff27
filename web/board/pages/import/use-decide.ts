import { useState } from "react";
import type { ImportTerms, ImportView, ReadAsked } from "../../../../lambdas/contract/imports.ts";
import { useAct } from "../../data/api.ts";
import { asProblem, type BoardProblem } from "../../data/board-problem.ts";
import { posting } from "../../data/board-request.ts";

type Plain = "start" | "pause" | "resume" | "stop" | "undo";

export interface Decide {
  readonly to: (action: Plain) => Promise<boolean>;
  readonly read: (asked: ReadAsked) => Promise<boolean>;
  readonly terms: (terms: ImportTerms) => Promise<boolean>;
  readonly pending: boolean;
  readonly failed: BoardProblem | undefined;
}

/** What a colleague decides about the import as it is on the screen. */
export const useDecide = ({ importId, version }: ImportView, onStale: () => void): Decide => {
  const act = useAct();
  const [pending, setPending] = useState(false);
  const [failed, setFailed] = useState<BoardProblem>();
  const sent = async (done: Promise<unknown>): Promise<boolean> => {
    setPending(true);
    setFailed(undefined);
    try {
      await done;
      return true;
    } catch (fault) {
      setFailed(asProblem(fault));
      onStale();
      return false;
    } finally {
      setPending(false);
    }
  };
  const where = { importId };
  return {
    to: (action) => sent(act(posting(`imports/{importId}/${action}`, where, { version }))),
    read: (asked) => sent(act(posting("imports/{importId}/read", where, { version, asked: { ...asked } }))),
    terms: (terms) =>
      sent(
        act(posting("imports/{importId}/terms", where, { version, terms: { ...terms, mapping: [...terms.mapping] } })),
      ),
    pending,
    failed,
  };
};
