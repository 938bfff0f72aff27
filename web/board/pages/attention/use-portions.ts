import { useState } from "react";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { asProblem, type BoardProblem } from "../../data/board-problem.ts";

/** What became of one portion; `left`: there is more of what was asked for. */
interface Portion {
  readonly count: number;
  readonly left: boolean;
}

/** Decides, portion by portion, until nothing is left of what was listed, and says how it went. */
export const usePortions = () => {
  const [pending, setPending] = useState(false);
  const [said, setSaid] = useState<Bilingual>();
  const [failed, setFailed] = useState<BoardProblem>();
  const decide = async (next: () => Promise<Portion>, sayDone: (count: number) => Bilingual): Promise<void> => {
    setPending(true);
    setFailed(undefined);
    setSaid(undefined);
    try {
      let count = 0;
      for (let done: Portion | undefined; done === undefined || (done.left && done.count > 0); ) {
        done = await next();
        count += done.count;
      }
      setSaid(sayDone(count));
    } catch (fault) {
      setFailed(asProblem(fault));
    } finally {
      setPending(false);
    }
  };
  return { decide: (...asked: Parameters<typeof decide>) => void decide(...asked), pending, said, failed };
};
