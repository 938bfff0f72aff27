import type { AttentionView, Card } from "../../../../lambdas/contract/board.ts";
import { Badge } from "../../components/badge.tsx";
import { Deadline } from "../../components/deadline.tsx";
import { LeadLink } from "../../components/lead-link.tsx";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { usePerson, useStage } from "../../me.tsx";
import { AttentionItem, AttentionSection } from "./attention-section.tsx";
import { attentionWords } from "./attention-words.ts";

/** Leads whose journey was stopped by an error of ours. */
export const Flagged = ({ flagged }: Pick<AttentionView, "flagged">) => {
  const { say } = useLanguage();
  const format = useFormat();
  return (
    <AttentionSection title={attentionWords.flagged} count={flagged.length} none={attentionWords.flaggedNone}>
      {flagged.map(({ card, error, at, remedy }) => (
        <AttentionItem
          key={card.leadId}
          title={<LeadLink card={card} />}
          facts={
            <>
              <CardFacts card={card} />
              <Badge tone="bad">
                {say(attentionWords.error)}: {error}
              </Badge>
              <time dateTime={at}>{format.dateTime(at)}</time>
            </>
          }
          remedy={remedy}
        />
      ))}
    </AttentionSection>
  );
};

/** Leads whose owner cannot be told of them. */
export const Refused = ({ refused }: Pick<AttentionView, "refused">) => (
  <AttentionSection title={attentionWords.refused} count={refused.length} none={attentionWords.refusedNone}>
    {refused.map(({ card, remedy }) => (
      <AttentionItem
        key={card.leadId}
        title={<LeadLink card={card} />}
        facts={<CardFacts card={card} />}
        remedy={remedy}
      />
    ))}
  </AttentionSection>
);

interface BreachedProps extends Pick<AttentionView, "breached"> {
  /** There are more than are shown. */
  readonly more: boolean;
}

/** Leads whose deadline has passed. */
export const Breached = ({ breached, more }: BreachedProps) => {
  const { say } = useLanguage();
  return (
    <AttentionSection
      title={attentionWords.breached}
      count={breached.length}
      isMore={more}
      none={attentionWords.breachedNone}
    >
      {breached.map(({ card, remedy }) => (
        <AttentionItem
          key={card.leadId}
          title={<LeadLink card={card} />}
          facts={
            <>
              <CardFacts card={card} />
              {card.dueAt !== undefined && <Deadline at={card.dueAt} />}
            </>
          }
          remedy={remedy}
        />
      ))}
      {more && <li className="attention-soft">{say(attentionWords.moreBreached)}</li>}
    </AttentionSection>
  );
};

export const CardFacts = ({ card }: { card: Card }) => {
  const { say } = useLanguage();
  const [owner, stage] = [usePerson(card.ownerId), useStage(card.stage)];
  return (
    <>
      {card.name !== undefined && card.company !== undefined && <span>{card.company}</span>}
      {stage !== undefined && <span>{say(stage.label)}</span>}
      {owner !== undefined && <span>{owner.name}</span>}
      {card.grade !== undefined && <Badge>{card.grade}</Badge>}
    </>
  );
};
