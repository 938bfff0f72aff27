import { readFacts } from "../adapters/dynamo-answers.ts";
import { readLead } from "../adapters/dynamo-leads.ts";
import { readAllDecisions, readVerdicts } from "../adapters/dynamo-meetings.ts";
import type { DynamoTable } from "../adapters/dynamo-table.ts";
import type { MeetingPack } from "../contract/board.ts";
import { decisionsOf } from "../domain/meeting/meeting-week.ts";
import { type Named, type StoredPack, sections, type Topic, withNames } from "../domain/meeting/stored-pack.ts";
import { nameOf } from "../views/page/lead-facts.ts";

const weekMillis = 7 * 24 * 3_600_000;

/** The pack as people read it: with its leads' present names, and the present decisions. */
export const packWithNames = async (table: DynamoTable, pack: StoredPack): Promise<MeetingPack> => {
  const topics = sections.flatMap((section) => pack[section]);
  const [named, decisions, verdicts] = await Promise.all([
    Promise.all(topics.map(async (topic) => [topic.leadId, await namedOf(table, topic)] as const)),
    readAllDecisions(table),
    readVerdicts(table),
  ]);
  const names = new Map<string, Named>();
  for (const [leadId, known] of named) if (known !== undefined) names.set(leadId, { ...names.get(leadId), ...known });
  const since = new Date(Date.parse(pack.heldAt) - weekMillis).toISOString();
  const said = { decisions: decisionsOf(decisions, pack.week, since), verdicts };
  return withNames(pack, (leadId) => names.get(leadId), said);
};

const namedOf = async (table: DynamoTable, { leadId, said }: Topic): Promise<Named | undefined> => {
  const lead = await readLead(table, leadId);
  if (lead === undefined) return undefined;
  const name = nameOf(lead);
  return said === undefined ? { name } : { name, note: await noteOf(table, leadId, said) };
};

const noteOf = async (table: DynamoTable, leadId: string, { cycle, at }: NonNullable<Topic["said"]>) => {
  const facts = await Promise.all(
    (["answer", "outcome"] as const).map((kind) => readFacts(table, kind, { leadId, cycle })),
  );
  return facts.flat().find((fact) => fact.at === at)?.note;
};
