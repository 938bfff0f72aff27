import { type ReactNode, useId } from "react";

interface Props {
  readonly title: string;
  /** How many items it has; not shown for none. */
  readonly count?: number;
  readonly tone?: "plain" | "good";
  readonly children: ReactNode;
}

/** An item of the agenda. */
export const Part = ({ title, count = 0, tone = "plain", children }: Props) => {
  const id = useId();
  return (
    <section className="meeting-part" data-tone={tone} aria-labelledby={id}>
      <h2 id={id}>
        {title} {count > 0 && <span className="meeting-count">{count}</span>}
      </h2>
      {children}
    </section>
  );
};
