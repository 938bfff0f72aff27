import type { AttentionView } from "../../../../lambdas/contract/board.ts";
import { LeadLink } from "../../components/lead-link.tsx";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { AttentionItem, AttentionSection } from "./attention-section.tsx";
import { attentionWords } from "./attention-words.ts";
import { CardFacts } from "./lead-sections.tsx";

interface UnansweredProps extends Pick<AttentionView, "unanswered"> {
  /** There are more than are shown. */
  readonly more: boolean;
}

/** Leads whom nobody in sales answered, until somebody decides. */
export const Unanswered = ({ unanswered, more }: UnansweredProps) => {
  const { say } = useLanguage();
  const format = useFormat();
  return (
    <AttentionSection
      title={attentionWords.unanswered}
      count={unanswered.length}
      isMore={more}
      none={attentionWords.unansweredNone}
    >
      {unanswered.map(({ card, since, owners, remedy }) => (
        <AttentionItem
          key={card.leadId}
          title={<LeadLink card={card} />}
          facts={
            <>
              <CardFacts card={card} />
              <span>{owners.join(" → ")}</span>
              <time dateTime={since}>
                {say(attentionWords.unansweredSince)} {format.dateTime(since)}
              </time>
            </>
          }
          remedy={remedy}
        />
      ))}
      {more && <li className="attention-soft">{say(attentionWords.moreUnanswered)}</li>}
    </AttentionSection>
  );
};
