import { Link } from "wouter";
import type { Tone } from "../../../../lambdas/contract/board.ts";
import type { ImportCard, ImportState } from "../../../../lambdas/contract/imports.ts";
import { Badge } from "../../components/badge.tsx";
import { ExportMenu } from "../../components/export-menu.tsx";
import { Panel } from "../../components/panel.tsx";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { importWords } from "./import-words.ts";

const toneOf: Partial<Record<ImportState, Tone>> = {
  unreadable: "bad",
  mapping: "warn",
  tried: "warn",
  paused: "warn",
  running: "good",
  done: "good",
};

/** The lists that were imported, the newest first. */
export const ImportList = ({ imports }: { readonly imports: readonly ImportCard[] }) => {
  const { say } = useLanguage();
  const format = useFormat();
  const { people } = useMe();
  const { table } = importWords;
  return (
    <Panel title={say(importWords.earlier)} actions={<ExportMenu name="imports" list="imports" />}>
      <table className="import-table">
        <thead>
          <tr>
            {[table.file, table.state, table.leads, table.by, table.at].map((label) => (
              <th key={label.en} scope="col">
                {say(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {imports.map(({ importId, fileName, state, by, at, counts }) => (
            <tr key={importId}>
              <th scope="row">
                <Link href={`/import/${importId}`}>{fileName}</Link>
              </th>
              <td data-label={say(table.state)}>
                <Badge tone={toneOf[state] ?? "plain"}>{say(importWords.states[state])}</Badge>
              </td>
              <td data-label={say(table.leads)}>{counts === undefined ? "–" : format.number(counts.new)}</td>
              <td data-label={say(table.by)}>{people.find(({ id }) => id === by)?.name ?? by}</td>
              <td data-label={say(table.at)}>{format.dateTime(at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
};
