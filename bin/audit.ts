import "./frame/quiet.ts";
import * as z from "zod/mini";
import { readTrail } from "../lambdas/adapters/dynamo-trail.ts";
import type { TrailStep } from "../lambdas/contract/board.ts";
import { dayMillis } from "../lambdas/domain/working-time/zone.ts";
import { command, runIfStarted } from "./frame/command.ts";
import { deployedTable, eitherDeployment } from "./frame/deployed-stack.ts";
import { environmentOption, numberFrom, option, optionalText, outputsOption, tableOption } from "./frame/option.ts";

/** A team does some hundred things a day; this bounds what one day's answer may hold in memory. */
const mostADay = 100_000;

export const main = command({
  name: "audit",
  does: "Prints the audit trail: who opened, searched, changed or erased what on the board, oldest first.",
  options: {
    outputs: outputsOption(),
    environment: environmentOption(),
    table: tableOption(),
    day: option(z.optional(z.iso.date()), {
      takes: "DAY",
      says: "the last day, in UTC (default: today)",
      kind: "a date such as 2026-11-30",
    }),
    days: option(numberFrom(1, 400, true), {
      takes: "N",
      says: "how many days, that one included",
      kind: "a whole number from 1 to 400",
      default: "1",
    }),
    user: optionalText("USER", "only what this user did"),
    lead: optionalText("LEAD", "only what was done with this lead, by its id"),
  },
  needs: [eitherDeployment],
  permissions: "dynamodb:Query on the table",
  run: async ({ day, days, user, lead, ...deployment }, io) => {
    const table = deployedTable(deployment);
    const last = Date.parse(day ?? io.now().slice(0, 10));
    const lines: string[] = [];
    for (let ago = days - 1; ago >= 0; ago--) {
      const date = new Date(last - ago * dayMillis).toISOString().slice(0, 10);
      const { steps } = await readTrail(table, date, mostADay);
      const asked = steps.filter(
        (step) => (user === undefined || step.user === user) && (lead === undefined || step.leadId === lead),
      );
      lines.push(...asked.toReversed().map(lineOf));
    }
    return lines.length === 0 ? "Nothing was recorded.\n" : `${lines.join("\n")}\n`;
  },
});

const lineOf = ({ lastAt, user, role, did, by, leadId, refused, times }: TrailStep): string =>
  [
    lastAt,
    user,
    role,
    did,
    by,
    leadId ?? "-",
    ...(refused ? ["refused"] : []),
    ...(times > 1 ? [`x${times}`] : []),
  ].join("  ");

await runIfStarted(main, import.meta.url);
