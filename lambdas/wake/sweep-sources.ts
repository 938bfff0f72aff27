import { askAgain, readUnread } from "../adapters/dynamo-arrivals.ts";
import { readSecretFacts } from "../adapters/dynamo-source-secrets.ts";
import type { DynamoTable } from "../adapters/dynamo-table.ts";
import { log } from "../adapters/logger.ts";
import type { Agreement } from "../contract/agreement.ts";
import { lifetimes } from "../contract/limits.ts";
import { elapsedMillis } from "../domain/working-time/duration.ts";

/** Minutes into each hour at which sources are looked at. */
const minute = 7;
/** Of each source, in an hour. */
const mostAskedAgain = 100;

/**
 * Once an hour: asks again for leads of tools that did not answer, and tells of secrets that end soon, or have ended while
 * the source has no other one for the same use.
 * @param ring counts a source whose secret ends
 */
export const sweepSources = async (
  table: DynamoTable,
  { terms }: Pick<Agreement, "terms">,
  now: string,
  ring: () => void,
): Promise<void> => {
  if (new Date(now).getUTCMinutes() !== minute) return;
  for (const { id: sourceId } of terms.sources ?? []) {
    const unread = await readUnread(table, sourceId, { most: mostAskedAgain, until: now });
    for (const { arrivalId, because } of unread)
      if (because === "tool-unreachable") await askAgain(table, arrivalId, now);
    if (await endsSoon(table, sourceId, now)) {
      ring();
      log.warn("A secret of a source ends", { code: "source-secret-ends", sourceId });
    }
  }
};

/** Of each use the secret that lasts longest counts: the others are on their way out. */
const endsSoon = async (table: DynamoTable, sourceId: string, now: string): Promise<boolean> => {
  const soon = new Date(Date.parse(now) + elapsedMillis(lifetimes.secretEnds)).toISOString();
  const facts = await readSecretFacts(table, sourceId);
  const uses = new Set(facts.map(({ use }) => use));
  return [...uses].some((use) =>
    facts.filter((fact) => fact.use === use).every(({ until }) => until !== undefined && until <= soon),
  );
};
