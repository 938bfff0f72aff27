import { useCallback, useEffect, useState } from "react";
import type { Stage } from "../../../../lambdas/contract/stages.ts";

/** Stages that the reader has expanded although they would be collapsed. */
export const useFolds = () => {
  const [unfolded, setUnfolded] = useState<ReadonlySet<Stage>>(new Set());
  const [turned, setTurned] = useState<{ readonly stage: Stage }>();

  // The pressed button is gone: the one in its place gets the focus.
  useEffect(() => {
    const button = turned && document.querySelector(`[data-fold="${turned.stage}"]`);
    if (button instanceof HTMLElement) button.focus();
  }, [turned]);

  const turn = useCallback((stage: Stage): void => {
    setUnfolded((all) => new Set(all.has(stage) ? [...all].filter((each) => each !== stage) : [...all, stage]));
    setTurned({ stage });
  }, []);

  return { unfolded, turn };
};
