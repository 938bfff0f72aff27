import "./frame/quiet.ts";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { captureRules } from "../lambdas/capture/capture-rules-of.ts";
import { tryList } from "../lambdas/domain/import/try-list.ts";
import { refusedCsv } from "../lambdas/views/import/refused-csv.ts";
import { type Command, command, exitCodes, type Main, runIfStarted } from "./frame/command.ts";
import type { WithOutputs } from "./frame/deployed-stack.ts";
import { UsageError } from "./frame/errors.ts";
import { agreementIn, textOfFile } from "./frame/files.ts";
import {
  agreementOption,
  environmentOption,
  flag,
  languageOption,
  optionalText,
  outputsOption,
} from "./frame/option.ts";
import { deployedImports, type Importing, type Imports, standsForIt } from "./import/deployed-imports.ts";
import { askedOf, listIn, listOptions, termsOfList } from "./import/list-options.ts";
import { sayReading, sayTried } from "./import/sayings.ts";
import { importList, showImport, startImport, undoImport } from "./import/steps.ts";

const options = {
  file: optionalText("FILE", "the list", { argument: "one" }),
  try: flag("tries the list here: nothing is stored or sent, and nothing need be deployed"),
  by: optionalText("COLLEAGUE", "who stands for it: the id of somebody who may import lists on the board"),
  yes: flag("starts the import after its trial, without another command"),
  start: optionalText("ID", "starts an import that was tried, and shows how it gets on"),
  status: optionalText("ID", "shows where an import stands"),
  undo: optionalText("ID", "takes back what an import added, within 30 days, and shows how it gets on"),
  rows: flag("tell every row, and not the refused ones only"),
  refused: optionalText("FILE", "writes the refused rows with their reasons there, as CSV, to be corrected"),
  ...listOptions,
  agreement: agreementOption("the agreement whose colleagues, fields and languages count"),
  language: languageOption(),
  outputs: outputsOption(),
  environment: environmentOption(),
};
type Values = Parameters<Command<typeof options>["run"]>[0];

/** What the list itself tells, without anybody who is known already. */
const tried = async (
  file: string,
  values: Values,
  { io, agreement, language }: Pick<Importing, "io" | "agreement" | "language">,
) => {
  const ownFields = agreement.terms.fields ?? [];
  const list = await listIn(file, values);
  const { terms, guess } = termsOfList(file, list, values, agreement);
  const rows = tryList(list.rows, terms, captureRules({ agreement, siteOrigins: [], now: io.now }));
  const wrong = rows.filter(({ verdict }) => verdict.is === "refused");
  const header = list.rows[terms.headerRows - 1] ?? [];
  if (values.refused !== undefined)
    writeFileSync(values.refused, refusedCsv(wrong, language, { header, ownFields }), { mode: 0o600 });
  const said = [sayReading(list, terms, guess), sayTried(rows, language, ownFields, values.rows)];
  return { text: said.join("\n\n"), exitCode: wrong.length === 0 ? exitCodes.done : exitCodes.notDone };
};

const imported = async (file: string, values: Values, deps: Importing) => {
  const list = await listIn(file, values);
  const { terms, guess } = termsOfList(file, list, values, deps.agreement);
  deps.io.out(`${sayReading(list, terms, guess)}\n\n`);
  const fresh = { fileName: path.basename(file).slice(0, 200), bytes: readFileSync(file), asked: askedOf(values) };
  return importList(deps, { ...fresh, terms }, values);
};

/** @param open where the imports are; tests have a pipeline of their own */
export const importCommand = (open: (of: WithOutputs) => Imports): Main =>
  command({
    name: "leads:import",
    does: `Imports a list of leads (CSV or XLSX) as the board does: says how it is read and what each column is, uploads it, tries each row against what is known, and, once that is agreed to (--yes, or --start ID afterwards), takes the rows in at the agreed pace, showing how it gets on. It goes on when the command is ended; the board shows it too, and can pause it.

With --try the list is only tried, on this machine.`,
    options,
    needs: [
      { oneOf: [["file", "try"], ["file", "by"], ["start", "by"], ["undo", "by"], ["status"]] },
      { when: ({ try: isTry }) => isTry !== true, oneOf: [["outputs"]] },
      // Who takes rows out is in the audit trail.
      { when: ({ status, refused }) => status !== undefined && refused !== undefined, oneOf: [["by"]] },
    ],
    permissions:
      "dynamodb:GetItem, PutItem and UpdateItem on the table, and s3:GetObject, PutObject and ListBucket on the bucket ImportsBucketName",
    exits: "Exit code: 0 done, or tried and not started; 1 not done, or with --try: rows refused; 2 used wrongly.",
    run: (values, io) => {
      const { file, start, status, undo, try: isTry, by, outputs = "", environment } = values;
      const asked = [file, start, status, undo].filter((each) => each !== undefined);
      if (asked.length > 1 || (isTry && file === undefined))
        throw new UsageError("Say one of FILE, --start, --status and --undo; --try needs FILE.");
      if (isTry && values.yes) throw new UsageError("--try stores nothing: leave out --yes, or --try.");
      if (file !== undefined) textOfFile(file, "the list (FILE)");
      const agreement = agreementIn(values.agreement);
      const language = values.language ?? agreement.terms.company.languages[0] ?? "es";
      const here = { agreement, language, io };
      if (isTry && file !== undefined) return tried(file, values, here);
      const colleague = by === undefined ? "" : standsForIt(by, agreement);
      const deps = { ...here, by: colleague, ...open({ outputs, environment }) };
      if (file !== undefined) return imported(file, values, deps);
      if (start !== undefined) return startImport(deps, start, values);
      if (undo !== undefined) return undoImport(deps, undo);
      return showImport(deps, status ?? "", values);
    },
  });

export const main = importCommand(deployedImports);

await runIfStarted(main, import.meta.url);
