import { keys } from "../contract/table.ts";
import { type RepSettings, RepSettingsSchema } from "../domain/team/rep-now.ts";
import { type Item, isNew, type LeadTable, put, readItem, transact } from "./dynamo-table.ts";

/** What was changed of the rep since the agreement was deployed; `undefined` when nothing ever was. */
export const readRepSettings = async (table: LeadTable, repId: string): Promise<RepSettings | undefined> =>
  settingsIn(await readItem(table, keys.repSettings(repId)));

/** The settings in their item. */
export const settingsIn = (item: Item | undefined): RepSettings | undefined =>
  item === undefined ? undefined : RepSettingsSchema.parse(item);

/**
 * In place of the settings that were read; everybody who reads the rep from now on reads these.
 * @returns false when somebody else has changed them meanwhile.
 */
export const writeRepSettings = async (
  table: LeadTable,
  repId: string,
  read: RepSettings | undefined,
  next: RepSettings,
  correlationId: string,
): Promise<boolean> => {
  const unchanged = read === undefined ? isNew : { that: "version = :version", values: { ":version": read.version } };
  const item = { ...keys.repSettings(repId), repId, correlationId, ...next };
  return (await transact(table, [put(table, "settings", item, unchanged)])).done;
};
