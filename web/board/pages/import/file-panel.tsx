import { useState } from "react";
import {
  type ImportView,
  listEncodings,
  listSeparators,
  type ReadAsked,
} from "../../../../lambdas/contract/imports.ts";
import { sayUnreadable } from "../../../../lambdas/views/import/say-unreadable.ts";
import { Button } from "../../components/button.tsx";
import { SelectField } from "../../components/field.tsx";
import { Panel } from "../../components/panel.tsx";
import { useLanguage } from "../../language.tsx";
import { importWords } from "./import-words.ts";
import type { Decide } from "./use-decide.ts";

interface FilePanelProps {
  readonly view: ImportView;
  readonly decide: Decide;
}

/** What was read of the file and how, and how it could be read otherwise. */
export const FilePanel = ({ view, decide }: FilePanelProps) => {
  const { say } = useLanguage();
  const { unreadable, read, rows = 0, guess, terms, preview = [] } = view;
  const people = terms === undefined ? rows - (guess?.headerRows ?? 0) : rows;
  return (
    <Panel title={say(importWords.read)}>
      <div className="import-part">
        {unreadable !== undefined && (
          <p className="import-bad" role="alert">
            {say(sayUnreadable(unreadable))}
          </p>
        )}
        {read !== undefined && unreadable === undefined && (
          <p>
            {say(importWords.readAs(people, guess?.columns.length ?? 0))} <HowRead view={view} />
          </p>
        )}
        {preview.length > 0 && <FirstRows rows={preview} />}
        <details open={unreadable !== undefined}>
          <summary>{say(importWords.readWrong)}</summary>
          <ReadAgain view={view} decide={decide} />
        </details>
      </div>
    </Panel>
  );
};

const HowRead = ({ view: { read } }: Pick<FilePanelProps, "view">) => {
  const { say } = useLanguage();
  if (read?.format === "xlsx")
    return read.sheet === undefined ? "Excel." : `Excel, ${say(importWords.sheet).toLowerCase()} “${read.sheet}”.`;
  const { encoding, separator } = read ?? {};
  const parts = [
    "CSV",
    separator && say(importWords.separators[separator]).toLowerCase(),
    encoding && say(importWords.encodings[encoding]).replace(/ \(.*$/, ""),
  ];
  return `${parts.filter(Boolean).join(", ")}.`;
};

const FirstRows = ({ rows }: { readonly rows: readonly (readonly string[])[] }) => {
  const { say } = useLanguage();
  return (
    <details>
      <summary>{say(importWords.firstRows)}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="import-scroll" aria-label={say(importWords.firstRows)} tabIndex={0}>
        <table className="import-preview">
          <tbody>
            {rows.slice(0, shownRows).map((cells, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows stay where they are
              <tr key={i}>
                <th scope="row">{i + 1}</th>
                {cells.map((cell, j) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells stay where they are
                  <td key={j}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
};

const shownRows = 8;

const ReadAgain = ({ view: { read, unreadable }, decide }: FilePanelProps) => {
  const { say } = useLanguage();
  const [asked, ask] = useState<ReadAsked>({
    sheet: read?.sheet,
    encoding: read?.encoding,
    separator: read?.separator,
  });
  const isText = read?.format !== "xlsx" && unreadable !== "no-such-sheet";
  const sheets = read?.sheets ?? [];
  return (
    <div className="import-fields">
      {!isText && (
        <SelectField
          label={say(importWords.sheet)}
          value={asked.sheet ?? ""}
          none={say(importWords.guessed)}
          options={sheets.map((sheet) => ({ id: sheet, label: sheet }))}
          onChange={(sheet) => ask({ ...(sheet !== "" && { sheet }) })}
        />
      )}
      {isText && (
        <>
          <SelectField
            label={say(importWords.encoding)}
            value={asked.encoding ?? ""}
            none={say(importWords.guessed)}
            options={listEncodings.map((id) => ({ id, label: say(importWords.encodings[id]) }))}
            onChange={(chosen) => ask({ ...asked, encoding: listEncodings.find((id) => id === chosen) })}
          />
          <SelectField
            label={say(importWords.separator)}
            value={asked.separator ?? ""}
            none={say(importWords.guessed)}
            options={listSeparators.map((id) => ({ id, label: say(importWords.separators[id]) }))}
            onChange={(chosen) => ask({ ...asked, separator: listSeparators.find((id) => id === chosen) })}
          />
        </>
      )}
      <Button isPending={decide.pending} onPress={() => void decide.read(asked)}>
        {say(importWords.readAgain)}
      </Button>
    </div>
  );
};
