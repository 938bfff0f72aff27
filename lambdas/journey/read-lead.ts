import { type DynamoTable, openTable } from "../adapters/dynamo-table.ts";
import { bindAtStart, environmentOf } from "../adapters/lambda-runtime.ts";
import { log } from "../adapters/logger.ts";
import { environments } from "../contract/environment.ts";
import { JourneyInputSchema, type Situation } from "../contract/journey.ts";
import { look } from "./task.ts";

/** Reads where the lead is: the journey starts here, the first time and after each change, and branches by stage. */
export const readLead =
  (table: DynamoTable) =>
  async (input: unknown): Promise<Situation> => {
    const { leadId, cycle } = JourneyInputSchema.parse(input);
    const { lead, signals } = await look(table, { leadId, cycle });
    const stage = lead.cycle === cycle ? lead.stage : "over";
    log.info("The journey looks at its lead", { code: "lead-read", leadId, stage, correlationId: lead.correlationId });
    return { leadId, cycle, signals, stage };
  };

export const handler = bindAtStart(() => readLead(openTable(environmentOf(environments.table).TABLE_NAME)));
