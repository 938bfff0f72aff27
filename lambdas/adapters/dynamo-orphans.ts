import * as z from "zod/mini";
import { keys } from "../contract/table.ts";
import { orphanReasons } from "../domain/wake/audit.ts";
import { type LeadTable, put, readPage, transact } from "./dynamo-table.ts";

/** An open lead that nobody and nothing would have looked after. */
const OrphanSchema = z.object({ leadId: z.string(), at: z.string(), why: z.enum(orphanReasons) });
export type Orphan = z.infer<typeof OrphanSchema>;

const orphanLivesSeconds = 30 * 24 * 3600;

/** Keeps for people what the audit found, and had looked at, for a month. */
export const noteOrphan = async (table: LeadTable, orphan: Orphan): Promise<void> => {
  const expiresAt = Math.floor(Date.parse(orphan.at) / 1000) + orphanLivesSeconds;
  await transact(table, [put(table, "orphan", { ...keys.orphan(orphan.at, orphan.leadId), ...orphan, expiresAt })]);
};

/** Those found since then, the newest first, so many at most. */
export const readOrphans = async (table: LeadTable, since: string, most: number): Promise<Orphan[]> => {
  const { pk, sk } = keys.orphan(since, "");
  const question = { KeyConditionExpression: "pk = :pk AND sk >= :since", ScanIndexForward: false, Limit: most };
  const items = await readPage(table, question, { ":pk": pk, ":since": sk });
  return items.map((item) => OrphanSchema.parse(item));
};
