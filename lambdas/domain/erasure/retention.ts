import type { AgreementTerms } from "../../contract/agreement.ts";
import type { Lead } from "../lead/lead.ts";
import { elapsedMillis } from "../working-time/duration.ts";

/** Endings of which the agreement may say how long a lead is kept. */
export const retainedStages = ["won", "lost", "disqualified", "dormant"] as const;
export type RetainedStage = (typeof retainedStages)[number];
type Terms = Pick<AgreementTerms, "retention" | "nurture">;

/**
 * When the person is to be erased; `undefined` for an open lead, and when the agreement says nothing of this ending. Who has
 * written again since is kept from then on.
 */
export const erasedAt = (lead: Lead, { retention = {}, nurture }: Terms): string | undefined => {
  const { stage } = lead;
  if (!isRetained(stage)) return undefined;
  const isStranger =
    nurture.doubleOptIn &&
    (stage === "dormant" || stage === "disqualified") &&
    lead.consents.every(({ confirmedAt }) => confirmedAt === undefined);
  const times = [retention[stage], isStranger ? retention.neverConfirmed : undefined];
  const millis = times.flatMap((time) => (time === undefined ? [] : [elapsedMillis(time)]));
  if (millis.length === 0) return undefined;
  const since = Math.max(Date.parse(lead.stageSince), Date.parse(lead.wroteAgain?.at ?? lead.stageSince));
  return new Date(since + Math.min(...millis)).toISOString();
};

const isRetained = (stage: Lead["stage"]): stage is RetainedStage => retainedStages.some((each) => each === stage);

/**
 * No lead that has ended since then, in this way where one is given, is to be erased yet; `undefined` when the agreement has
 * none erased.
 */
export const lookBefore = ({ retention = {} }: Pick<Terms, "retention">, now: string, stage?: RetainedStage) => {
  const { keptAside, ...ofLeads } = retention;
  const asked =
    stage === undefined
      ? Object.values(ofLeads)
      : [ofLeads[stage], stage === "dormant" || stage === "disqualified" ? ofLeads.neverConfirmed : undefined];
  const millis = asked.flatMap((time) => (time === undefined ? [] : [elapsedMillis(time)]));
  return millis.length === 0 ? undefined : new Date(Date.parse(now) - Math.min(...millis)).toISOString();
};
