import { keys } from "../contract/table.ts";
import type { Engagement } from "../domain/lead/lead.ts";
import { check, type DynamoTable, type Key, type NamedWrite } from "./dynamo-table.ts";

/** The writes of engagements that count, beside that of their sums, without their effect. */
export const asIfCounted = (table: DynamoTable, leadId: string, engagements: readonly Engagement[]): NamedWrite[] => [
  ...engagements.map(({ engagementId }) => noEffect(table, keys.engagement(leadId, engagementId))),
  noEffect(table, keys.lead(leadId)),
  noEffect(table, keys.journey(leadId)),
];

/** Part of a transaction that is the same whether or not there is such an item. */
export const noEffect = (table: DynamoTable, key: Key): NamedWrite =>
  check(table, `${key.pk} ${key.sk}`, key, { that: "attribute_exists(pk) OR attribute_not_exists(pk)" });
