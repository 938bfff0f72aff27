import "./frame/quiet.ts";
import { writeFileSync } from "node:fs";
import { columns } from "../lambdas/agreement/import/import-columns.ts";
import { importTeam } from "../lambdas/agreement/import/import-team.ts";
import { command, runIfStarted } from "./frame/command.ts";
import { CommandError } from "./frame/errors.ts";
import { textOfFile } from "./frame/files.ts";
import { agreementOption, flag, text } from "./frame/option.ts";

export const main = command({
  name: "team:import",
  does: "Writes the reps of a table (CSV, as a spreadsheet saves it) into team.reps of the agreement; they apply from the next deployment. The table is the whole team: a rep who is not in it is removed. An existing rep keeps the fields for which the table has no column, such as working hours and absences; an empty cell removes its field. Nothing is written when the resulting agreement has a mistake.",
  options: {
    table: text("FILE.csv", "the table", { argument: "one" }),
    agreement: agreementOption("the agreement"),
    "dry-run": flag("only show what would change"),
  },
  notes: `The first row contains the headers, in Spanish or English and in any order:

${columns.map(({ path, headers }) => `  ${path.at(-1)?.padEnd(12)}${headers.join(", ")}`).join("\n")}

Case, accents, spaces and hyphens of headers do not matter (Zona horaria). Without an id, existing reps are recognised by their e-mail address, and new ones get an id from their name. Lists are separated by | (es|en). Territories are countries, by code or name, with or without regions: ES: Madrid|Toledo; PT. Dates are written 2026-09-01 or 1/9/2026, with the day first. A manager or a segment may be given by its id or by its name. Cells are separated by ; or , or tabs.`,
  run: ({ table, agreement, "dry-run": isDry }) => {
    const csv = textOfFile(table, "the table of the team (FILE.csv)");
    const imported = importTeam(csv, textOfFile(agreement, "the agreement (--agreement)"));
    if (!imported.ok)
      throw new CommandError(
        `${imported.problems.map((problem) => `${table}: ${problem}`).join("\n")}\nNothing was written.`,
      );
    const { yaml, changes } = imported;
    if (changes.length === 0) return `${agreement}: the team is already as in the table; nothing was written.`;
    if (!isDry) writeFileSync(agreement, yaml);
    const lines = changes.map(({ what, id, name, fields }) => {
      const which = fields.length === 0 ? "" : `: ${fields.join(", ")}`;
      return `  ${what} ${name} (${id})${which}`;
    });
    return [`${agreement}: ${isDry ? "would be" : "was"} written`, ...lines].join("\n");
  },
});

await runIfStarted(main, import.meta.url);
