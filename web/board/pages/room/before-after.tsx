import type { TermsChanges } from "../../../../lambdas/contract/room.ts";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { useLanguage } from "../../language.tsx";
import { roomWords as words } from "./room-words.ts";
import { chapterRows, partsOf, runsOf, type SentenceRow } from "./sentence-rows.ts";

interface BeforeAfterProps {
  readonly changes: Pick<TermsChanges, "before" | "after">;
  /** What the side that is compared with is called. @default what holds today */
  readonly before?: Bilingual;
}

/** The chapters of the contract that differ, sentence by sentence; on a phone one side below the other. */
export const BeforeAfter = ({ changes, before = words.before }: BeforeAfterProps) => {
  const { say, language } = useLanguage();
  return (
    <div className="room-chapters">
      {chapterRows(changes, language).map(({ title, rows }) => (
        <section key={title.en} className="room-chapter">
          <h3>{say(title)}</h3>
          <div className="room-sides" aria-hidden="true">
            <span>{say(before)}</span>
            <span>{say(words.after)}</span>
          </div>
          {runsOf(rows).map((run, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: runs have no name of their own, and no state
            <Run key={i} run={run} before={before} />
          ))}
        </section>
      ))}
    </div>
  );
};

/** So many sentences that stay say where one is; more are behind a summary. */
const mostShown = 2;

const Run = ({ run, before }: { readonly run: readonly SentenceRow[]; readonly before: Bilingual }) => {
  const { say } = useLanguage();
  const rows = run.map((row, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: sentences may repeat
    <Row key={i} row={row} before={before} />
  ));
  if (run[0]?.is !== "same" || run.length <= mostShown) return rows;
  return (
    <details className="room-unchanged">
      <summary>{say(words.unchanged(run.length))}</summary>
      {rows}
    </details>
  );
};

const Row = ({ row, before }: { readonly row: SentenceRow; readonly before: Bilingual }) =>
  row.is === "same" ? (
    <p className="room-same">{row.text}</p>
  ) : (
    <div className="room-pair">
      <Side is="del" label={before} text={row.before} other={row.after} />
      <Side is="ins" label={words.after} text={row.after} other={row.before} />
    </div>
  );

interface SideProps {
  readonly is: "del" | "ins";
  readonly label: Bilingual;
  readonly text: string | undefined;
  readonly other: string | undefined;
}

const Side = ({ is: Mark, label, text, other }: SideProps) => {
  const { say } = useLanguage();
  const parts = text === undefined ? undefined : partsOf(text, other);
  return (
    <p className={`room-side room-side-${Mark}`}>
      <span className="room-side-label">{say(label)}</span>
      {parts === undefined ? (
        <span className="room-soft">{say(words.nothingBefore)}</span>
      ) : (
        <span>
          {parts.map((part, i) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence, in their order
            part.differs ? <Mark key={i}>{part.text}</Mark> : <span key={i}>{part.text}</span>,
          )}
        </span>
      )}
    </p>
  );
};
