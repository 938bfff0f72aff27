import { useId } from "react";
import type { AttentionView } from "../../../../lambdas/contract/board.ts";
import { LeadLink } from "../../components/lead-link.tsx";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { attentionWords } from "./attention-words.ts";

/** Whom retention erases soon. It happens by itself: nothing is wrong. */
export const ErasedSoon = ({ soon }: { soon: NonNullable<AttentionView["erasedSoon"]> }) => {
  const { say } = useLanguage();
  const { dateTime } = useFormat();
  const { stages } = useMe();
  const id = useId();
  const labelOf = (id: string): string => {
    const stage = stages.find((each) => each.id === id);
    return stage === undefined ? id : say(stage.label);
  };
  const counts = soon.endings
    .filter(({ count, more }) => count > 0 || more)
    .map(({ stage, count, more }) => `${labelOf(stage)}: ${more ? say(attentionWords.atLeast(count)) : count}`);
  const isNobody = soon.first.length === 0;
  return (
    <section className={isNobody ? "attention-section attention-none" : "attention-section"} aria-labelledby={id}>
      <h2 id={id}>{say(attentionWords.erasedSoon(soon.days))}</h2>
      {isNobody && <p className="attention-soft">{say(attentionWords.erasedSoonNone)}</p>}
      {!isNobody && (
        <ul className="attention-list">
          <li className="attention-soft">
            {counts.join(" · ")}. {say(attentionWords.erasedSoonWhat)}
          </li>
          {soon.first.map(({ card, at }) => (
            <li key={card.leadId} className="attention-item">
              <div className="attention-what">
                <h3>
                  <LeadLink card={card} />
                </h3>
                <p className="attention-facts">
                  {card.name !== undefined && card.company !== undefined && <span>{card.company}</span>}
                  <span>{labelOf(card.stage)}</span>
                  <time dateTime={at}>
                    {say(attentionWords.erasedOn)} {dateTime(at)}
                  </time>
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
