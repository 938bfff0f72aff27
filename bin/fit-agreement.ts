import { readCounters } from "../lambdas/adapters/dynamo-counters.ts";
import type { DynamoTable } from "../lambdas/adapters/dynamo-table.ts";
import { measure } from "../lambdas/agreement/capacity-check/capacity-check.ts";
import { type Assumptions, capacityModelOf, usualAssumptions } from "../lambdas/agreement/capacity-check/model.ts";
import { remediesFor } from "../lambdas/agreement/capacity-check/remedies.ts";
import { capacityReport, isTrial } from "../lambdas/agreement/capacity-check/report.ts";
import { formatProblems, loadAgreement } from "../lambdas/agreement/load-agreement.ts";
import { LanguageSchema } from "../lambdas/contract/stages.ts";
import { isWeek, weekOf, weeksUpTo } from "../lambdas/domain/metrics/week.ts";
import { deployedTable } from "./deployed-table.ts";
import { optionsOf } from "./options.ts";

const help = `npm run agreement:fit [-- [--arrivals N | --outputs FILE | --table NAME] [--from WEEK] [--hours-per-lead N] [--language es|en] [FILE]]

Plays the agreement through (half a year, twenty times over) and says whether its numbers fit together: MQLs a week, the
team's capacity, hours and absences, and the times that sales promises. If they do not, it says what would fit.

  --arrivals N        MQLs a week (default: as many as marketing promises)
  --outputs FILE      or the mean of the last 8 weeks with figures: of the pipeline with these outputs,
  --table NAME        or with this table
  --from WEEK         the first week, such as 2026-W48: its holidays and absences count (default: this week)
  --hours-per-lead N  how long a rep is busy with a lead that they take up (default: by their capacity)
  --language          es or en; the company's first language when left out
  FILE                the agreement (default: agreement.yaml)

Ends with 0 when the numbers fit, with 1 when they do not, with 2 when it cannot be told. The same question has the same
answer: chance is drawn from a fixed seed.
`;

const typed = () => {
  const text = { type: "string" } as const;
  const numbers = { arrivals: text, "hours-per-lead": text, from: text } as const;
  const options = { ...numbers, outputs: text, table: text, language: text, help: { type: "boolean" } } as const;
  return optionsOf("agreement:fit", { options, allowPositionals: true });
};

const numberIn = (option: string, text: string | undefined, most: number): number | undefined => {
  if (text === undefined) return undefined;
  const value = Number(text.replace(",", "."));
  if (text.trim() !== "" && value >= 0 && value <= most) return value;
  throw new Error(`${option}: a number from 0 to ${most}.`);
};

/** MQLs a week, of the weeks that are over and have figures. */
const arrivalsIn = async (table: DynamoTable, week: string): Promise<number> => {
  const weeks = weeksUpTo(week, 9).slice(0, -1);
  const counted = (await readCounters(table, weeks)).filter(({ size }) => size > 0);
  if (counted.length === 0) throw new Error("The last 8 weeks have no figures yet; give --arrivals.");
  return counted.reduce((sum, each) => sum + (each.get("mql") ?? 0), 0) / counted.length;
};

const run = async (): Promise<{ readonly text: string; readonly exitCode: 0 | 1 }> => {
  const { values, positionals } = typed();
  if (values.help === true) return { text: help, exitCode: 0 };
  const spoken = LanguageSchema.safeParse(values.language);
  if (values.language !== undefined && !spoken.success) throw new Error("--language: es or en.");
  const loaded = loadAgreement(positionals[0] ?? "agreement.yaml");
  if (!loaded.ok) throw new Error(formatProblems(loaded.problems));
  const { company, sla } = loaded.agreement.terms;
  const thisWeek = weekOf(new Date().toISOString(), company.timeZone);
  const firstWeek = values.from ?? thisWeek;
  if (!isWeek(firstWeek)) throw new Error("--from: a week such as 2026-W48.");
  const { outputs, table } = values;
  const counted =
    outputs === undefined && table === undefined
      ? undefined
      : await arrivalsIn(deployedTable({ outputs, table: table ?? "" }), thisWeek);
  const assumptions: Assumptions = {
    ...usualAssumptions,
    arrivalsPerWeek: numberIn("--arrivals", values.arrivals, 2000) ?? counted ?? sla.marketing.qualifiedPerWeek,
    firstWeek,
    hoursPerLead: numberIn("--hours-per-lead", values["hours-per-lead"], 200),
  };
  return judge(capacityModelOf(loaded.agreement, assumptions), spoken.data ?? company.languages[0] ?? "es");
};

const judge = (model: ReturnType<typeof capacityModelOf>, language: Parameters<typeof capacityReport>[1]) => {
  const figures = measure(isTrial(model) ? { ...model, assumptions: { ...model.assumptions, runs: 0 } } : model);
  const remedies = remediesFor(model, figures);
  return {
    text: capacityReport({ model, figures, remedies }, language),
    exitCode: figures.isSufficient ? 0 : 1,
  } as const;
};

try {
  const { text, exitCode } = await run();
  process.stdout.write(text);
  process.exitCode = exitCode;
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 2;
}
