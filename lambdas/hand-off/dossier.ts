import { readDecisions } from "../adapters/dynamo-decisions.ts";
import { readEngagements } from "../adapters/dynamo-engagements.ts";
import { readScore } from "../adapters/dynamo-scores.ts";
import type { LeadTable } from "../adapters/dynamo-table.ts";
import type { Lead } from "../domain/lead/lead.ts";

/** What the rep needs to know of the lead: why it qualified, and what it did. */
export const dossierOf = async (table: LeadTable, lead: Lead) => {
  const [fit, familiarity, decisions, engagements] = await Promise.all([
    readScore(table, lead.leadId, "fit"),
    readScore(table, lead.leadId, "familiarity"),
    readDecisions(table, lead),
    readEngagements(table, lead.leadId),
  ]);
  const gate = decisions.findLast((decision) => decision.of === "gate");
  return { fit: fit.lines, familiarity: familiarity.lines, gateReasons: gate?.reasons ?? [], engagements };
};
