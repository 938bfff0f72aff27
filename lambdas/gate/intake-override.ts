import { type OverrideOutcome, storeOverride } from "../adapters/dynamo-overrides.ts";
import { log } from "../adapters/logger.ts";
import type { CaptureDependencies } from "../capture/capture-dependencies.ts";
import type { AskedOverride } from "../domain/gate/parse-override.ts";

/** Marketing's override: once per event, however often it is delivered. */
export const intakeOverride = async (
  { table, agreement, now }: CaptureDependencies,
  asked: AskedOverride,
  eventId: string,
): Promise<OverrideOutcome> => {
  const outcome = await storeOverride(table, asked, { requestId: eventId, at: now(), agreement });
  if (outcome.is === "recorded") {
    const { verdict } = asked.override;
    log.info("Marketing decided by hand", {
      code: `override-${verdict}`,
      leadId: outcome.leadId,
      correlationId: eventId,
    });
  }
  return outcome;
};
