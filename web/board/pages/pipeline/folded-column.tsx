import type { Me } from "../../../../lambdas/contract/board.ts";
import { useLanguage } from "../../language.tsx";

interface FoldedColumnProps {
  readonly stage: Me["stages"][number];
  readonly count: string;
  readonly onOpen: () => void;
}

/** A collapsed column, for closed or empty stages: its name and how many leads it has. */
export const FoldedColumn = ({ stage, count, onOpen }: FoldedColumnProps) => {
  const { say } = useLanguage();
  return (
    <button type="button" className="pipeline-folded" aria-expanded={false} data-fold={stage.id} onClick={onOpen}>
      <span className="pipeline-folded-count">{count}</span>
      <span className="pipeline-folded-label">{say(stage.label)}</span>
    </button>
  );
};
