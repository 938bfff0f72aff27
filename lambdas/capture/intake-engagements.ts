import { storeEngagements } from "../adapters/dynamo-engagements.ts";
import { openReference } from "../adapters/dynamo-references.ts";
import { storeVisit } from "../adapters/dynamo-visitors.ts";
import { log } from "../adapters/logger.ts";
import { applyEngagements } from "../domain/capture/apply-submission.ts";
import type { ParsedEngagements } from "../domain/capture/parse-engagements.ts";
import type { Engagement, Lead } from "../domain/lead/lead.ts";
import { dueInStage } from "../domain/lead/next-due.ts";
import type { CaptureDependencies } from "./capture-dependencies.ts";

/**
 * Adds the engagements to the lead, or keeps them with the browser until it belongs to a lead. A reference that opens
 * something wins; one that opens nothing adds nothing, and the response does not reveal it.
 */
export const intakeEngagements = async (
  deps: CaptureDependencies,
  { reference, visitorId, engagements }: ParsedEngagements,
  correlationId: string,
): Promise<"recorded" | "unknown-reference"> => {
  const news = { engagements, at: deps.now(), correlationId };
  const leadId = reference === undefined ? undefined : await leadOf(deps, reference, news.at);
  if (leadId !== undefined) await ofLead(deps, leadId, news);
  else if (visitorId !== undefined) await ofVisitor(deps, visitorId, news);
  else log.info("Engagements without a known reference", { code: "engagement-unknown-reference", correlationId });
  return leadId === undefined && visitorId === undefined ? "unknown-reference" : "recorded";
};

interface News {
  readonly engagements: readonly Engagement[];
  readonly at: string;
  readonly correlationId: string;
}

const leadOf = async ({ table, keyring }: CaptureDependencies, reference: string, at: string) =>
  (await openReference(table, keyring, reference, "lead", at))?.leadId;

const ofVisitor = async (deps: CaptureDependencies, visitorId: string, news: News): Promise<void> => {
  const { leadId } = await storeVisit(deps.table, visitorId, news.engagements, news.at);
  if (leadId !== undefined) return ofLead(deps, leadId, news);
  log.info("A visit was recorded", { code: "visit-recorded", correlationId: news.correlationId });
};

const ofLead = async ({ table, agreement }: CaptureDependencies, leadId: string, news: News): Promise<void> => {
  const { engagements, at, correlationId } = news;
  const nextDueAt = dueInStage("captured", agreement, at);
  const receive = (lead: Lead, fresh: readonly Engagement[]) =>
    applyEngagements(lead, { now: at, nextDueAt, did: latestOf(fresh) });
  const fresh = await storeEngagements(table, leadId, engagements, receive, agreement);
  log.info("Engagements recorded", { code: "engagements-recorded", leadId, fresh, correlationId });
};

/** Instants sort as text. */
const latestOf = (engagements: readonly Engagement[]): string | undefined =>
  engagements
    .map(({ at }) => at)
    .sort()
    .at(-1);
