import { statSync } from "node:fs";
import { parseArgs } from "node:util";
import { explainAnnex } from "../lambdas/agreement/explain/explain-annex.ts";
import { explainPage } from "../lambdas/agreement/explain/explain-page.ts";
import { formatProblems, loadAgreement } from "../lambdas/agreement/load-agreement.ts";
import { LanguageSchema } from "../lambdas/contract/stages.ts";

/** Prints the agreement as a page for both departments to sign; `--help` says how it is asked. */
const usage = "give at most a file, --annex, and --language es or --language en";
const help = `npm run agreement:explain [-- --language es|en] [--annex] [FILE]

Prints the agreement as the one-page contract that both departments sign.

  --language  es or en; the company's first language when left out
  --annex     after the page, its annex: the glossary, each criterion's test in words, every piece of
              content, the stages, the team and the calendar
  FILE        agreement.yaml when left out
`;

interface Asked {
  readonly file: string;
  readonly named: string | undefined;
  readonly annex: boolean;
}

const explain = ({ file, named, annex }: Asked): string => {
  const spoken = LanguageSchema.safeParse(named);
  if (named !== undefined && !spoken.success)
    throw new Error(`There is no text in "${named}"; give --language es or --language en.`);
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true)
    throw new Error(`There is no agreement file ${file}; give the path of one.`);
  const loaded = loadAgreement(file);
  if (!loaded.ok) throw new Error(formatProblems(loaded.problems));
  const { agreement } = loaded;
  const language = spoken.data ?? agreement.terms.company.languages[0] ?? "es";
  const which = file === usual ? "" : ` ${file}`;
  const page = explainPage(agreement, language, `npm run agreement:explain -- --annex --language ${language}${which}`);
  return annex ? `${page}\n---\n\n${explainAnnex(agreement, language)}` : page;
};

const usual = "agreement.yaml";

const asked = (): Asked | "help" => {
  try {
    const { values, positionals } = parseArgs({
      options: { language: { type: "string" }, annex: { type: "boolean" }, help: { type: "boolean" } },
      allowPositionals: true,
    });
    if (positionals.length > 1) throw new Error("several files");
    if (values.help === true) return "help";
    return { file: positionals[0] ?? usual, named: values.language, annex: values.annex === true };
  } catch (cause) {
    const said = cause instanceof Error ? cause.message.split(/[.\n]/, 1)[0] : String(cause);
    throw new Error(`That was not understood (${said}): ${usage}.`, { cause });
  }
};

try {
  const wanted = asked();
  process.stdout.write(wanted === "help" ? help : explain(wanted));
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
}
