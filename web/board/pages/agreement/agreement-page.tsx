import "./agreement.css";
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { AgreementView } from "../../../../lambdas/contract/board.ts";
import { sayVersion } from "../../../../lambdas/domain/text/say-version.ts";
import { IgnoredNote } from "../../address/ignored-note.tsx";
import { Button } from "../../components/button.tsx";
import { componentWords } from "../../components/component-words.ts";
import { DataTable } from "../../components/data-table.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { Loading } from "../../components/loading.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { useBoard } from "../../data/api.ts";
import { reading } from "../../data/board-request.ts";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { agreementWords } from "./agreement-words.ts";
import { Glossary } from "./glossary.tsx";
import { useGoToPart } from "./use-go-to-part.ts";
import { VersionHistory } from "./version-history.tsx";

/** The signed agreement, to read and to print. */
export default () => {
  const { say } = useLanguage();
  const read = useBoard(reading("agreement"));
  return (
    <>
      {read.data === undefined && <PageHead title={say(agreementWords.title)} />}
      <Loaded of={read} skeleton={<Loading lines={8} />}>
        {(view) => <Agreement view={view} />}
      </Loaded>
    </>
  );
};

const Agreement = ({ view }: { view: AgreementView }) => {
  const { say } = useLanguage();
  const { timeZone } = useMe();
  const { version, number, since, isUnsigned, chapters, glossary, stages, versions } = view;
  const parts = [
    ...chapters.map((chapter, at) => ({
      id: `chapter-${at + 1}`,
      title: `${at + 1}. ${say(chapter.title)}`,
      content: chapter.lines.map((line) => <Line key={line.en} line={say(line)} />),
    })),
    { id: "stages", title: say(agreementWords.stages), content: <StageOwners stages={stages} /> },
    { id: "glossary", title: say(agreementWords.glossary), content: <Glossary glossary={glossary} /> },
    {
      id: "versions",
      title: say(agreementWords.versions),
      content: <VersionHistory number={number} versions={versions} />,
    },
  ];
  const isNoPart = useGoToPart();
  return (
    <article className="agreement">
      <PageHead
        title={say(agreementWords.title)}
        actions={
          <>
            <Link className="agreement-negotiate" href="/room">
              {say(agreementWords.negotiate)}
            </Link>
            <Button onPress={() => print()}>{say(componentWords.print)}</Button>
          </>
        }
      >
        <p className="agreement-intro">{say(agreementWords.intro)}</p>
        <p className="agreement-soft">
          {number === undefined || since === undefined
            ? say(agreementWords.unnumbered)
            : capital(say(sayVersion({ number, since }, timeZone, new Date().toISOString())))}{" "}
          <code className="agreement-hash" title={say(agreementWords.hash)}>
            {version}
          </code>
        </p>
        {isUnsigned && (
          <p className="agreement-unsigned">
            {say(agreementWords.unsigned)} <Link href="/first-meeting">{say(agreementWords.toFirstMeeting)}</Link>
          </p>
        )}
      </PageHead>
      <IgnoredNote of={[isNoPart && agreementWords.part]} />
      <div className="agreement-columns">
        <nav className="agreement-contents" aria-label={say(agreementWords.contents)}>
          <ol>
            {parts.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ol>
        </nav>
        <div className="agreement-text">
          {parts.map((part) => (
            <Part key={part.id} {...part} />
          ))}
        </div>
      </div>
    </article>
  );
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const Line = ({ line }: { line: string }) => {
  const { label, text } = splitLabel(line);
  return (
    <p>
      {label !== "" && <b>{label}</b>}
      {text}
    </p>
  );
};

interface PartProps {
  readonly id: string;
  readonly title: string;
  readonly content: ReactNode;
}

const Part = ({ id, title, content }: PartProps) => (
  <section className="agreement-part" id={id} aria-labelledby={`${id}-title`} tabIndex={-1}>
    <h2 id={`${id}-title`}>{title}</h2>
    {content}
  </section>
);

/** Characters: longer text before a colon is a sentence, not a label. */
const longestLabel = 140;

/** Separates the label at the beginning of a line of the agreement, if there is one. */
export const splitLabel = (line: string): { readonly label: string; readonly text: string } => {
  const at = line.indexOf(": ");
  return at === -1 || at > longestLabel
    ? { label: "", text: line }
    : { label: line.slice(0, at + 1), text: line.slice(at + 1) };
};

/** Each stage with the department that owns it and its time limit. */
const StageOwners = ({ stages }: Pick<AgreementView, "stages">) => {
  const { say } = useLanguage();
  return (
    <DataTable
      caption={say(agreementWords.stagesTable)}
      hidesCaption
      csvName="stages"
      columns={[
        { id: "stage", label: say(agreementWords.stage), value: ({ label }) => say(label) },
        {
          id: "owner",
          label: say(agreementWords.owner),
          value: ({ owner }) => (
            <span className={`agreement-owner agreement-owner-${owner}`}>{say(agreementWords.departments[owner])}</span>
          ),
          csv: ({ owner }) => say(agreementWords.departments[owner]),
        },
        { id: "limit", label: say(agreementWords.limit), value: ({ limit }) => say(limit ?? agreementWords.noLimit) },
      ]}
      rows={stages}
    />
  );
};
