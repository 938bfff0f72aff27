import { randomUUID } from "node:crypto";
import { untilWritten } from "../adapters/contention.ts";
import { beginErasure } from "../adapters/dynamo-erasure.ts";
import { readLead, replaceLead } from "../adapters/dynamo-leads.ts";
import { team } from "../adapters/dynamo-messages.ts";
import { readSuppression, suppress } from "../adapters/dynamo-suppressions.ts";
import { type DynamoTable, isNew, put, readItem, transact, update } from "../adapters/dynamo-table.ts";
import type { Kept } from "../contract/kept-outside.ts";
import { keys } from "../contract/table.ts";
import { erasureOf } from "../domain/erasure/erasure.ts";
import { erasedAll } from "../erasure/erase.ts";

type KeptOf<K extends Kept["kind"]> = Extract<Kept, { kind: K }>;

/** What became of each kept fact. `of-nobody`: the restored table does not know its lead, who came later. */
export type Replayed = Record<Kept["kind"], { told: number; known: number; ofNobody: number }>;

/**
 * Tells a restored table what it must not forget, before anything runs on it. Safe to repeat: what it knows stays as it
 * is. Erasures come last, so that nothing is written about an erased person.
 */
export const replayKept = async (table: DynamoTable, kept: readonly Kept[], now: string): Promise<Replayed> => {
  const count = (): Replayed[Kept["kind"]] => ({ told: 0, known: 0, ofNobody: 0 });
  const replayed: Replayed = { "mail-sent": count(), "no-mails": count(), erased: count() };
  const erasuresLast = [...kept].sort((one, other) => Number(one.kind === "erased") - Number(other.kind === "erased"));
  for (const fact of erasuresLast) replayed[fact.kind][await tell(table, fact, now)]++;
  return replayed;
};

type Told = "told" | "known" | "ofNobody";

const tell = (table: DynamoTable, fact: Kept, now: string): Promise<Told> => {
  switch (fact.kind) {
    case "mail-sent":
      return wasSent(table, fact);
    case "no-mails":
      return endMails(table, fact);
    default:
      return eraseAgain(table, fact, now);
  }
};

/** Also of a lead that is not known: a mail to the whole team has no lead, and a claim of nobody harms nobody. */
const wasSent = (table: DynamoTable, fact: KeptOf<"mail-sent">): Promise<Told> =>
  untilWritten(async () => {
    const { leadId, cycle, purpose, step, providerId, at } = fact;
    const key = keys.message(leadId, cycle, purpose, step);
    const claim = await readItem(table, key);
    if (claim?.status === "sent") return "known";
    if (claim === undefined && (await isUnknown(table, leadId))) return "ofNobody";
    const sent = { status: "sent", sentAt: at, providerId, confirmedBy: "restore" };
    const write =
      claim === undefined
        ? put(table, "sent", { ...key, leadId, cycle, purpose, step, claimedAt: at, attempt: 1, ...sent }, isNew)
        : update(
            table,
            "sent",
            key,
            "SET #status = :status, sentAt = :at, providerId = :providerId, confirmedBy = :by REMOVE attentionPartition, attentionAt",
            {
              names: { "#status": "status" },
              values: { ":status": "sent", ":at": at, ":providerId": providerId, ":by": "restore" },
            },
          );
    return (await transact(table, [write])).done ? "told" : undefined;
  });

/** Mails to the team are claimed under an id that no lead has. */
const isUnknown = async (table: DynamoTable, leadId: string): Promise<boolean> =>
  leadId !== team.leadId && (await readLead(table, leadId)) === undefined;

const endMails = (table: DynamoTable, { leadId, because, at }: KeptOf<"no-mails">): Promise<Told> =>
  untilWritten(async () => {
    const lead = await readLead(table, leadId);
    if (lead === undefined) return "ofNobody";
    const isKnown =
      because === "unsubscribed" ? (lead.unsubscribedAt ?? "") >= at : (lead.undeliverable?.at ?? "") >= at;
    if (isKnown) return "known";
    const ended = because === "unsubscribed" ? { unsubscribedAt: at } : { undeliverable: { because, at } };
    const known = await readSuppression(table, lead.email);
    const outcome = await transact(table, [
      replaceLead(table, lead, { ...lead, ...ended }),
      ...suppress(table, lead.email, known, { reason: because, at }),
    ]);
    return outcome.done ? "told" : undefined;
  });

/** The sweep finishes what this begins, as it does any erasure. */
const eraseAgain = (table: DynamoTable, { leadId }: KeptOf<"erased">, now: string): Promise<Told> =>
  untilWritten(async () => {
    const lead = await readLead(table, leadId);
    if (lead === undefined) return (await readItem(table, keys.erasure(leadId))) === undefined ? "ofNobody" : "known";
    const erasure = erasureOf(lead, { erasureId: randomUUID(), by: "restore", at: now });
    if (!(await beginErasure(table, lead, erasure))) return undefined;
    await erasedAll(table, erasure);
    return "told";
  });
