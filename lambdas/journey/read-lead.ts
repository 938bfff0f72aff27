import { type DynamoTable, openTable } from "../adapters/dynamo-table.ts";
import { bindAtStart, environmentOf } from "../adapters/lambda-runtime.ts";
import { log } from "../adapters/logger.ts";
import { environments } from "../contract/environment.ts";
import { JourneyInputSchema, type Situation } from "../contract/journey.ts";
import { look } from "./task.ts";

/** Reads where the lead is: a journey that is started again begins here, and one that something came in between. */
export const readLead =
  (table: DynamoTable) =>
  async (input: unknown): Promise<Situation> => {
    const { leadId, cycle } = JourneyInputSchema.parse(input);
    const { lead, signals, stage } = await look(table, { leadId, cycle });
    log.info("The journey looks at its lead", { code: "lead-read", leadId, stage, correlationId: lead.correlationId });
    return { leadId, cycle, signals, stage };
  };

export const handler = bindAtStart(() => readLead(openTable(environmentOf(environments.table).TABLE_NAME)));
