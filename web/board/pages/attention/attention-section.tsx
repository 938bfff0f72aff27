import { type ReactNode, useId } from "react";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { useLanguage } from "../../language.tsx";
import { attentionWords } from "./attention-words.ts";

interface AttentionSectionProps {
  readonly title: Bilingual;
  readonly count: number;
  /** There are more. */
  readonly isMore?: boolean;
  /** Says what was checked, when nothing was found. */
  readonly none: Bilingual;
  readonly children: ReactNode;
}

/** One kind of item that needs attention; a single line when there is none. */
export const AttentionSection = ({ title, count, isMore = false, none, children }: AttentionSectionProps) => {
  const { say } = useLanguage();
  const id = useId();
  return (
    <section className={count === 0 ? "attention-section attention-none" : "attention-section"} aria-labelledby={id}>
      <h2 id={id}>
        {say(title)}{" "}
        {count > 0 && (
          <span className="attention-count">
            <span aria-hidden={isMore}>{isMore ? `${count}+` : count}</span>
            {isMore && <span className="unseen">{say(attentionWords.atLeast(count))}</span>}
          </span>
        )}
      </h2>
      {count === 0 ? <p className="attention-soft">{say(none)}</p> : <ul className="attention-list">{children}</ul>}
    </section>
  );
};

interface AttentionItemProps {
  readonly title: ReactNode;
  readonly facts: ReactNode;
  readonly remedy: Bilingual;
  /** Buttons to do it here. */
  readonly children?: ReactNode;
}

/** What it is, what we know about it, and what to do. */
export const AttentionItem = ({ title, facts, remedy, children }: AttentionItemProps) => {
  const { say } = useLanguage();
  return (
    <li className="attention-item">
      <div className="attention-what">
        <h3>{title}</h3>
        <p className="attention-facts">{facts}</p>
      </div>
      <p className="attention-remedy">
        <b>{say(attentionWords.remedy)}</b>
        {say(remedy)}
      </p>
      {children}
    </li>
  );
};
