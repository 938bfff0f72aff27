import { LeadGoneError } from "../adapters/contention.ts";
import { readJourney, readLead } from "../adapters/dynamo-leads.ts";
import { type DynamoTable, openTable } from "../adapters/dynamo-table.ts";
import { clock, environmentOf } from "../adapters/lambda-runtime.ts";
import type { Agreement } from "../contract/agreement.ts";
import { environments } from "../contract/environment.ts";
import { type JourneyInput, type Stand, standOf } from "../contract/journey.ts";
import type { Lead } from "../domain/lead/lead.ts";

/** The dependencies of a journey task that decides by the agreement and writes to the table. */
export interface TableTask {
  readonly table: DynamoTable;
  readonly agreement: Agreement;
  readonly now: () => string;
}

export const tableTask = () => {
  const table = openTable(environmentOf(environments.table).TABLE_NAME);
  return (agreement: Agreement): TableTask => ({ table, agreement, now: clock });
};

/** What a journey task reads. */
export interface Sight {
  readonly lead: Lead;
  /**
   * The signal counter before anything else was read: what came in later is not in `lead`, and the next wait will
   * notice.
   */
  readonly signals: number;
  /** Where the lead stands for the journey of the cycle that looks. */
  readonly stage: Stand;
}

/** Reads signal counter and lead, in this order. @throws LeadGone */
export const look = async (table: DynamoTable, { leadId, cycle }: JourneyInput): Promise<Sight> => {
  const { signals } = await readJourney(table, leadId);
  const lead = await readLead(table, leadId);
  if (lead === undefined) throw new LeadGoneError(`the table does not know lead ${leadId}`);
  return { lead, signals, stage: standOf(lead, cycle) };
};
