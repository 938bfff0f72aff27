import type { LeadStory } from "../../../../lambdas/contract/board.ts";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { Panel } from "../../components/panel.tsx";
import { useLanguage } from "../../language.tsx";
import { leadWords } from "./lead-words.ts";

/** What the lead told us about themselves. */
export const LeadFacts = ({ story: { facts } }: { story: LeadStory }) => {
  const { say } = useLanguage();
  return (
    <Panel title={say(leadWords.facts)}>
      {facts.length === 0 && <p className="lead-soft">{say(leadWords.noFacts)}</p>}
      <dl className="lead-facts">
        {facts.map(({ label, value, said }) => (
          <div key={`${label.en} ${value}`}>
            <dt>{say(label)}</dt>
            <dd>{said === undefined ? value : say(said)}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
};

/** How well the lead fits and how well they know us, line by line. */
export const LeadScores = ({ story: { fit, familiarity } }: { story: LeadStory }) => (
  <>
    <Score title={leadWords.fit} score={fit} />
    <Score title={leadWords.familiarity} score={familiarity} />
  </>
);

const Score = ({ title, score: { points, lines } }: { title: Bilingual; score: LeadStory["fit"] }) => {
  const { say } = useLanguage();
  return (
    <Panel title={say(title)} actions={<span className="lead-points">{say(leadWords.points(points))}</span>}>
      {lines.length === 0 && <p className="lead-soft">{say(leadWords.noLines)}</p>}
      <ul className="lead-lines">
        {lines.map((line) => (
          <li key={line.en}>{say(line)}</li>
        ))}
      </ul>
    </Panel>
  );
};
