import type { Figures } from "../../../../lambdas/contract/board.ts";
import { weekLabel } from "../../../../lambdas/domain/meeting/meeting-week.ts";
import { Panel } from "../../components/panel.tsx";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { AtAGlance } from "./at-a-glance.tsx";
import { figuresWords as words } from "./figures-words.ts";

/** The current week against both promises, and the figures in words. */
export const ThisWeek = ({ figures }: { readonly figures: Figures }) => {
  const { language, say } = useLanguage();
  const format = useFormat();
  const week = figures.weeks.at(-1);
  if (week === undefined) return null;
  const lastDay = new Date(Date.parse(week.to) - 1).toISOString();
  return (
    <section className="figures-week" aria-labelledby="figures-week">
      <h2 id="figures-week">
        {say(words.thisWeek)}{" "}
        <small className="figures-week-dates">
          {say(weekLabel(week.week))} · {format.shortDate(week.from)} – {format.shortDate(lastDay)}
        </small>
      </h2>
      <AtAGlance week={week} goal={figures.goal} now={figures.asOf} />
      <Waiting count={figures.waiting} />
      {figures.sentences.length > 0 && (
        <Panel title={say(words.inWords)}>
          <ul className="figures-sentences">
            {figures.sentences.map((sentence) => (
              <li key={sentence[language]}>{say(sentence)}</li>
            ))}
          </ul>
        </Panel>
      )}
    </section>
  );
};

/** MQLs without a rep, because no one in sales has capacity: both teams have to solve that together. */
const Waiting = ({ count }: { readonly count: number }) => {
  const { say } = useLanguage();
  return count === 0 ? null : <p className="figures-waiting">{say(words.waiting(count))}</p>;
};
