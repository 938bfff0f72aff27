import { untilWritten } from "../adapters/contention.ts";
import { moveWrites } from "../adapters/dynamo-moves.ts";
import { check, type DynamoTable, openTable, transact } from "../adapters/dynamo-table.ts";
import { bindAtStart, clock, environmentOf } from "../adapters/lambda-runtime.ts";
import { log } from "../adapters/logger.ts";
import type { Agreement } from "../contract/agreement.ts";
import { environments } from "../contract/environment.ts";
import { NurtureInputSchema, type Parking } from "../contract/journey.ts";
import { keys } from "../contract/table.ts";
import { isSilenceOurs, quietUnanswered } from "../domain/escalation/nobody-answered.ts";
import type { LeadIn } from "../domain/lead/lead.ts";
import { moveTo } from "../domain/lead/move.ts";
import { look } from "../journey/task.ts";

/**
 * Parks a lead that stays silent, unless something came in since `seen`, the signal counter by which that was decided.
 * @returns `heard` when something did; `undefined` when another writer was quicker: read again
 */
export const parkSilent = async (
  table: DynamoTable,
  lead: LeadIn<"nurturing">,
  seen: number,
  at: string,
  agreement?: Pick<Agreement, "version">,
): Promise<"parked" | "heard" | undefined> => {
  const { leadId, correlationId } = lead;
  const because = isSilenceOurs(lead) ? quietUnanswered : "stayed-silent";
  const outcome = await transact(table, [
    ...moveWrites(table, lead, moveTo("dormant", lead, {}, { because, now: at, ...(agreement && { agreement }) }), at),
    check(table, "silence", keys.journey(leadId), {
      that: "signals = :seen OR (attribute_not_exists(signals) AND :seen = :zero)",
      values: { ":seen": seen, ":zero": 0 },
    }),
  ]);
  if (!outcome.done) return outcome.refused.includes("silence") ? "heard" : undefined;
  log.info("Parked as dormant", { code: "lead-parked", leadId, correlationId });
  return "parked";
};

/** The state «Park the lead as dormant», which the definition does not have any more: for executions that began before. */
export const park =
  ({ table, now }: { readonly table: DynamoTable; readonly now: () => string }) =>
  async (input: unknown): Promise<Parking> => {
    const { leadId, cycle, signals: seen } = NurtureInputSchema.parse(input);
    return untilWritten(async () => {
      const { lead, signals, stage } = await look(table, { leadId, cycle });
      const stayed = { leadId, cycle, signals, stage, parked: false };
      if (lead.cycle !== cycle || lead.stage !== "nurturing") return stayed;
      const done = await parkSilent(table, lead, seen, now());
      return done && { ...stayed, parked: done === "parked" };
    });
  };

export const handler = bindAtStart(() =>
  park({ table: openTable(environmentOf(environments.table).TABLE_NAME), now: clock }),
);
