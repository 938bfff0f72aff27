import type { LeadStory, Tone } from "../../../../lambdas/contract/board.ts";
import { byHandWords } from "../../by-hand/by-hand-words.ts";
import { Badge } from "../../components/badge.tsx";
import { Panel } from "../../components/panel.tsx";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { type ConsentEntry, consentAnswers, consentStates, leadWords } from "./lead-words.ts";

/** Shown without asking for more. */
const newest = 4;

/** What forms said of our mails: each yes and each no, in its words, and what became of it. */
export const LeadConsents = ({ story: { consents = [] } }: { story: LeadStory }) => {
  const { say } = useLanguage();
  if (consents.length === 0) return null;
  const earlier = consents.slice(newest);
  return (
    <Panel title={say(leadWords.consents)}>
      <Entries entries={consents.slice(0, newest)} />
      {earlier.length > 0 && (
        <details>
          <summary>
            {say(leadWords.earlierConsents)} ({earlier.length})
          </summary>
          <Entries entries={earlier} />
        </details>
      )}
    </Panel>
  );
};

const Entries = ({ entries }: { entries: readonly ConsentEntry[] }) => (
  <ul className="lead-consents">
    {entries.map((entry) => (
      <Entry key={`${entry.at} ${entry.answer} ${entry.said}`} entry={entry} />
    ))}
  </ul>
);

const Entry = ({ entry }: { entry: ConsentEntry }) => {
  const { at, answer, said, textVersion, page, by, how, state, stateAt } = entry;
  const { say } = useLanguage();
  const { date, dateTime } = useFormat();
  const proof = [
    by && say(leadWords.notedBy(by)),
    how && say(byHandWords.hows[how]),
    textVersion === undefined ? undefined : say(leadWords.textVersion(textVersion)),
    page,
  ]
    .filter((part) => part !== undefined)
    .join(" · ");
  return (
    <li>
      <p>
        <Badge tone={toneOf(answer, state)}>{say(consentAnswers[answer])}</Badge>
        {said !== undefined && said !== "" && <q>{said}</q>}
        <time dateTime={at}>{dateTime(at)}</time>
      </p>
      {state !== undefined && (
        <p>
          {say(consentStates[state])}
          {stateAt !== undefined && answer === "yes" && ` (${date(stateAt)})`}
        </p>
      )}
      {proof !== "" && <p className="lead-soft">{proof}</p>}
    </li>
  );
};

const toneOf = (answer: ConsentEntry["answer"], state: ConsentEntry["state"]): Tone => {
  if (answer === "no") return state === "obeyed" ? "warn" : "plain";
  return state === "confirmed" ? "good" : "plain";
};
