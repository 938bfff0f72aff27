import { openLeadsFrom } from "../adapters/dynamo-board.ts";
import { readEngagements } from "../adapters/dynamo-engagements.ts";
import { readKeptSumsOf } from "../adapters/dynamo-familiarity-sums.ts";
import { readLeads } from "../adapters/dynamo-leads.ts";
import type { DynamoTable } from "../adapters/dynamo-table.ts";
import {
  type Found,
  keepFound,
  readDueWalks,
  readHottest,
  readWalk,
  storeWalk,
  takeFound,
} from "../adapters/dynamo-walks.ts";
import { log } from "../adapters/logger.ts";
import type { Agreement } from "../contract/agreement.ts";
import { byRank, type Touched, touchedBy } from "../domain/agreement/walk/judge-lead.ts";
import { lookedOn, takenOver, takingOver, type Walk, wokenPerMinute, wokeOn } from "../domain/agreement/walk/walk.ts";
import { isAtGate } from "../domain/gate/pass-through-gate.ts";
import type { Engagement, Lead } from "../domain/lead/lead.ts";
import { areInForce, type FamiliaritySums, sumsOf } from "../domain/score/familiarity-sums.ts";

export interface WalkDependencies {
  readonly table: DynamoTable;
  readonly now: () => string;
  /** The compiled agreement by the id of its terms. */
  readonly terms: (termsId: string) => Promise<Agreement>;
  /** Sends to wake's queue: one each second. */
  readonly sendPaced: (bodies: readonly string[]) => Promise<void>;
}

/** How many leads one turn looks at: some seconds, and some megabytes. */
const lookedAtOnce = 1000;
const readAtOnce = 100;
/** Whoever needs all engagements of a lead reads so many leads' side by side. */
const sideBySide = 20;
const forEver = "9999-12-31T00:00:00.000Z";
const mostWalks = 25;

/**
 * Has the walk of this version go on by one turn. A turn that was asked for twice, or long ago, does nothing; one that dies
 * anywhere is repeated: what it had found is found again under the same names, and who is woken twice is judged twice, and
 * decided once.
 */
export const goOnWalking = async (deps: WalkDependencies, number: number, turn: number): Promise<void> => {
  const walk = await readWalk(deps.table, number);
  // Until the sweep has asked for its first turn, the version does not hold.
  if (walk === undefined || walk.turn !== turn || turn === 0 || walk.phase === "over") return;
  if (walk.wokeIn === turn) return;
  if (walk.phase === "waking") return wakeHottest(deps, walk);
  const begun = walk.counts.looked === 0 ? await takeOver(deps, walk) : walk;
  if (begun !== undefined) await lookOn(deps, begun);
};

/** A walk that has not come to its end ends here; of its leads, too, this one knows by what they were judged. */
const takeOver = async ({ table, now }: WalkDependencies, walk: Walk): Promise<Walk | undefined> => {
  const open = await readDueWalks(table, forEver, mostWalks);
  const all = await Promise.all(open.filter((each) => each < walk.number).map((each) => readWalk(table, each)));
  const earlier = all.flatMap((each) => (each === undefined || each.phase === "over" ? [] : [each]));
  const taking = takingOver(walk, earlier);
  const stored = earlier.length === 0 ? walk : await storeWalk(table, walk, taking);
  for (const each of stored === undefined ? [] : earlier)
    await storeWalk(table, each, takenOver(each, walk.number, now()));
  return stored;
};

const lookOn = async (deps: WalkDependencies, walk: Walk): Promise<void> => {
  const { table, terms } = deps;
  const [after, ...before] = await Promise.all([walk.to, ...walk.from].map((id) => terms(id)));
  if (after === undefined) throw new Error("expected the terms that a walk leads to");
  const { leadIds, next } = await openLeadsFrom(table, walk.cursor ?? { partition: 0 }, lookedAtOnce);
  const touched: Touched[] = [];
  for (let from = 0; from < leadIds.length; from += readAtOnce)
    touched.push(...(await touchedIn(deps, leadIds.slice(from, from + readAtOnce), before, after)));
  await keepFound(table, walk.number, walk.counts.looked, byRank(touched), deps.now());
  const counts = { looked: leadIds.length, found: touched.length, next };
  const stored = await storeWalk(table, walk, lookedOn(walk, counts, deps.now()));
  if (stored === undefined) return;
  log.info("A walk has looked on", { code: "walk-looked", number: walk.number, phase: stored.phase, ...stored.counts });
};

const touchedIn = async (
  { table, now }: WalkDependencies,
  leadIds: readonly string[],
  before: readonly Agreement[],
  after: Agreement,
): Promise<Touched[]> => {
  const leads = await readLeads(table, leadIds);
  const sums = await sumsOfAll(table, leads.filter(isAtGate), [...before, after]);
  const at = now();
  return leads.flatMap((lead) => {
    const ofLead = sums.get(lead.leadId);
    const sumsBy = (agreement: Agreement): FamiliaritySums => ofLead?.(agreement) ?? sumsOf([], agreement.terms);
    return touchedBy({ lead, sums: sumsBy }, before, after, at) ?? [];
  });
};

type SumsBy = (agreement: Agreement) => FamiliaritySums;

/** What engagements add up to depends on the terms: those that were kept do for terms that count alike. */
const sumsOfAll = async (
  table: DynamoTable,
  leads: readonly Lead[],
  agreements: readonly Agreement[],
): Promise<Map<string, SumsBy>> => {
  const kept = await readKeptSumsOf(
    table,
    leads.map(({ leadId }) => leadId),
  );
  const all = new Map<string, SumsBy>();
  for (let from = 0; from < leads.length; from += sideBySide)
    await Promise.all(
      leads.slice(from, from + sideBySide).map(async ({ leadId }) => {
        const sums = kept.get(leadId);
        const does = sums !== undefined && agreements.every(({ terms }) => areInForce(sums, terms));
        if (does) all.set(leadId, () => sums);
        else if (kept.has(leadId)) all.set(leadId, sumsFrom(await readEngagements(table, leadId)));
      }),
    );
  return all;
};

const sumsFrom =
  (engagements: readonly Engagement[]): SumsBy =>
  ({ terms }) =>
    sumsOf(engagements, terms);

/** Woken first, then written: who dies in between has some woken twice, and nobody forgotten. */
const wakeHottest = async (deps: WalkDependencies, walk: Walk): Promise<void> => {
  const { found, isAll } = await readHottest(deps.table, walk.number);
  const taken: Found[] = [];
  const ids: string[] = [];
  for (const each of found) {
    if (ids.length >= wokenPerMinute) break;
    taken.push(each);
    ids.push(...each.leadIds);
  }
  const [now, rest] = [ids.slice(0, wokenPerMinute), ids.slice(wokenPerMinute)];
  await deps.sendPaced(now.map((leadId) => JSON.stringify({ lookAt: leadId })));
  const isLast = isAll && taken.length === found.length && rest.length === 0;
  const next = wokeOn(walk, now.length, isLast, deps.now());
  const stored = await storeWalk(deps.table, walk, next, takeFound(deps.table, taken, rest));
  if (stored === undefined) return;
  log.info("A walk has woken leads", { code: "walk-woke", number: walk.number, phase: stored.phase, ...stored.counts });
};
