import type { CaptureRules } from "./capture-rules.ts";
import { parseInstant } from "./instant.ts";

/** Why a machine seems to have filled in the form. */
export type AsideReason = "honeypot" | "too-fast";

/**
 * A field that people cannot see was filled in, or the form was sent sooner than a person can. Not judged when the form
 * does not carry a valid time at which it was opened.
 */
export const asideReasonOf = (
  { honeypot, started }: { readonly honeypot: string | undefined; readonly started: string | undefined },
  { now, leastFillMillis }: CaptureRules,
): AsideReason | undefined => {
  if (honeypot !== undefined) return "honeypot";
  const opened = parseInstant(started);
  if (opened === undefined) return undefined;
  const fillMillis = Date.parse(now) - Date.parse(opened);
  return fillMillis >= 0 && fillMillis < leastFillMillis ? "too-fast" : undefined;
};
