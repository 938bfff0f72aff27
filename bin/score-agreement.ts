import "./frame/quiet.ts";
import { declaring } from "../lambdas/agreement/learn/declare.ts";
import { readLine } from "../lambdas/agreement/learn/line.ts";
import { pointsOf } from "../lambdas/agreement/learn/points-of.ts";
import { declarationsText, withFields } from "../lambdas/agreement/learn/write-agreement.ts";
import type { Agreement } from "../lambdas/contract/agreement.ts";
import { command, exitCodes, type Io, runIfStarted } from "./frame/command.ts";
import { agreementIn, textOfFile } from "./frame/files.ts";
import { agreementOption, flag, optionalText, text } from "./frame/option.ts";
import { linesOfFile } from "./learn/lines-of-file.ts";
import { Problems } from "./learn/problems.ts";
import { writeAgreement } from "./learn/write-agreement.ts";

export const main = command({
  name: "agreement:score",
  does: 'Prints what the leads of a file get by an agreement: for each line one line of JSON with fit, familiarity, grade, the gate\'s verdict and the persona that fits best, by the rules of the pipeline itself. Each line of the file is a lead: {"at", "facts": {...}, "engagements": [{"kind", "at", "subject"}]}. It is judged at its "at": engagements after that do not count.',
  options: {
    from: text("FILE.jsonl", "the leads, one on each line (JSON Lines)"),
    agreement: agreementOption("the agreement by which they are scored"),
    declare: flag("instead, write the fields that the file has and the agreement does not declare"),
    out: optionalText("FILE.yaml", "with --declare: write the agreement with these fields into this file"),
  },
  notes:
    'A fact is called by the field\'s name in the agreement (jobTitle, companySize, the id of one of your own fields), or as a form may call it. A day without a time is midnight in the company\'s time zone. "outcome", "outcomeAt" and "source" may be there, and are not looked at.',
  exits: "Exit code: 0 all lines were scored, 1 some could not be read, 2 used wrongly.",
  run: async ({ from, agreement: file, declare, out }, io) => {
    const agreement = agreementIn(file);
    return declare ? await declarations(from, file, agreement, out) : await scores(from, agreement, io);
  },
});

const scores = async (from: string, agreement: Agreement, io: Io) => {
  const problems = new Problems(from);
  for await (const { line, text } of linesOfFile(from)) {
    const lead = problems.lead(text, line, agreement);
    if (lead !== undefined) io.out(`${JSON.stringify({ line, ...pointsOf(lead, agreement) })}\n`);
  }
  problems.check();
  return exitCodes.done;
};

const declarations = async (from: string, file: string, agreement: Agreement, out: string | undefined) => {
  const problems = new Problems(from);
  const fields = declaring(agreement.terms.fields);
  for await (const { line, text } of linesOfFile(from)) {
    const read = readLine(text);
    if (read.ok) fields.add(read.line.facts);
    else problems.add(line, read.problems);
  }
  problems.check();
  const declared = fields.declared();
  if (out === undefined)
    return declared.length === 0 ? "# Every field of the file is declared.\n" : declarationsText(declared);
  writeAgreement(out, withFields(textOfFile(file, "the agreement (--agreement)"), declared));
  return `${out}: ${declared.length} fields declared.\n`;
};

await runIfStarted(main, import.meta.url);
