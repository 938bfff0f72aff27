import { paginateQuery } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod/mini";
import { isSmokeId } from "../contract/smoke.ts";
import { droppable } from "../contract/start-light.ts";
import { keys } from "../contract/table.ts";
import { erasedMove, leftOf } from "../domain/erasure/erased-facts.ts";
import { type Erasure, ErasureSchema, isUndoing } from "../domain/erasure/erasure.ts";
import type { Lead } from "../domain/lead/lead.ts";
import type { MoveFact } from "../domain/lead/move-fact.ts";
import { weekOf } from "../domain/metrics/week.ts";
import { dayMillis } from "../domain/working-time/zone.ts";
import { untilWritten } from "./contention.ts";
import { forgetCompanies } from "./dynamo-company-owners.ts";
import { forgetInImports } from "./dynamo-imports.ts";
import {
  type Condition,
  type DynamoTable,
  type Item,
  isNew,
  type Key,
  type NamedWrite,
  put,
  readItem,
  readPage,
  remove,
  toItem,
  transact,
} from "./dynamo-table.ts";
import { releasePlace } from "./dynamo-team.ts";

/**
 * Takes the lead out of every process, for good, in one transaction: profile, address, place in the queue and with the
 * rep. Who wants to write to it from now on finds no lead.
 *
 * The erasure is a move to `null`, stored with the other moves: the live counting counts it there, as it does
 * every fact of a lead. Its copy under the erasure's id is what a recount finds later; the live counting knows both for
 * the same, and counts nothing else of an erased lead.
 * @param undoes the lead's moves, when no figure is to count them any more
 * @returns false when someone changed the lead meanwhile
 */
export const beginErasure = async (
  table: DynamoTable,
  lead: Lead,
  erasure: Erasure,
  also: readonly NamedWrite[] = [],
  undoes?: MoveFact["undoes"],
): Promise<boolean> => {
  const { leadId, version, cycle } = lead;
  const move = erasedMove(lead, erasure.at, undoes);
  const moveKey = keys.move(leadId, cycle, erasure.at, `${String(version).padStart(6, "0")}.erased`);
  const outcome = await transact(table, [
    remove(table, "lead", keys.lead(leadId), { that: "version = :version", values: { ":version": version } }),
    put(table, "move", { ...moveKey, ...move }, isNew),
    put(table, "erasure", { ...keys.erasure(leadId), ...erasure }, isNew),
    ...(await claimWrites(table, lead)),
    ...(lead.stage === "qualified" && lead.waiting !== undefined
      ? [remove(table, "queue", keys.queued(lead.waiting.rank, leadId))]
      : []),
    ...("followUp" in lead ? [releasePlace(table, lead.followUp.ownerId)] : []),
    ...also,
  ]);
  return outcome.done;
};

const theirs = (leadId: string) => ({ that: "leadId = :leadId", values: { ":leadId": leadId } });

/** The address may belong to another lead, if this one's profile was once lost. */
const claimWrites = async (table: DynamoTable, { email, leadId }: Lead): Promise<NamedWrite[]> => {
  const key = keys.emailClaim(email);
  const claim = await readItem(table, key);
  return claim?.leadId === leadId ? [remove(table, "claim", key, theirs(leadId))] : [];
};

/** Unfinished erasures, at most this many. */
export const readErasures = async (table: DynamoTable, most: number): Promise<Erasure[]> => {
  const items = await readSome(table, keys.erasure("").pk, most);
  return items.map((item) => ErasureSchema.parse(item));
};

/** The erasure of this lead, while it goes on. */
export const readErasure = async (table: DynamoTable, leadId: string): Promise<Erasure | undefined> => {
  const item = await readItem(table, keys.erasure(leadId));
  return item === undefined ? undefined : ErasureSchema.parse(item);
};

/** An item refers to at most five others, and a transaction takes 100 writes. */
const mostPerStep = 15;

/**
 * Erases some of the lead's items, and what only they lead to, in one transaction; of facts that figures are
 * counted from, what may stay replaces them in the same one. Safe to repeat.
 * @returns false when nothing was left
 */
export const eraseSome = async (table: DynamoTable, erasure: Erasure): Promise<boolean> => {
  const items = await readSome(table, keys.lead(erasure.leadId).pk, mostPerStep);
  if (items.length === 0) return false;
  const writes = (await Promise.all(items.map((item) => erasing(table, erasure, item)))).flat();
  // Refused when the visitor was active at this moment: the next step reads again.
  await transact(table, [...new Map(writes.map((write) => [write.name, write])).values()]);
  return true;
};

const PointersSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    references: z._default(z.array(z.string()), []),
    fingerprints: z._default(z.array(z.string()), []),
    visitorId: z.optional(z.string()),
  }),
);

const erasing = async (table: DynamoTable, { leadId, erasureId }: Erasure, item: Item): Promise<NamedWrite[]> => {
  const { pk, sk } = z.object({ pk: z.string(), sk: z.string() }).parse(item);
  const { references, fingerprints, visitorId } = PointersSchema.parse(item);
  // Nothing was counted of a smoke test, so nothing of it needs to stay.
  const left = isSmokeId(leadId) ? undefined : leftOf(item);
  return [
    erase(table, { pk, sk }),
    ...(left === undefined ? [] : [put(table, `left ${sk}`, { ...keys.erasedFact(erasureId, sk), ...left })]),
    ...references.map((referenceId) => erase(table, keys.reference(referenceId))),
    ...fingerprints.map((fingerprint) => erase(table, keys.idempotency(fingerprint))),
    ...(visitorId === undefined ? [] : await visitorWrites(table, visitorId, leadId)),
  ];
};

const erase = (table: DynamoTable, key: Key): NamedWrite => remove(table, `${key.pk} ${key.sk}`, key);

/** A browser that belongs to another lead by now is left alone. */
const visitorWrites = async (table: DynamoTable, visitorId: string, leadId: string): Promise<NamedWrite[]> => {
  const key = keys.visitor(visitorId);
  const visitor = await readItem(table, key);
  if (visitor?.leadId === leadId) return [remove(table, key.pk, key, theirs(leadId))];
  return visitor?.pendingFor === leadId
    ? [remove(table, key.pk, key, { that: "pendingFor = :leadId", values: { ":leadId": leadId } })]
    : [];
};

/** What knows the person elsewhere: forms kept aside, rows of lists, companies, orphans, meeting packs, the demo's own list. */
export const eraseElsewhere = async (table: DynamoTable, erasure: Erasure): Promise<void> => {
  await untilWritten(() => erasedElsewhere(table, erasure));
};

/**
 * Erases the forms of a mailbox that were kept aside, and its rows of lists, of somebody who may never have become a lead.
 * @returns how many forms
 */
export const eraseKeptAside = async (table: DynamoTable, mailbox: string): Promise<number> => {
  const forms = await readFrom(table, keys.keptAside(mailbox, " "));
  for (const write of forms.flatMap((form) => asideWrites(table, form))) await transact(table, [write]);
  await forgetInImports(table, mailbox);
  return forms.length;
};

const OfArrivalSchema = /* @__PURE__ */ droppable(() => z.object({ arrivalId: z.optional(z.string()) }));

/**
 * A form that was kept aside; or that the address stands in what a form tool has sent, which goes before what points to it.
 * The key of a large body goes, and with it the body.
 */
const asideWrites = (table: DynamoTable, item: Item): NamedWrite[] => {
  const { arrivalId } = OfArrivalSchema.parse(item);
  const sent = arrivalId === undefined ? [] : [keys.arrivalBody(arrivalId), keys.arrival(arrivalId)];
  return [...sent, keyOf(item)].map((key) => erase(table, key));
};

/** @returns `undefined` when a pack was made again meanwhile: read again */
const erasedElsewhere = async (
  table: DynamoTable,
  { leadId, since, erasureId, mailbox, companies = [], by }: Erasure,
): Promise<true | undefined> => {
  const aside = mailbox === undefined ? [] : await readFrom(table, keys.keptAside(mailbox, " "));
  const orphans = await readFrom(table, keys.orphan(since, ""));
  const packs = (await readFrom(table, keys.meeting(firstWeek(since)))).filter(({ madeAt }) => String(madeAt) >= since);
  const writes = [
    erase(table, keys.demoLead(leadId)),
    ...aside.flatMap((item) => asideWrites(table, item)),
    ...orphans.filter((item) => item.leadId === leadId).map((item) => erase(table, keyOf(item))),
    ...packs
      .filter((item) => JSON.stringify(item).includes(leadId))
      .map((item) => put(table, keyOf(item).sk, withoutLead(item, leadId, erasureId), isStill(item))),
  ];
  for (const write of writes) if (!(await transact(table, [write])).done) return undefined;
  if (mailbox !== undefined && !isUndoing(by)) await forgetInImports(table, mailbox);
  return (await forgetCompanies(table, companies, leadId)) || undefined;
};

const isStill = ({ madeAt }: Item): Condition => ({ that: "madeAt = :madeAt", values: { ":madeAt": madeAt } });

/** The week in which the lead came, or the one before where that depends on the time zone. */
const firstWeek = (since: string): string => weekOf(new Date(Date.parse(since) - dayMillis).toISOString(), "UTC");

const keyOf = (item: Item): Key => z.object({ pk: z.string(), sk: z.string() }).parse(item);

/** Texts about the lead that carry no name stay; their link opens nothing any more. */
const withoutLead = (item: Item, leadId: string, erasureId: string): Item & Key => ({
  ...z.record(z.string(), z.unknown()).parse(JSON.parse(JSON.stringify(item).replaceAll(leadId, erasureId))),
  ...keyOf(item),
});

/**
 * Ends the erasure: nothing refers to the lead any more. What stays is that it happened, when, and who asked; of a smoke
 * test not even that.
 */
export const endErasure = async (
  table: DynamoTable,
  { leadId, erasureId, by, at }: Erasure,
  now: string,
): Promise<void> => {
  // Nothing can refuse it: it has no condition.
  await transact(table, [
    remove(table, "erasure", keys.erasure(leadId)),
    ...(isSmokeId(leadId)
      ? []
      : [put(table, "erased", { ...keys.erasedFact(erasureId, "ERASURE"), by, at, endedAt: now })]),
  ]);
};

const readSome = (table: DynamoTable, pk: string, most: number): Promise<Item[]> =>
  readPage(table, { KeyConditionExpression: "pk = :pk", ConsistentRead: true, Limit: most }, { ":pk": pk });

/** Everything of the partition from this key on; follows the pages. */
const readFrom = async (table: DynamoTable, { pk, sk }: Key): Promise<Item[]> => {
  const query = {
    TableName: table.tableName,
    KeyConditionExpression: "pk = :pk AND sk >= :sk",
    ExpressionAttributeValues: toItem({ ":pk": pk, ":sk": sk }),
    ConsistentRead: true,
  };
  const items: Item[] = [];
  for await (const page of paginateQuery({ client: table.client }, query))
    items.push(...(page.Items ?? []).map((item) => unmarshall(item)));
  return items;
};
