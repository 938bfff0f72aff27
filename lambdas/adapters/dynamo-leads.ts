import { createHash } from "node:crypto";
import * as z from "zod/mini";
import { droppable } from "../contract/start-light.ts";
import { keys, ownerPartition, stagePartition, stageShards } from "../contract/table.ts";
import { type Lead, type LeadIn, LeadSchema, leadAttributes } from "../domain/lead/lead.ts";
import { boardKeys } from "./board-keys.ts";
import { readItems } from "./dynamo-batch.ts";
import { type DynamoTable, type Item, type NamedWrite, put, readItem, update } from "./dynamo-table.ts";

/** The lead as stored; `undefined` when it never existed or was erased. */
export const readLead = async (table: DynamoTable, leadId: string): Promise<Lead | undefined> => {
  const item = await readItem(table, keys.lead(leadId));
  return item === undefined ? undefined : leadIn(item);
};

/** Those of them that the table knows, in no order. */
export const readLeads = async (table: DynamoTable, leadIds: readonly string[]): Promise<Lead[]> => {
  const items = await readItems(
    table,
    leadIds.map((leadId) => keys.lead(leadId)),
  );
  return [...items.values()].map(leadIn);
};

const leadIn = (item: Item): Lead => {
  const lead = LeadSchema.parse(item);
  const beyond = Object.entries(item).filter(([name]) => !leadAttributes.has(name) && !keyAttributes.has(name));
  const all = [...beyond, ...within(item, lead)];
  return all.length === 0 ? lead : { ...lead, beyond: Object.fromEntries(all) };
};

/** What is not known of the attributes that are maps, such as `followUp`. */
const within = (item: Item, lead: Lead): [string, Item][] =>
  Object.entries(lead).flatMap(([name, known]) => {
    const stored = item[name];
    if (!isMap(known) || !isMap(stored)) return [];
    const unknown = Object.entries(stored).filter(([part]) => !(part in known));
    return unknown.length === 0 ? [] : [[name, Object.fromEntries(unknown)]];
  });

const isMap = (value: unknown): value is Item => typeof value === "object" && value !== null && !Array.isArray(value);

/** The lead with what this release does not know of it: of a map only while the lead has it. */
const withBeyond = ({ beyond = {}, ...lead }: Lead): Item => {
  const item: Item = { ...lead };
  for (const [name, unknown] of Object.entries(beyond)) {
    const known = item[name];
    if (!leadAttributes.has(name)) item[name] = unknown;
    else if (isMap(known) && isMap(unknown)) item[name] = { ...unknown, ...known };
  }
  return item;
};

/** What `leadItem` adds: keys, positions in indexes, and the card. */
const keyAttributes: ReadonlySet<string> = new Set([
  "pk",
  "sk",
  "stagePartition",
  "ownerPartition",
  "card",
  "columnPartition",
  "columnAt",
  "ownerColumn",
  "searchPartition",
  "searchKey",
  "attentionPartition",
  "attentionAt",
]);

export const leadWrite = "lead";

/** Replaces the lead that was read; the condition on its version decides every race. */
export const replaceLead = (table: DynamoTable, read: Lead, next: Lead): NamedWrite =>
  put(table, leadWrite, leadItem({ ...next, version: read.version + 1 }), {
    that: "version = :version",
    values: { ":version": read.version },
  });

/** The profile item with its card and the keys of all indexes; an ended lead leaves the sweep's indexes. */
export const leadItem = (lead: Lead): Item & { pk: string; sk: string } => ({
  ...withBeyond(lead),
  ...keys.lead(lead.leadId),
  // A lead of the demo's history has no journey: the sweep must not see it.
  ...("nextDueAt" in lead &&
    lead.demo === undefined &&
    lead.aside === undefined && { stagePartition: stagePartition(lead.stage, shardOf(lead.leadId)) }),
  ...("followUp" in lead && { ownerPartition: ownerPartition(lead.followUp.ownerId) }),
  ...boardKeys(lead, shardOf(lead.leadId)),
});

/** The card of a won deal with its place on the board: what is searched for, and what needs attention, is the lead. */
export const dealItem = (lead: LeadIn<"won">): Item & { pk: string; sk: string } => {
  const { leadId, cycle, createdAt } = lead;
  const { card, columnPartition, columnAt, ownerColumn } = boardKeys(lead, shardOf(leadId));
  return { ...keys.deal(leadId, cycle), leadId, cycle, createdAt, card, columnPartition, columnAt, ownerColumn };
};

/** Of the stages and columns: a lead's is always the same. */
export const shardOf = (leadId: string): number =>
  createHash("sha256").update(leadId).digest().readUInt8(0) % stageShards;

const JourneySchema = /* @__PURE__ */ droppable(() =>
  z.object({
    signals: z._default(z.int(), 0),
    taskToken: z.optional(z.string()),
    tokenCycle: z.optional(z.int()),
    /** The counter as the journey had read it when it began to wait. */
    seenSignals: z.optional(z.int()),
    /** How often the journey of `restartedCycle` died and was started again. */
    restarts: z._default(z.int(), 0),
    restartedCycle: z.optional(z.int()),
    restartedAt: z.optional(z.string()),
    /** When it was last woken as an orphan. */
    orphanSeenAt: z.optional(z.string()),
  }),
);
export type JourneyItem = z.infer<typeof JourneySchema>;

export const readJourney = async (table: DynamoTable, leadId: string): Promise<JourneyItem> =>
  JourneySchema.parse((await readItem(table, keys.journey(leadId))) ?? {});

/** Part of every write from outside: signals to the journey, before or while it waits, that there is something new. */
export const signal = (table: DynamoTable, leadId: string): NamedWrite =>
  update(table, "signal", keys.journey(leadId), "ADD signals :one", { values: { ":one": 1 } });
