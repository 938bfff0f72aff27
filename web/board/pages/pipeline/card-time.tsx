import type { Card } from "../../../../lambdas/contract/board.ts";
import type { Stage } from "../../../../lambdas/contract/stages.ts";
import { Deadline } from "../../components/deadline.tsx";
import { useFormat } from "../../format.ts";

/** Nobody is asked for anything at these: the machine takes the next step. */
const machineStages: readonly Stage[] = ["captured", "nurturing", "qualified"];

/** By when the lead is owed something; of one that has ended, since when. */
export const CardTime = ({ card }: { card: Card }) => {
  const format = useFormat();
  if (card.dueAt === undefined) return <span className="pipeline-card-since">{format.date(card.since)}</span>;
  return <Deadline at={card.dueAt} since={card.since} isStep={machineStages.includes(card.stage)} />;
};
