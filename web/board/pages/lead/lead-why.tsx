import type { ReactNode } from "react";
import type { LeadStory } from "../../../../lambdas/contract/board.ts";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { leadWords } from "./lead-words.ts";

interface LeadWhyProps {
  readonly story: LeadStory;
  /** The actions. */
  readonly children: ReactNode;
}

/** Why the lead is in this stage, and what happens next and when: the first thing to read. */
export const LeadWhy = ({ story: { why, next }, children }: LeadWhyProps) => {
  const { say } = useLanguage();
  const format = useFormat();
  return (
    <div className="lead-why">
      <section aria-labelledby="lead-why">
        <h2 id="lead-why">{say(leadWords.why)}</h2>
        <p className="lead-why-text">{say(why)}</p>
      </section>
      <section aria-labelledby="lead-next">
        <h2 id="lead-next">{say(leadWords.next)}</h2>
        {next.length === 0 && <p>{say(leadWords.nothingNext)}</p>}
        <ol className="lead-next">
          {next.map(({ at, text }) => (
            <li key={`${at ?? ""}${text.en}`}>
              <span>{say(text)}</span>
              {at !== undefined && (
                <time dateTime={at}>
                  {format.shortDate(at)}, {format.time(at)} <small>({format.until(at)})</small>
                </time>
              )}
            </li>
          ))}
        </ol>
      </section>
      {children}
    </div>
  );
};
