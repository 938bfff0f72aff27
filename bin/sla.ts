import "./frame/quiet.ts";
import { limits } from "../lambdas/contract/limits.ts";
import { weekOf, weeksUpTo } from "../lambdas/domain/metrics/week.ts";
import { readSla } from "../lambdas/metrics/read-sla.ts";
import { slaTable } from "../lambdas/views/metrics/sla-table.ts";
import { command, runIfStarted } from "./frame/command.ts";
import { deployedTable, eitherDeployment } from "./frame/deployed-stack.ts";
import { agreementIn } from "./frame/files.ts";
import {
  agreementArgument,
  environmentOption,
  languageOption,
  numberFrom,
  option,
  outputsOption,
  tableOption,
} from "./frame/option.ts";

export const main = command({
  name: "sla",
  does: "Prints what marketing and sales promised each other and how far they kept it, week by week, with a forecast for this week.",
  options: {
    outputs: outputsOption(),
    environment: environmentOption(),
    table: tableOption(),
    weeks: option(numberFrom(1, limits.slaWeeks, true), {
      takes: "N",
      says: "how many weeks, this one included",
      kind: `a whole number from 1 to ${limits.slaWeeks}`,
      default: "8",
    }),
    language: languageOption(),
    agreement: agreementArgument("AGREEMENT", "the agreement that is deployed"),
  },
  needs: [eitherDeployment],
  permissions: "dynamodb:GetItem and dynamodb:Query on the table",
  run: async ({ weeks, language, agreement: file, ...deployment }, io) => {
    const agreement = agreementIn(file, "AGREEMENT");
    const { timeZone, languages } = agreement.terms.company;
    const now = io.now();
    const shown = weeksUpTo(weekOf(now, timeZone), weeks);
    const slas = await readSla(deployedTable(deployment), agreement, now, shown);
    return slaTable(slas, language ?? languages[0] ?? "es");
  },
});

await runIfStarted(main, import.meta.url);
