import { createHash } from "node:crypto";
import { storeEngagements } from "../adapters/dynamo-engagements.ts";
import { countUp } from "../adapters/dynamo-limits.ts";
import { storePending } from "../adapters/dynamo-pending.ts";
import { type Grant, openReference } from "../adapters/dynamo-references.ts";
import { storeVisit } from "../adapters/dynamo-visitors.ts";
import { log } from "../adapters/logger.ts";
import { lifetimes, limits } from "../contract/limits.ts";
import { keys } from "../contract/table.ts";
import { applyEngagements } from "../domain/capture/apply-submission.ts";
import type { ParsedEngagements } from "../domain/capture/parse-engagements.ts";
import type { Engagement, Lead } from "../domain/lead/lead.ts";
import { dueInStage } from "../domain/lead/next-due.ts";
import { knownKinds } from "../domain/score/familiarity-rules.ts";
import { elapsedMillis } from "../domain/working-time/duration.ts";
import type { CaptureDependencies } from "./capture-dependencies.ts";

/**
 * Adds the engagements to the lead, or keeps them with the browser until it belongs to a lead. A reference that opens
 * something wins; one that opens nothing adds nothing, and the response does not reveal it. Nothing is written of kinds
 * that the agreement does not know, nor of what one sender reports beyond a day's measure.
 */
export const intakeEngagements = async (
  deps: CaptureDependencies,
  { reference, visitorId, engagements: told }: ParsedEngagements,
  correlationId: string,
): Promise<"recorded" | "unknown-reference"> => {
  const at = deps.now();
  const known = knownKinds(deps.agreement.terms);
  const engagements = told.filter(({ kind }) => known.has(kind));
  if (told.length > 0 && engagements.length === 0) return "recorded";
  const news = { engagements, at, correlationId };
  const grant = reference === undefined ? undefined : await grantOf(deps, reference, at);
  const sender = grant === undefined ? visitorId : reference;
  if (sender !== undefined && (await isTooMuch(deps, sender, news))) return "recorded";
  if (grant?.pending !== undefined) await ofPending(deps, grant, news);
  else if (grant !== undefined) await ofLead(deps, grant.leadId, news);
  else if (visitorId !== undefined) await ofVisitor(deps, visitorId, news);
  else log.info("Engagements without a known reference", { code: "engagement-unknown-reference", correlationId });
  return grant === undefined && visitorId === undefined ? "unknown-reference" : "recorded";
};

interface News {
  readonly engagements: readonly Engagement[];
  readonly at: string;
  readonly correlationId: string;
}

/** The request that goes beyond the measure still counts whole: it was begun within it. */
const isTooMuch = async (
  { table }: CaptureDependencies,
  sender: string,
  { engagements, at, correlationId }: News,
): Promise<boolean> => {
  const hash = createHash("sha256").update(sender).digest("base64url");
  const key = keys.limit("ENGAGEMENTS", hash, at.slice(0, 10));
  const count = await countUp(table, key, engagements.length, Date.parse(at) + elapsedMillis(lifetimes.senderCount));
  const isOver = count - engagements.length >= limits.eventsPerSenderAndDay;
  if (isOver) log.warn("More engagements than a person makes", { code: "engagements-over-limit", correlationId });
  return isOver;
};

const grantOf = ({ table, keyring }: CaptureDependencies, reference: string, at: string) =>
  openReference(table, keyring, reference, "lead", at);

/** Of a known lead, by somebody who has not confirmed that they are it. */
const ofPending = async (
  { table }: CaptureDependencies,
  { leadId, submissionId }: Grant,
  news: News,
): Promise<void> => {
  const { engagements, at, correlationId } = news;
  if (submissionId === undefined) return;
  const fresh = await storePending(table, { leadId, submissionId }, engagements, at);
  log.info("Engagements wait for a confirmation", { code: "engagements-pending", leadId, fresh, correlationId });
};

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
