import { useEffect } from "react";
import { Link } from "wouter";
import { type ImportRows, type ImportView, rowVerdicts } from "../../../../lambdas/contract/imports.ts";
import { IgnoredNote } from "../../address/ignored-note.tsx";
import { oneOf, type ReadParam } from "../../address/read-address.ts";
import { useChangeAddress, useParam } from "../../address/use-address.ts";
import { Badge } from "../../components/badge.tsx";
import { Button } from "../../components/button.tsx";
import { ExportMenu } from "../../components/export-menu.tsx";
import { Loading } from "../../components/loading.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { useBoard } from "../../data/api.ts";
import { reading } from "../../data/board-request.ts";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { importWords } from "./import-words.ts";

type Row = ImportRows["rows"][number];

/** How many rows come before the first that is shown. */
const aRow: ReadParam<string> = (text) => (/^\d{1,9}$/.test(text) ? text : undefined);

/** The rows with what would become, or became, of each: by verdict and page, both in the address. */
export const RowsTable = ({ view }: { readonly view: ImportView }) => {
  const { say } = useLanguage();
  const format = useFormat();
  const change = useChangeAddress();
  const { value: verdict, isIgnored } = useParam("rows", oneOf(rowVerdicts));
  const { value: from, set: setFrom } = useParam("from", aRow);
  const { importId, counts } = view;
  const asked = { importId, ...(verdict && { verdict }), ...(from && { cursor: from }) };
  const { data, problem } = useBoard(reading("imports/{importId}/rows", asked));
  const next = data?.cursor;
  const isEmpty = data?.rows.length === 0;
  // Rows of one verdict may lie far apart: a page without any goes on by itself.
  useEffect(() => {
    if (!isEmpty || next === undefined) return;
    setFrom(next, "replace");
  }, [isEmpty, next, setFrom]);
  const sum = (counts?.new ?? 0) + (counts?.known ?? 0) + (counts?.refused ?? 0);
  return (
    <div className="import-part">
      <div className="import-actions">
        <fieldset className="import-filter">
          <legend className="unseen">{say(importWords.becomes)}</legend>
          {([undefined, ...rowVerdicts] as const).map((each) => (
            <Button
              key={each ?? "all"}
              variant={each === verdict ? "primary" : "quiet"}
              aria-pressed={each === verdict}
              onPress={() => change({ rows: each, from: undefined }, "push")}
            >
              {say(each === undefined ? importWords.all : importWords.verdicts[each])}{" "}
              {counts !== undefined && format.number(each === undefined ? sum : counts[each])}
            </Button>
          ))}
        </fieldset>
        {data !== undefined && !(isEmpty && next === undefined) && (
          <ExportMenu
            name={`rows-${importId}${verdict === undefined ? "" : `-${verdict}`}`}
            list="import-rows"
            query={{ importId, ...(verdict && { verdict }) }}
          />
        )}
      </div>
      <IgnoredNote of={[isIgnored && importWords.becomes]} />
      {problem !== undefined && <ProblemNote problem={problem} />}
      {(data === undefined || (isEmpty && next !== undefined)) && problem === undefined && <Loading lines={8} />}
      {isEmpty && next === undefined && <p className="import-soft">{say(importWords.noRows)}</p>}
      {data !== undefined && data.rows.length > 0 && <Rows rows={data.rows} view={view} />}
      <div className="import-actions">
        {from !== undefined && <Button onPress={() => setFrom(undefined)}>{say(importWords.first)}</Button>}
        {next !== undefined && !isEmpty && <Button onPress={() => setFrom(next)}>{say(importWords.more)}</Button>}
      </div>
    </div>
  );
};

const toneOf = { new: "good", known: "plain", refused: "bad" } as const;

const Rows = ({ rows, view }: { readonly rows: readonly Row[]; readonly view: ImportView }) => {
  const { say } = useLanguage();
  return (
    <table className="import-table import-rows">
      <thead>
        <tr>
          <th scope="col">{say(importWords.row)}</th>
          <th scope="col">{say(importWords.who)}</th>
          <th scope="col">{say(importWords.becomes)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.row}>
            <th scope="row">
              <span className="import-row-label">{say(importWords.row)} </span>
              {row.row}
            </th>
            <td>{whoOf(row, view) || "–"}</td>
            <td>
              <Badge tone={toneOf[row.verdict.is]}>{say(importWords.verdict[row.verdict.is])}</Badge> {say(row.says)}{" "}
              {row.verdict.is !== "refused" && row.verdict.leadId !== undefined && (
                <Link href={`/leads/${row.verdict.leadId}`}>{say(importWords.toLead)}</Link>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** Cells by which a colleague recognises the row. */
const telling = ["email", "name", "firstName", "lastName", "company"];

const whoOf = ({ cells = [] }: Row, { terms }: ImportView): string => {
  const of = (target: string) => cells[terms?.mapping.find(({ to }) => to === target)?.column ?? -1] ?? "";
  const found = telling.map(of).filter((cell) => cell !== "");
  return (found.length > 0 ? found : cells.filter((cell) => cell !== "").slice(0, 3)).join(" · ");
};
