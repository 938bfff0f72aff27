import { recordEngagements } from "../adapters/dynamo-engagements.ts";
import { openReference } from "../adapters/dynamo-references.ts";
import { log } from "../adapters/logger.ts";
import type { AcceptedEngagements } from "../domain/capture/read-engagements.ts";
import { receiveEngagement } from "../domain/capture/receive.ts";
import type { Engagement } from "../domain/lead/lead.ts";
import { dueInStage } from "../domain/lead/next-due.ts";
import type { CaptureDependencies } from "./capture-dependencies.ts";

/** Adds what the lead did; a reference that opens nothing adds nothing, and its sender is not told. */
export const acceptEngagements = async (
  { table, keyring, agreement, now }: CaptureDependencies,
  { reference, engagements }: AcceptedEngagements,
  correlationId: string,
): Promise<"recorded" | "unknown-reference"> => {
  const at = now();
  const grant = await openReference(table, keyring, reference, "lead", at);
  if (grant === undefined) {
    log.info("Engagements without a known reference", { code: "engagement-unknown-reference", correlationId });
    return "unknown-reference";
  }
  const nextDueAt = dueInStage("captured", agreement, at);
  const fresh = await recordEngagements(table, grant.leadId, engagements, (lead, fresh) =>
    receiveEngagement(lead, { now: at, nextDueAt, did: latestOf(fresh) }),
  );
  log.info("Engagements recorded", { code: "engagements-recorded", leadId: grant.leadId, fresh, correlationId });
  return "recorded";
};

/** Instants sort as text. */
const latestOf = (engagements: readonly Engagement[]): string | undefined =>
  engagements
    .map(({ at }) => at)
    .sort()
    .at(-1);
