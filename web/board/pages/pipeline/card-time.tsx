import type { Card } from "../../../../lambdas/contract/board.ts";
import type { Stage } from "../../../../lambdas/contract/stages.ts";
import { Deadline } from "../../components/deadline.tsx";
import { useFormat } from "../../format.ts";

/** In these stages the system takes the next step, not a person. */
const machineStages: readonly Stage[] = ["captured", "nurturing", "qualified"];

/** When the next step is due; for a closed lead, since when. */
export const CardTime = ({ card }: { card: Card }) => {
  const format = useFormat();
  if (card.dueAt === undefined) return <span className="pipeline-card-since">{format.date(card.since)}</span>;
  return <Deadline at={card.dueAt} since={card.since} isStep={machineStages.includes(card.stage)} />;
};
