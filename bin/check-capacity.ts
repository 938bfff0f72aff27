import "./frame/quiet.ts";
import * as z from "zod/mini";
import { readCounters } from "../lambdas/adapters/dynamo-counters.ts";
import type { DynamoTable } from "../lambdas/adapters/dynamo-table.ts";
import { measure } from "../lambdas/agreement/capacity-check/capacity-check.ts";
import { type Assumptions, capacityModelOf, usualAssumptions } from "../lambdas/agreement/capacity-check/model.ts";
import { remediesFor } from "../lambdas/agreement/capacity-check/remedies.ts";
import { capacityReport, isTrial } from "../lambdas/agreement/capacity-check/report.ts";
import type { Language } from "../lambdas/contract/stages.ts";
import { isWeek, weekOf, weeksUpTo } from "../lambdas/domain/metrics/week.ts";
import { command, exitCodes, runIfStarted } from "./frame/command.ts";
import { deployedTable } from "./frame/deployed-stack.ts";
import { CommandError } from "./frame/errors.ts";
import { agreementIn } from "./frame/files.ts";
import {
  agreementArgument,
  environmentOption,
  languageOption,
  numberFrom,
  option,
  optionalText,
} from "./frame/option.ts";

export const main = command({
  name: "agreement:capacity",
  does: "Simulates half a year of the agreement twenty times and reports whether the team's capacity is sufficient: whether it can answer so many MQLs per week within the deadlines that sales promises, given its working hours and absences. If it is not, the report says what would be enough.",
  options: {
    arrivals: option(z.optional(numberFrom(0, 2000)), {
      takes: "N",
      says: "MQLs per week (default: as many as marketing promises)",
      kind: "a number from 0 to 2000",
    }),
    outputs: optionalText(
      "FILE",
      "or the average of the last 8 weeks with figures, from the pipeline with these outputs",
    ),
    environment: environmentOption(),
    table: optionalText("NAME", "or from the pipeline with this table"),
    from: option(z.optional(z.string().check(z.refine(isWeek))), {
      takes: "WEEK",
      says: "the first week to simulate, with its holidays and absences (default: this week)",
      kind: "a week, such as 2026-W48",
    }),
    "hours-per-lead": option(z.optional(numberFrom(0, 200)), {
      takes: "N",
      says: "working hours that each lead takes a rep (default: derived from their capacity)",
      kind: "a number from 0 to 200",
    }),
    language: languageOption(),
    file: agreementArgument("FILE", "the agreement"),
  },
  notes: "The same input always gives the same report: the random numbers come from a fixed seed.",
  exits: "Exit code: 0 the capacity is sufficient, 1 it is not, 2 it could not be checked.",
  failsWith: exitCodes.usedWrongly,
  run: async ({ arrivals, from, "hours-per-lead": hoursPerLead, language, file, ...deployment }, { now }) => {
    const agreement = agreementIn(file, "FILE");
    const { company, sla } = agreement.terms;
    const thisWeek = weekOf(now(), company.timeZone);
    const isCounted = Object.values(deployment).some((given) => given !== undefined);
    const counted = isCounted ? await arrivalsIn(deployedTable(deployment), thisWeek) : undefined;
    const assumptions: Assumptions = {
      ...usualAssumptions,
      arrivalsPerWeek: arrivals ?? counted ?? sla.marketing.qualifiedPerWeek,
      firstWeek: from ?? thisWeek,
      hoursPerLead,
    };
    return judge(capacityModelOf(agreement, assumptions), language ?? company.languages[0] ?? "es");
  },
});

/** MQLs per week, averaged over the complete weeks with figures. */
const arrivalsIn = async (table: DynamoTable, week: string): Promise<number> => {
  const weeks = weeksUpTo(week, 9).slice(0, -1);
  const counted = (await readCounters(table, weeks)).filter(({ size }) => size > 0);
  if (counted.length === 0) throw new CommandError("The last 8 weeks have no figures yet: use --arrivals.");
  return counted.reduce((sum, each) => sum + (each.get("mql") ?? 0), 0) / counted.length;
};

const judge = (model: ReturnType<typeof capacityModelOf>, language: Language) => {
  const figures = measure(isTrial(model) ? { ...model, assumptions: { ...model.assumptions, runs: 0 } } : model);
  const text = capacityReport({ model, figures, remedies: remediesFor(model, figures) }, language);
  return { text, exitCode: figures.isSufficient ? exitCodes.done : exitCodes.notDone };
};

await runIfStarted(main, import.meta.url);
