import type { CaptureRules } from "./capture-rules.ts";
import { readInstant } from "./instant.ts";

/** Why we think that no person filled in the form. */
export type Suspicion = "honeypot" | "too-fast";

/**
 * A field that people cannot see was filled in, or the form was sent sooner than a person can. Not judged when the form
 * does not say when it was opened, or says nonsense.
 */
export const suspicionOf = (
  { honeypot, started }: { readonly honeypot: string | undefined; readonly started: string | undefined },
  { now, leastFillMillis }: CaptureRules,
): Suspicion | undefined => {
  if (honeypot !== undefined) return "honeypot";
  const opened = readInstant(started);
  if (opened === undefined) return undefined;
  const fillMillis = Date.parse(now) - Date.parse(opened);
  return fillMillis >= 0 && fillMillis < leastFillMillis ? "too-fast" : undefined;
};
