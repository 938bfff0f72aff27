import * as z from "zod/mini";
import type { Agreement, Rep } from "../contract/agreement.ts";
import { lifetimes } from "../contract/limits.ts";
import { droppable } from "../contract/start-light.ts";
import { keys } from "../contract/table.ts";
import type { Lead } from "../domain/lead/lead.ts";
import { weekOf } from "../domain/metrics/week.ts";
import { isOfSmokeTest, smokeRep } from "../domain/smoke/smoke-rep.ts";
import { newAtMost } from "../domain/team/new-at-most.ts";
import { colleagueOf, type Owner } from "../domain/team/owner.ts";
import { type RepNow, type RepSettings, RepSettingsSchema, repAsChanged } from "../domain/team/rep-now.ts";
import { elapsedMillis } from "../domain/working-time/duration.ts";
import {
  check,
  type DynamoTable,
  type Item,
  isAtVersion,
  type NamedWrite,
  readBeginningWith,
  readItem,
  rewrite,
  transact,
  update,
  type Whole,
} from "./dynamo-table.ts";
import { epochSeconds } from "./epoch.ts";

const LoadSchema = /* @__PURE__ */ droppable(() => z.object({ openLeads: z.int() }));
const WeekSchema = /* @__PURE__ */ droppable(() => z.object({ newLeads: z.int() }));

/** Every rep of the agreement with what was changed since the deploy. */
export const readTeam = (table: DynamoTable, agreement: Agreement, now: string): Promise<RepNow[]> =>
  Promise.all(agreement.terms.team.reps.map((rep) => readRep(table, rep, agreement, now)));

/** Those of whom this lead may get an owner: every rep, and for a smoke test the rep that it brings along. */
export const readTeamFor = (
  table: DynamoTable,
  lead: Pick<Lead, "leadId">,
  agreement: Agreement,
  now: string,
): Promise<RepNow[]> =>
  isOfSmokeTest(lead) ? Promise.all([readRep(table, smokeRep, agreement, now)]) : readTeam(table, agreement, now);

const weekNow = ({ terms }: Agreement, now: string): string => weekOf(now, terms.company.timeZone);

const readRep = async (table: DynamoTable, agreed: Rep, agreement: Agreement, now: string): Promise<RepNow> => {
  const items = await readBeginningWith(table, keys.rep(agreed.id));
  const itemOf = ({ sk }: { sk: string }): Item | undefined => items.find((item) => item.sk === sk);
  const settings = settingsIn(itemOf(keys.repSettings(agreed.id)));
  const rep = repAsChanged(agreed, settings);
  const [load, given] = [itemOf(keys.repLoad(rep.id)), itemOf(keys.repWeek(rep.id, weekNow(agreement, now)))];
  return {
    rep,
    settingsVersion: settings?.version ?? 0,
    open: load === undefined ? 0 : LoadSchema.parse(load).openLeads,
    newThisWeek: given === undefined ? 0 : WeekSchema.parse(given).newLeads,
    newAtMost: newAtMost(rep, agreement, now),
  };
};

/** The lead's owner, as they are now; `undefined` when the agreement does not know them any more. */
export const readOwner = async (
  table: DynamoTable,
  ownerId: string,
  agreement: Pick<Agreement, "terms">,
): Promise<Owner | undefined> => {
  const rep = agreement.terms.team.reps.find(({ id }) => id === ownerId);
  if (rep === undefined) return colleagueOf(ownerId, agreement);
  return repAsChanged(rep, await readRepSettings(table, ownerId));
};

/** Names of the writes whose failed condition refuses a place. */
export const placeWrites = { open: "rep is full", week: "rep has had this week's leads", settings: "rep was changed" };

/**
 * Part of an assignment: takes a place with this rep, as they were read. Refused when the rep is full by now, has had
 * this week's leads, or was changed (has an absence, for example).
 * @param newBelow also refused when the rep has had so many leads this week meanwhile: then it is another rep's turn
 */
export const takePlace = (
  table: DynamoTable,
  { rep, settingsVersion, newAtMost: most }: RepNow,
  agreement: Agreement,
  now: string,
  newBelow: number = most,
): NamedWrite[] => [
  update(table, placeWrites.open, keys.repLoad(rep.id), "ADD openLeads :one", {
    that: "attribute_not_exists(openLeads) OR openLeads < :most",
    values: { ":one": 1, ":most": rep.capacity.openAtMost },
  }),
  update(
    table,
    placeWrites.week,
    keys.repWeek(rep.id, weekNow(agreement, now)),
    "ADD newLeads :one SET expiresAt = :expiresAt",
    {
      that: "attribute_not_exists(newLeads) OR newLeads < :most",
      values: {
        ":one": 1,
        ":most": Math.min(newBelow, most),
        ":expiresAt": epochSeconds(now, elapsedMillis(lifetimes.repWeek)),
      },
    },
  ),
  check(table, placeWrites.settings, keys.repSettings(rep.id), {
    that: settingsVersion === 0 ? "attribute_not_exists(pk)" : "version = :version",
    ...(settingsVersion !== 0 && { values: { ":version": settingsVersion } }),
  }),
];

/** Part of an assignment to a colleague who is no rep: counted, without a limit. */
export const countPlace = (table: DynamoTable, ownerId: string): NamedWrite =>
  update(table, placeWrites.open, keys.repLoad(ownerId), "ADD openLeads :one", { values: { ":one": 1 } });

/** Part of every write that takes a lead from its owner: there is room for the next one. */
export const releasePlace = (table: DynamoTable, ownerId: string): NamedWrite =>
  update(table, "release", keys.repLoad(ownerId), "ADD openLeads :less", { values: { ":less": -1 } });

/** What was changed of the rep since the agreement was deployed; `undefined` when nothing ever was. */
export const readRepSettings = async (table: DynamoTable, repId: string): Promise<RepSettings | undefined> =>
  settingsIn(await readItem(table, keys.repSettings(repId)));

/** The settings in their item. */
const settingsIn = (item: Item | undefined): RepSettings | undefined =>
  item === undefined ? undefined : RepSettingsSchema.parse(item);

/**
 * Replaces the settings that were read; effective for every later read.
 * @returns false when someone else has changed them meanwhile.
 */
export const writeRepSettings = async (
  table: DynamoTable,
  repId: string,
  read: RepSettings | undefined,
  next: RepSettings,
  correlationId: string,
): Promise<boolean> => {
  const unchanged = isAtVersion(read?.version);
  const { version, absences, capacity, leaves, by, at } = next;
  const whole: Whole<RepSettings> = { version, absences, capacity, leaves, by, at };
  const item = { ...whole, repId, correlationId };
  return (await transact(table, [rewrite(table, "settings", keys.repSettings(repId), item, unchanged)])).done;
};
