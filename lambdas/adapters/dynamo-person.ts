import * as z from "zod/mini";
import { type ItemKind, kindOfItem } from "../contract/item-kinds.ts";
import { personRules } from "../contract/person-data.ts";
import { keys } from "../contract/table.ts";
import { erasureOf } from "../domain/erasure/erasure.ts";
import { mentions } from "../domain/erasure/mentions.ts";
import type { PersonKept, ToldKind } from "../domain/erasure/person-kept.ts";
import type { Lead } from "../domain/lead/lead.ts";
import { mailboxHash } from "../domain/nurture/asked-address.ts";
import { addressHash } from "../domain/nurture/suppression.ts";
import { leadOfAddress } from "./dynamo-search.ts";
import { type DynamoTable, type Item, type Key, readBeginningWith, readItem } from "./dynamo-table.ts";

/** Those that are not in the lead's own partition. */
type ToldElsewhere = {
  [K in ToldKind]: (typeof personRules)[K]["erasure"] extends "with-lead" ? never : K;
}[ToldKind];

const isTold = (kind: ItemKind): kind is ToldKind => personRules[kind].export === "told";

/**
 * Reads all that is kept of the person with this address, by the rule of each kind of item. For commands: it follows all
 * pages, and walks packs and decisions of all meetings.
 * @param email in the form in which addresses are kept
 */
export const readPerson = async (table: DynamoTable, email: string): Promise<PersonKept> => {
  const lead = await leadOfAddress(table, email);
  const kept: Partial<Record<ToldKind, readonly Item[]>> = {};
  const add = (kind: ToldKind, items: readonly Item[]) => {
    if (items.length > 0) kept[kind] = [...(kept[kind] ?? []), ...items.map(withoutOurs)];
  };
  const own = lead === undefined ? [] : await readBeginningWith(table, { ...keys.lead(lead.leadId), sk: "" });
  for (const item of own) {
    const kind = kindOfItem(keyOf(item));
    if (kind !== undefined && isTold(kind)) add(kind, [item]);
  }
  const sought: Sought = { table, email, lead, own };
  for (const [kind, read] of entriesOf(elsewhere)) add(kind, await read(sought));
  return { email, leadId: lead?.leadId, kept };
};

interface Sought {
  readonly table: DynamoTable;
  readonly email: string;
  readonly lead: Lead | undefined;
  readonly own: readonly Item[];
}
type Read = (sought: Sought) => Promise<readonly Item[]>;

const ofLead =
  (read: (sought: Sought & { readonly lead: Lead }) => Promise<readonly Item[]>): Read =>
  async ({ lead, ...sought }) =>
    lead === undefined ? [] : read({ ...sought, lead });

const one = async (table: DynamoTable, key: Key): Promise<readonly Item[]> => {
  const item = await readItem(table, key);
  return item === undefined ? [] : [item];
};

/** The companies in which the lead is noted. */
const companiesOf = async (table: DynamoTable, lead: Lead): Promise<{ company: string; note: Item }[]> => {
  const { companies = [] } = erasureOf(lead, { erasureId: "", by: "", at: "" });
  const notes = await Promise.all(companies.map((company) => readItem(table, keys.companyLead(company, lead.leadId))));
  return companies.flatMap((company, i) => {
    const note = notes[i];
    return note === undefined ? [] : [{ company, note }];
  });
};

const TopicsSchema = z.record(z.string(), z.unknown());
/** Of a pack only what is about this lead: the rest is about others. */
const aboutLead = (pack: Item, leadId: string): Item[] => {
  const parts = Object.entries(TopicsSchema.parse(pack)).flatMap(([name, value]) => {
    const theirs = Array.isArray(value) ? value.filter((topic) => JSON.stringify(topic).includes(leadId)) : [];
    return theirs.length === 0 ? [] : [[name, theirs] as const];
  });
  return parts.length === 0 ? [] : [{ week: pack.week, madeAt: pack.madeAt, ...Object.fromEntries(parts) }];
};

const VisitorSchema = z.object({ visitorId: z.optional(z.string()) });

const elsewhere: Readonly<Record<ToldElsewhere, Read>> = {
  keptAside: async ({ table, email }) =>
    (await readBeginningWith(table, keys.keptAside(mailboxHash(email), ""))).filter(
      (item) => kindOfItem(keyOf(item)) === "keptAside",
    ),
  arrivalBody: async ({ table, email }) => {
    const pointers = await readBeginningWith(table, keys.arrivalOf(mailboxHash(email), ""));
    const sent = await Promise.all(
      pointers.map(async ({ arrivalId }) => {
        const [arrival, body] = await Promise.all([
          readItem(table, keys.arrival(String(arrivalId))),
          readItem(table, keys.arrivalBody(String(arrivalId))),
        ]);
        const text = body?.body instanceof Uint8Array ? new TextDecoder().decode(body.body) : undefined;
        return { at: arrival?.at, sourceId: arrival?.sourceId, bytes: arrival?.bytes, sent: text };
      }),
    );
    return sent.filter(({ at }) => at !== undefined);
  },
  limit: ({ table, email }) => one(table, keys.limit("ASKED", mailboxHash(email), "ASKED")),
  suppression: ({ table, email }) => one(table, keys.suppression(addressHash(email))),
  emailClaim: ({ table, email }) => one(table, keys.emailClaim(email)),
  visitor: ofLead(async ({ table, lead: { leadId }, own }) => {
    const ids = new Set(own.flatMap((item) => VisitorSchema.safeParse(item).data?.visitorId ?? []));
    const visitors = await Promise.all([...ids].map((visitorId) => readItem(table, keys.visitor(visitorId))));
    return visitors.flatMap((item) =>
      item !== undefined && (item.leadId === leadId || item.pendingFor === leadId) ? [item] : [],
    );
  }),
  queued: ofLead(async ({ table, lead }) =>
    lead.stage === "qualified" && lead.waiting !== undefined
      ? one(table, keys.queued(lead.waiting.rank, lead.leadId))
      : [],
  ),
  companyLead: ofLead(async ({ table, lead }) =>
    (await companiesOf(table, lead)).map(({ company, note }) => ({ company, ...note })),
  ),
  companyOwner: ofLead(async ({ table, lead }) => {
    const known = await companiesOf(table, lead);
    const owners = await Promise.all(known.map(({ company }) => one(table, keys.companyOwner(company))));
    return known.flatMap(({ company }, i) => (owners[i] ?? []).map((owner) => ({ company, ...owner })));
  }),
  orphan: ofLead(async ({ table, lead: { leadId } }) =>
    (await readBeginningWith(table, { ...keys.orphan("", ""), sk: "" })).filter((item) => item.leadId === leadId),
  ),
  meeting: ofLead(async ({ table, lead: { leadId } }) =>
    (await readBeginningWith(table, keys.meeting(""))).flatMap((pack) => aboutLead(pack, leadId)),
  ),
  meetingDecision: ofLead(async ({ table, lead }) =>
    (await readBeginningWith(table, { ...keys.meeting(""), sk: "DECISION#" })).filter(
      ({ text }) => typeof text === "string" && mentions(text, lead),
    ),
  ),
  meetingChange: ofLead(async ({ table, lead }) =>
    (await readBeginningWith(table, { ...keys.meeting(""), sk: "CHANGE#" })).filter(
      ({ verdict }) => typeof verdict === "string" && mentions(verdict, lead),
    ),
  ),
};

const entriesOf = <K extends string, V>(record: Readonly<Record<K, V>>): [K, V][] => {
  const isKey = (name: string): name is K => name in record;
  return Object.keys(record)
    .filter(isKey)
    .map((name) => [name, record[name]]);
};

const keyOf = (item: Item): Key => z.object({ pk: z.string(), sk: z.string() }).parse(item);

/** Keys, positions in indexes, and what opens links: they say nothing of the person. */
const ours = new Set(
  (
    "pk sk card references referenceId fingerprints taskToken stagePartition ownerPartition columnPartition " +
    "columnAt ownerColumn searchPartition searchKey attentionPartition attentionAt talkPartition beyond"
  ).split(" "),
);
const withoutOurs = (item: Item): Item => Object.fromEntries(Object.entries(item).filter(([name]) => !ours.has(name)));
