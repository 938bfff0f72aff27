/**
 * What scoring a lead's familiarity reads: the sums, against all of its engagements, in bytes by DynamoDB's rules for
 * the size of an item.
 */

import { loadAgreement } from "../../lambdas/agreement/load-agreement.ts";
import { keys } from "../../lambdas/contract/table.ts";
import type { Engagement } from "../../lambdas/domain/lead/lead.ts";
import { sumsOf } from "../../lambdas/domain/score/familiarity-sums.ts";
import { itemBytes } from "./item-size.ts";

const shipped = loadAgreement("agreement.yaml");
if (!shipped.ok) throw new Error("agreement.yaml has mistakes");
const { terms } = shipped.agreement;

const leadId = "6f1b2c1e-9a53-4a86-8b8e-0d9c2f6f7a10";
const [span, end] = [180 * 24 * 3600_000, Date.parse("2026-11-24T10:00:00.000Z")];

/** Half a year of everything that the agreement counts. */
const engagementsOf = (count: number): Engagement[] =>
  Array.from({ length: count }, (_, i) => ({
    engagementId: `${String(i).padStart(8, "0")}-9a53-4a86-8b8e-0d9c2f6f7a10`,
    kind: terms.familiarity[i % terms.familiarity.length]?.kind ?? "page-viewed",
    at: new Date(end - Math.floor((span * i) / count)).toISOString(),
    subject: "https://www.anaquel.example/es/recursos/cinco-senales",
  }));

console.log("bytes read to score familiarity");
for (const count of [10, 2000]) {
  const engagements = engagementsOf(count);
  const sums = itemBytes({ ...keys.familiarity(leadId), leadId, version: count, sums: sumsOf(engagements, terms) });
  const events = engagements.reduce(
    (sum, each) => sum + itemBytes({ ...keys.engagement(leadId, each.engagementId), leadId, cycle: 1, ...each }),
    0,
  );
  const [ours, theirs] = [sums, events].map((bytes) => bytes.toLocaleString("en").padStart(8));
  console.log(`${String(count).padStart(6)} events: ${ours} in the sums, ${theirs} in the engagements`);
}
