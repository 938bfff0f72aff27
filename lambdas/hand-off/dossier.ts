import { readDecisions } from "../adapters/dynamo-decisions.ts";
import { readKeptSums } from "../adapters/dynamo-familiarity-sums.ts";
import { readScore } from "../adapters/dynamo-scores.ts";
import { readEngagementList, readForms, readSalesFacts } from "../adapters/dynamo-story.ts";
import type { DynamoTable } from "../adapters/dynamo-table.ts";
import { engagementListOf } from "../domain/hand-off/engagement-list.ts";
import type { Lead } from "../domain/lead/lead.ts";
import type { Dossier } from "../views/hand-off/hand-off-mail.ts";

/** What the rep needs to know of the lead: why it qualified, what it did, and earlier contacts with sales. */
export const dossierOf = async (table: DynamoTable, lead: Lead): Promise<Dossier> => {
  const { leadId } = lead;
  const [fit, familiarity, decisions, engagements, kept, facts, forms] = await Promise.all([
    readScore(table, leadId, "fit"),
    readScore(table, leadId, "familiarity"),
    readDecisions(table, lead),
    readEngagementList(table, leadId),
    readKeptSums(table, leadId),
    readSalesFacts(table, leadId),
    readForms(table, leadId),
  ]);
  const gate = decisions.findLast((decision) => decision.of === "gate");
  return {
    fit: fit.lines,
    familiarity: familiarity.lines,
    gateReasons: gate?.reasons ?? [],
    engagements: engagementListOf(engagements, kept?.sums),
    facts,
    forms,
  };
};
