import { untilWritten } from "../adapters/contention.ts";
import { moveWrites } from "../adapters/dynamo-moves.ts";
import { check, type DynamoTable, openTable, transact } from "../adapters/dynamo-table.ts";
import { bindAtStart, clock, environmentOf } from "../adapters/lambda-runtime.ts";
import { log } from "../adapters/logger.ts";
import { environments } from "../contract/environment.ts";
import { type Parking, ParkingInputSchema } from "../contract/journey.ts";
import { keys } from "../contract/table.ts";
import { moveTo } from "../domain/lead/move.ts";
import { look } from "../journey/task.ts";

/** Parks a lead that stays silent, unless something came in since that was decided. */
export const park =
  ({ table, now }: { readonly table: DynamoTable; readonly now: () => string }) =>
  async (input: unknown): Promise<Parking> => {
    const { leadId, cycle, signals: seen } = ParkingInputSchema.parse(input);
    return untilWritten(async () => {
      const { lead, signals } = await look(table, { leadId, cycle });
      const stayed = { leadId, cycle, signals, parked: false };
      if (lead.cycle !== cycle || lead.stage !== "nurturing") return stayed;
      const at = now();
      const outcome = await transact(table, [
        ...moveWrites(table, lead, moveTo("dormant", lead, {}, { because: "stayed-silent", now: at }), at),
        check(table, "silence", keys.journey(leadId), { that: "signals = :seen", values: { ":seen": seen } }),
      ]);
      if (outcome.done)
        log.info("Parked as dormant", { code: "lead-parked", leadId, correlationId: lead.correlationId });
      if (outcome.done) return { ...stayed, parked: true };
      return outcome.refused.includes("silence") ? stayed : undefined;
    });
  };

export const handler = bindAtStart(() =>
  park({ table: openTable(environmentOf(environments.table).TABLE_NAME), now: clock }),
);
