import "./glance.css";
import type { Figures, WeekFigures } from "../../../../lambdas/contract/board.ts";
import { useLanguage } from "../../language.tsx";
import { type Glance, glanceOf } from "./glance.ts";

interface Props {
  readonly week: WeekFigures;
  readonly goal: Figures["goal"];
  /** Instant that says how much of the quarter is over. */
  readonly now: string;
}

/** The four promises of a week, each as a number, a bar and a sentence. */
export const AtAGlance = ({ week, goal, now }: Props) => (
  <ul className="figures-glance">
    {glanceOf(week, goal, now).map((glance) => (
      <GlanceCard key={glance.id} glance={glance} />
    ))}
  </ul>
);

const GlanceCard = ({ glance: { title, value, of, bar, sentence, tone } }: { readonly glance: Glance }) => {
  const { say } = useLanguage();
  return (
    <li className="figures-glance-card" data-tone={tone}>
      <h3 className="figures-glance-title">{say(title)}</h3>
      <p className="figures-glance-value">
        {say(value)} {of && <span className="figures-glance-of">{say(of)}</span>}
      </p>
      <Bar {...bar} />
      <p className="figures-glance-sentence">{say(sentence)}</p>
    </li>
  );
};

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;

/** An ornament: the number and the sentence say the same. */
const Bar = ({ value, likely, mark }: Glance["bar"]) => (
  <div className="figures-bar" aria-hidden="true">
    {likely !== undefined && <div className="figures-bar-likely" style={{ inlineSize: percent(likely) }} />}
    <div className="figures-bar-value" style={{ inlineSize: percent(value) }} />
    <div className="figures-bar-mark" style={{ insetInlineStart: percent(mark) }} />
  </div>
);
