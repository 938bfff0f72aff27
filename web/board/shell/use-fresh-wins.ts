import { useCallback, useEffect, useRef, useState } from "react";
import type { Wins } from "../../../lambdas/contract/board.ts";
import { useBoard } from "../data/api.ts";
import { reading } from "../data/board-request.ts";
import { noteDemo } from "../data/demo.ts";

type Win = Wins["wins"][number];

/** Milliseconds between requests for the pulse, and until the list of wins has caught up with it. */
const every = 5000;
const lag = 1500;

/** Deals won since this page was opened whose notice has not been closed; `dismiss` closes all of them. */
export const useFreshWins = (isOn: boolean): { readonly fresh: readonly Win[]; readonly dismiss: () => void } => {
  const { data: pulse } = useBoard(isOn ? reading("pulse") : undefined, { every });
  const { data, refetch } = useBoard(isOn ? reading("wins") : undefined);
  const beat = pulse?.stages.won?.pulse;
  const known = useRef<ReadonlySet<string>>(undefined);
  const [fresh, setFresh] = useState<readonly Win[]>([]);

  useEffect(() => {
    if (beat === undefined) return;
    void refetch();
    const timer = setTimeout(() => void refetch(), lag);
    return () => clearTimeout(timer);
  }, [beat, refetch]);

  useEffect(() => {
    if (data === undefined) return;
    noteDemo(data.wins);
    const before = known.current;
    known.current = new Set(data.wins.map(({ leadId }) => leadId));
    if (before === undefined) return;
    const added = data.wins.filter(({ leadId }) => !before.has(leadId));
    if (added.length > 0) setFresh((shown) => [...added, ...shown]);
  }, [data]);

  return { fresh: isOn ? fresh : [], dismiss: useCallback(() => setFresh([]), []) };
};
