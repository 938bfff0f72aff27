import type { Rep } from "../../contract/agreement.ts";
import { isSmokeId, simulatedAddress, smokeRepId } from "../../contract/smoke.ts";
import type { Lead, LeadIn } from "../lead/lead.ts";

/** More leads than any number of smoke tests can make. */
const unlimited = 1_000_000_000;

/**
 * The rep of smoke tests, their own manager: the mail service's simulator reads the mails, and no place of a real rep is
 * taken.
 */
export const smokeRep: Rep = {
  id: smokeRepId,
  name: "Smoke test",
  email: simulatedAddress(smokeRepId),
  language: "en",
  speaks: ["en", "es"],
  capacity: { newPerWeek: unlimited, openAtMost: unlimited },
  manager: smokeRepId,
};

export const isOfSmokeTest = ({ leadId }: Pick<Lead, "leadId">): boolean => isSmokeId(leadId);

/** The gate decides on a smoke test's lead as on one that marketing qualified by hand, whatever agreement is in force. */
export const qualifiedForSmoke = (lead: LeadIn<"captured">, at: string): LeadIn<"captured"> => ({
  ...lead,
  override: { verdict: "qualified", reason: "Smoke test", by: "smoke", at },
});
