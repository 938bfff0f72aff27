import { type ReactNode, useId } from "react";

interface Props {
  readonly title: string;
  /** How many items it has; not shown for none. */
  readonly count?: number;
  /** It has more items than are shown and counted. */
  readonly hasMore?: boolean;
  readonly tone?: "plain" | "good";
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** An item of the agenda. */
export const Part = ({ title, count = 0, hasMore = false, tone = "plain", actions, children }: Props) => {
  const id = useId();
  return (
    <section className="meeting-part" data-tone={tone} aria-labelledby={id}>
      <h2 id={id}>
        {title} {count > 0 && <span className="meeting-count">{`${count}${hasMore ? "+" : ""}`}</span>}
      </h2>
      {actions}
      {children}
    </section>
  );
};
