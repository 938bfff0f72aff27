import "./frame/quiet.ts";
import { writeFileSync } from "node:fs";
import { captureRules } from "../lambdas/capture/capture-rules-of.ts";
import { tryList } from "../lambdas/domain/import/try-list.ts";
import { refusedCsv } from "../lambdas/views/import/refused-csv.ts";
import { command, exitCodes, runIfStarted } from "./frame/command.ts";
import { UsageError } from "./frame/errors.ts";
import { agreementIn, textOfFile } from "./frame/files.ts";
import { agreementOption, flag, languageOption, optionalText, text } from "./frame/option.ts";
import { listIn, listOptions, termsOfList } from "./import/list-options.ts";
import { sayReading, sayTried } from "./import/sayings.ts";

export const main = command({
  name: "leads:import",
  does: `Tries a list of leads (CSV or XLSX) before it is imported on the board: how it is read, what each column is, and what would become of each row. Nothing is stored or sent, and nothing need be deployed.`,
  options: {
    file: text("FILE", "the list", { argument: "one" }),
    try: flag("try the list; importing it is done on the board, under Import"),
    rows: flag("tell every row, and not the refused ones only"),
    refused: optionalText("FILE", "writes the refused rows with their reasons there, as CSV, to be corrected"),
    ...listOptions,
    agreement: agreementOption("the agreement whose fields and languages count"),
    language: languageOption(),
  },
  exits: "Exit code: 0 no row is refused, 1 some are or the list cannot be read, 2 used wrongly.",
  run: async ({ file, try: isTry, rows: isAll, refused, agreement: agreementFile, language: asked, ...values }, io) => {
    if (!isTry) throw new UsageError("Say --try: lists are imported on the board, under Import.");
    textOfFile(file, "the list (FILE)");
    const agreement = agreementIn(agreementFile);
    const language = asked ?? agreement.terms.company.languages[0] ?? "es";
    const ownFields = agreement.terms.fields ?? [];
    const list = await listIn(file, values);
    const { terms, guess } = termsOfList(file, list, values, agreement);
    const rules = captureRules({ agreement, siteOrigins: [], now: io.now });
    const tried = tryList(list.rows, terms, rules);
    const wrong = tried.filter(({ verdict }) => verdict.is === "refused");
    const header = list.rows[terms.headerRows - 1] ?? [];
    if (refused !== undefined)
      writeFileSync(refused, refusedCsv(wrong, language, { header, ownFields }), { mode: 0o600 });
    const said = [sayReading(list, terms, guess), sayTried(tried, language, ownFields, isAll)];
    return { text: said.join("\n\n"), exitCode: wrong.length === 0 ? exitCodes.done : exitCodes.notDone };
  },
});

await runIfStarted(main, import.meta.url);
