import { randomUUID } from "node:crypto";
import { beginErasure } from "../adapters/dynamo-erasure.ts";
import { noteFlood, readFlood } from "../adapters/dynamo-floods.ts";
import { countAside, keptSince, readAsideKeys, readKeptForm } from "../adapters/dynamo-kept-aside.ts";
import { readLead } from "../adapters/dynamo-leads.ts";
import type { DynamoTable } from "../adapters/dynamo-table.ts";
import { log } from "../adapters/logger.ts";
import { type AsideKind, asideKinds, limited } from "../contract/agreed-limits.ts";
import type { Agreement } from "../contract/agreement.ts";
import { limits } from "../contract/limits.ts";
import { asideIdOf, asideRefOf } from "../domain/board/aside-id.ts";
import { floodOf, type Sampled } from "../domain/capture/flood.ts";
import { erasureOf } from "../domain/erasure/erasure.ts";

const hourMillis = 3_600_000;
const mostSampled = 50;

/** Tells once a day, by the event that follows from it, that far more is kept aside than usual. */
export const sweepFlood = async (table: DynamoTable, now: string): Promise<void> => {
  const since = new Date(Date.parse(now) - hourMillis).toISOString();
  const kinds = await Promise.all(
    asideKinds.map(async (kind) => ({ kind, count: await countAside(table, kind, since) })),
  );
  if (kinds.reduce((sum, { count }) => sum + count, 0) < limits.floodForms) return;
  const day = now.slice(0, 10);
  if ((await readFlood(table, day)) !== undefined) return;
  const [most] = [...kinds].sort((one, other) => other.count - one.count);
  const sample = most === undefined ? [] : await sampleOf(table, most.kind, { since, until: now });
  const flood = floodOf(kinds, sample, now);
  if (await noteFlood(table, day, flood))
    log.warn("A flood of forms is kept aside", {
      code: "flood",
      forms: flood.forms,
      kinds: JSON.stringify(flood.kinds),
    });
};

const sampleOf = async (
  table: DynamoTable,
  kind: AsideKind,
  span: { readonly since: string; readonly until: string },
): Promise<Sampled[]> => {
  const found = await readAsideKeys(table, kind, { ...span, most: mostSampled, newestFirst: true });
  const sampled = await Promise.all(
    found.map(async (key): Promise<Sampled[]> => {
      const ref = asideRefOf(asideIdOf(key));
      const said = ref?.is === "lead" ? await readLead(table, ref.leadId) : await readKeptForm(table, key, span.until);
      return said === undefined
        ? []
        : [{ email: said.email, message: said.contact.message, network: "network" in said ? said.network : undefined }];
    }),
  );
  return sampled.flat();
};

/** In one round; a minute later there is the next. */
const mostAtOnce = 25;

/** Leads that nobody has released in the agreed time go as forms do, which DynamoDB itself deletes. */
export const sweepAside = async (table: DynamoTable, agreement: Agreement, now: string): Promise<void> => {
  const over = { since: new Date(0).toISOString(), until: keptSince(agreement, now), most: mostAtOnce };
  let begun = 0;
  for (const kind of limited)
    for (const key of await readAsideKeys(table, kind, over)) {
      const ref = asideRefOf(asideIdOf(key));
      const lead = ref?.is === "lead" ? await readLead(table, ref.leadId) : undefined;
      if (lead?.aside === undefined) continue;
      if (await beginErasure(table, lead, erasureOf(lead, { erasureId: randomUUID(), by: "retention", at: now })))
        begun++;
    }
  if (begun > 0) log.info("Leads were kept aside long enough", { code: "aside-over", begun });
};
