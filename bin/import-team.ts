import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { columns } from "../lambdas/agreement/import/import-columns.ts";
import { importTeam } from "../lambdas/agreement/import/import-team.ts";

/** Puts the reps of a table into the agreement; `--help` says how the table is written. */
const help = `npm run team:import -- FILE.csv [--agreement FILE] [--dry-run]

Writes the reps of a table (CSV, as a spreadsheet saves it) into team.reps of the agreement; the next deployment puts
them into force. The table is the whole team: whoever is not in it is taken out. Of a rep that is there already stays
what the table has no column for, such as working hours and absences; an empty cell leaves its field out. Nothing is
written when the agreement that comes out has a mistake.

  --agreement FILE  agreement.yaml when left out
  --dry-run         only say what would change

The first row has the headers, in Spanish or English and in any order:

${columns.map(({ path, headers }) => `  ${path.at(-1)?.padEnd(12)}${headers.join(", ")}`).join("\n")}

Case, accents, spaces and hyphens of headers do not matter (Zona horaria). Without an id, reps are known by their
e-mail address, and new ones get theirs from the name. Lists are separated by | (es|en). Territories are countries, by
code or name, with or without regions: ES: Madrid|Toledo; PT. Dates are 2026-09-01 or 1/9/2026, the day first. A
manager or a segment may be given by its id or by its name. Cells are separated by ; or , or tabs.
`;

const asked = () => {
  try {
    const text = { type: "string", default: "agreement.yaml" } as const;
    const options = { agreement: text, "dry-run": { type: "boolean" }, help: { type: "boolean" } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (values.help !== true && positionals.length !== 1) throw new Error("which table?");
    return { ...values, table: positionals[0] ?? "" };
  } catch (cause) {
    const said = cause instanceof Error ? cause.message.split(/[.\n]/, 1)[0] : String(cause);
    throw new Error(`That was not understood (${said}); npm run team:import -- --help shows how.`, { cause });
  }
};

const textOf = (file: string): string => {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new Error(`${file} cannot be read; give the path of a file.`, { cause });
  }
};

const run = (): string => {
  const { table, agreement, "dry-run": dry, help: wanted } = asked();
  if (wanted === true) return help;
  const imported = importTeam(textOf(table), textOf(agreement));
  if (!imported.ok)
    throw new Error(`${imported.problems.map((problem) => `${table}: ${problem}`).join("\n")}\nNothing was written.`);
  const { yaml, changes } = imported;
  if (changes.length === 0) return `${agreement}: the team is as the table has it; nothing was written.\n`;
  if (dry !== true) writeFileSync(agreement, yaml);
  const lines = changes.map(({ what, id, name, fields }) => {
    const which = fields.length === 0 ? "" : `: ${fields.join(", ")}`;
    return `  ${what} ${name} (${id})${which}\n`;
  });
  return `${agreement}: ${dry === true ? "would be" : "was"} written\n${lines.join("")}`;
};

try {
  process.stdout.write(run());
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
}
