import { Link } from "wouter";
import type { AttentionView } from "../../../../lambdas/contract/board.ts";
import { Badge } from "../../components/badge.tsx";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { AttentionItem, AttentionSection } from "./attention-section.tsx";
import { attentionWords } from "./attention-words.ts";

/** Leads without an owner or a next date: there must be none. */
export const Orphans = ({ orphans }: Pick<AttentionView, "orphans">) => {
  const { say } = useLanguage();
  const format = useFormat();
  return (
    <AttentionSection title={attentionWords.orphans} count={orphans.length} none={attentionWords.orphansNone}>
      {orphans.map(({ leadId, at, why, remedy }) => (
        <AttentionItem
          key={leadId}
          title={say(why)}
          facts={
            <>
              <Link href={`/leads/${leadId}`}>{say(attentionWords.open)}</Link>
              <span>
                {say(attentionWords.found)} <time dateTime={at}>{format.dateTime(at)}</time>
              </span>
            </>
          }
          remedy={remedy}
        />
      ))}
    </AttentionSection>
  );
};

/** Messages that failed every retry, by queue. */
export const DeadLetters = ({ deadLetters }: Pick<AttentionView, "deadLetters">) => {
  const { say } = useLanguage();
  return (
    <AttentionSection
      title={attentionWords.deadLetters}
      count={deadLetters.length}
      none={attentionWords.deadLettersNone}
    >
      {deadLetters.map(({ queue, messages, loss, remedy }) => (
        <AttentionItem
          key={queue}
          title={<code>{queue}</code>}
          facts={
            <>
              <Badge tone="bad">{say(attentionWords.messages(messages))}</Badge>
              <span>
                {say(attentionWords.loss)}: {say(loss)}
              </span>
            </>
          }
          remedy={remedy}
        />
      ))}
    </AttentionSection>
  );
};
