import { readCounters } from "../lambdas/adapters/dynamo-counters.ts";
import { formatProblems, loadAgreement } from "../lambdas/agreement/load-agreement.ts";
import { limits } from "../lambdas/contract/limits.ts";
import { LanguageSchema } from "../lambdas/contract/stages.ts";
import { slaOfWeek } from "../lambdas/domain/metrics/sla-of-week.ts";
import { weekOf, weeksUpTo } from "../lambdas/domain/metrics/week.ts";
import { slaTable } from "../lambdas/views/metrics/sla-table.ts";
import { deployedTable } from "./deployed-table.ts";
import { optionsOf } from "./options.ts";

const help = `npm run sla -- --outputs FILE | --table NAME [--weeks N] [--language es|en] [AGREEMENT]

Prints what marketing and sales promised each other and what came of it, week by week; this week with a forecast.

  --outputs FILE  the stack's outputs: .local/outputs.json, or what cdk deploy --outputs-file wrote
  --table NAME    or the stack's output TableName (default: the environment's TABLE_NAME)
  --weeks N       how many weeks, this one included (default: 8)
  --language      es or en; the company's first language when left out
  AGREEMENT       the agreement that is deployed (default: agreement.yaml)

It reads with your AWS credentials and region, which must allow dynamodb:GetItem on the table; the pipeline on your
machine needs none.
`;

const typed = () => {
  const text = { type: "string" } as const;
  const options = { outputs: text, table: text, weeks: text, language: text, help: { type: "boolean" } } as const;
  return optionsOf("sla", { options, allowPositionals: true });
};

const run = async (): Promise<string> => {
  const { values, positionals } = typed();
  if (values.help === true) return help;
  const [weeks, spoken] = [Number(values.weeks ?? 8), LanguageSchema.safeParse(values.language)];
  if (!Number.isInteger(weeks) || weeks < 1 || weeks > limits.slaWeeks)
    throw new Error(`--weeks: from 1 to ${limits.slaWeeks}.`);
  if (values.language !== undefined && !spoken.success) throw new Error("--language: es or en.");
  const loaded = loadAgreement(positionals[0] ?? "agreement.yaml");
  if (!loaded.ok) throw new Error(formatProblems(loaded.problems));
  const name = values.table ?? process.env.TABLE_NAME;
  if (values.outputs === undefined && !name) throw new Error("Which pipeline? Give --outputs or --table.");
  const [{ agreement }, table] = [loaded, deployedTable({ outputs: values.outputs, table: name ?? "" })];
  const { timeZone, languages } = agreement.terms.company;
  const now = new Date().toISOString();
  const shown = weeksUpTo(weekOf(now, timeZone), weeks);
  const counters = await readCounters(table, shown);
  const slas = shown.map((week, i) => slaOfWeek(counters[i] ?? new Map(), agreement, week, now));
  return slaTable(slas, spoken.data ?? languages[0] ?? "es");
};

try {
  process.stdout.write(await run());
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
}
