import { memo } from "react";
import { Link } from "wouter";
import type { Card } from "../../../../lambdas/contract/board.ts";
import { Avatar } from "../../components/avatar.tsx";
import { Deadline } from "../../components/deadline.tsx";
import { GradeBadge, isSystemStep, LeadFlags } from "../../components/lead-marks.tsx";
import { useOwnFields } from "../../components/own-fields.ts";
import { useFormat } from "../../format.ts";
import { usePerson } from "../../me.tsx";

interface LeadCardProps {
  readonly card: Card;
  readonly isNew: boolean;
  /** One card of the board can be tabbed to; arrow keys move on from it. */
  readonly tabIndex: 0 | -1;
}

export const LeadCard = memo(({ card, isNew, tabIndex }: LeadCardProps) => {
  const format = useFormat();
  const owner = usePerson(card.ownerId);
  const own = useOwnFields(card);
  const [title, below] = [card.name, card.company, card.email].filter((text) => text !== undefined);
  return (
    <article className={`pipeline-card${isNew ? " pipeline-card-new" : ""}`}>
      <div className="pipeline-card-top">
        <Link href={`/leads/${card.leadId}`} className="pipeline-card-name" tabIndex={tabIndex} data-lead={card.leadId}>
          {title}
        </Link>
        <GradeBadge card={card} />
      </div>
      <div className="pipeline-card-company">
        <p>{below}</p>
        {owner !== undefined && (
          <span className="pipeline-card-owner" title={owner.name}>
            <Avatar name={owner.name} />
            <span className="unseen">{owner.name}</span>
          </span>
        )}
      </div>
      {own.length > 0 && <p className="pipeline-card-own">{own.join(" · ")}</p>}
      <div className="pipeline-card-foot">
        <CardTime card={card} />
        <LeadFlags card={card} />
        {card.amount !== undefined && (
          <span className="pipeline-card-amount">{format.money(card.amount, card.currency)}</span>
        )}
      </div>
    </article>
  );
});

/** When the next step is due; for a closed lead, since when. */
const CardTime = ({ card }: { card: Card }) => {
  const format = useFormat();
  if (card.dueAt === undefined) return <span className="pipeline-card-since">{format.date(card.since)}</span>;
  return <Deadline at={card.dueAt} since={card.since} isStep={isSystemStep(card)} />;
};
