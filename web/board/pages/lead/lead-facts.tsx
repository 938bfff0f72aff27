import type { LeadStory } from "../../../../lambdas/contract/board.ts";
import type { KnownValue } from "../../../../lambdas/contract/board-by-hand.ts";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { Panel } from "../../components/panel.tsx";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { leadWords } from "./lead-words.ts";

/** What the lead told us about themselves. */
export const LeadFacts = ({ story: { facts, histories = [] } }: { story: LeadStory }) => {
  const { say } = useLanguage();
  const labels = facts.map(({ label }) => label.en);
  // What was known once and is not any more.
  const gone = histories.filter(({ label }) => !labels.includes(label.en));
  return (
    <Panel title={say(leadWords.facts)}>
      {facts.length === 0 && <p className="lead-soft">{say(leadWords.noFacts)}</p>}
      <dl className="lead-facts">
        {facts.map(({ label, value, said }, at) => (
          <div key={`${label.en} ${value}`}>
            <dt>{say(label)}</dt>
            <dd>
              {said === undefined ? value : say(said)}
              {labels.indexOf(label.en) === at && (
                <Known values={histories.find((history) => history.label.en === label.en)?.values ?? []} />
              )}
            </dd>
          </div>
        ))}
        {gone.map(({ label, values }) => (
          <div key={label.en}>
            <dt>{say(label)}</dt>
            <dd>
              {say(leadWords.nothingKnown)}
              <Known values={values} />
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
};

/** Who said the value, and when; what was known before is folded away. */
const Known = ({ values: [now, ...before] }: { values: readonly KnownValue[] }) => {
  const { say } = useLanguage();
  const { date, dateTime } = useFormat();
  if (now === undefined) return null;
  return (
    <div className="lead-known">
      <small>
        {say(now.by)}, <time dateTime={now.at}>{date(now.at)}</time>
      </small>
      {before.length > 0 && (
        <details>
          <summary>{say(leadWords.before(before.length))}</summary>
          <ul>
            {before.map(({ value, by, at }) => (
              <li key={`${at} ${value.en}`}>
                {say(value) === "" ? say(leadWords.nothingKnown) : say(value)}
                <small>
                  {" "}
                  {say(by)}, <time dateTime={at}>{dateTime(at)}</time>
                </small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
};

/** How well the lead fits and how well they know us, line by line. */
export const LeadScores = ({ story: { fit, familiarity } }: { story: LeadStory }) => (
  <>
    <Score title={leadWords.fit} score={fit} />
    <Score title={leadWords.familiarity} score={familiarity} />
  </>
);

const Score = ({ title, score: { points, lines, at, isOlder } }: { title: Bilingual; score: LeadStory["fit"] }) => {
  const { say } = useLanguage();
  const format = useFormat();
  return (
    <Panel title={say(title)} actions={<span className="lead-points">{say(leadWords.points(points))}</span>}>
      {at !== undefined && (
        <p className="lead-scored">
          <time dateTime={at}>{say(leadWords.scoredAt(format.dateTime(at)))}</time>
          {isOlder === true && ` ${say(leadWords.changedSince)}`}
        </p>
      )}
      {lines.length === 0 && <p className="lead-soft">{say(leadWords.noLines)}</p>}
      <ul className="lead-lines">
        {lines.map((line) => (
          <li key={line.en}>{say(line)}</li>
        ))}
      </ul>
    </Panel>
  );
};
