import type { Walk, WalkedAnswer, WalkedThing } from "../../../../lambdas/contract/board-sources.ts";
import { Badge } from "../../components/badge.tsx";
import { useLanguage } from "../../language.tsx";
import { CopyLine } from "./copy-line.tsx";
import { sourcesWords } from "./sources-words.ts";

const { columns } = sourcesWords;

/** What would become of a request, answer by answer. */
export const WalkView = ({ walk: { unread, things } }: { readonly walk: Walk }) => {
  const { say } = useLanguage();
  return (
    <div className="walk">
      {unread !== undefined && <p className="source-warning">{say(unread)}</p>}
      {things.map((thing, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two leads of one request may say the same
        <Thing key={i} thing={thing} />
      ))}
    </div>
  );
};

const toneOf = {
  lead: "good",
  test: "good",
  engagement: "good",
  fetched: "plain",
  nothing: "plain",
  refused: "bad",
} as const;

const Thing = ({ thing: { becomes, says, answers, notes, unused, never } }: { readonly thing: WalkedThing }) => {
  const { say } = useLanguage();
  const suggested = answers.flatMap(({ suggestion }) => (suggestion === undefined ? [] : [suggestion.rule]));
  return (
    <section className="walk-thing">
      <p className={`walk-says walk-${toneOf[becomes]}`}>{say(says)}</p>
      {answers.length > 0 && <Answers answers={answers} />}
      {notes.map((note) => (
        <p key={note.en}>{say(note)}</p>
      ))}
      {suggested.length > 0 && (
        <div className="source-part">
          <h3>{say(sourcesWords.suggestions)}</h3>
          <p className="source-soft">{say(sourcesWords.suggestionsText)}</p>
          {suggested.map((rule) => (
            <CopyLine key={rule} text={rule} />
          ))}
        </div>
      )}
      {unused.length > 0 && (
        <div className="source-part">
          <h3>{say(sourcesWords.unused)}</h3>
          {unused.map((rule) => (
            <code key={rule}>{rule}</code>
          ))}
        </div>
      )}
      {never.length > 0 && (
        <div className="source-part">
          <h3>{say(sourcesWords.neverMatch)}</h3>
          <p className="source-soft">{say(sourcesWords.neverText)}</p>
          <ul className="walk-never">
            {never.map(({ persona, criteria }) => (
              <li key={persona.en}>
                <b>{say(persona)}</b>
                <span>{criteria.map(say).join(", ")}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
};

const Answers = ({ answers }: { readonly answers: readonly WalkedAnswer[] }) => {
  const { say } = useLanguage();
  return (
    <table className="walk-table">
      <thead>
        <tr>
          {Object.values(columns).map((column) => (
            <th key={column.en} scope="col">
              {say(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {answers.map((answer) => (
          <Answer key={answer.position} answer={answer} />
        ))}
      </tbody>
    </table>
  );
};

const Answer = ({
  answer: { name, id, said, to, by, kept, isBeside, suggestion },
}: {
  readonly answer: WalkedAnswer;
}) => {
  const { say } = useLanguage();
  return (
    <tr>
      <th scope="row">
        {name}
        {id !== undefined && <code>{id}</code>}
      </th>
      <td data-label={say(columns.said)}>{said === "" ? "–" : said}</td>
      <td data-label={say(columns.field)}>
        {to === undefined ? (
          <Badge>{said === "" ? say(sourcesWords.noField) : say(sourcesWords.by.none)}</Badge>
        ) : (
          <>
            {say(to)} <small>{say(sourcesWords.by[by])}</small>
          </>
        )}
        {suggestion !== undefined && " "}
        {suggestion !== undefined && <Badge tone="warn">{say(sourcesWords.perhaps(say(suggestion.to)))}</Badge>}
      </td>
      <td data-label={say(columns.kept)}>
        {kept === undefined ? "–" : say(kept)}
        {kept !== undefined && isBeside && <small> {say(sourcesWords.beside)}</small>}
      </td>
    </tr>
  );
};
