import { satisfies, validRange } from "semver";
import * as z from "zod/mini";
import type { Installed } from "./lock.ts";

const SeveritySchema = z.enum(["low", "moderate", "high", "critical", "unknown"]);

const AdvisorySchema = z.object({
  /** Of GitHub's database, such as `GHSA-67mh-4wv8-2f99`. */
  id: z.string(),
  package: z.string(),
  /** As npm writes ranges. */
  vulnerable: z
    .string()
    .check(z.refine((range) => validRange(range) !== null, "expected a range such as >=1.0.0 <1.2.3")),
  severity: SeveritySchema,
  title: z.string(),
  fixed: z.optional(z.string()),
});
export type Advisory = z.infer<typeof AdvisorySchema>;

/** Somebody has looked at it and says why it does no harm here. */
const ReviewSchema = z.object({
  id: z.string(),
  because: z.string().check(z.minLength(20)),
  /** The first day on which it has to be looked at again. */
  until: z.iso.date(),
});

/** The file of known advisories. */
export const AdvisoryFileSchema = z.object({
  /** The day on which it was last compared with a database. */
  asOf: z.iso.date(),
  advisories: z.array(AdvisorySchema),
  reviewed: z.array(ReviewSchema),
});
export type AdvisoryFile = z.infer<typeof AdvisoryFileSchema>;

/** An advisory that is about something that is installed. */
export interface Match {
  readonly advisory: Advisory;
  readonly installed: Installed;
  readonly verdict: "must be fixed" | "reviewed" | "noted";
  readonly because?: string | undefined;
}

/** Those that nobody would wait with; one without a severity may be one of them. */
const serious: readonly Advisory["severity"][] = ["high", "critical", "unknown"];

/**
 * Which advisories are about what is installed. A serious one must be fixed, unless somebody has reviewed it and the day up to
 * which that counts has not come.
 * @param today a date, such as 2026-11-30
 */
export const judge = (
  installed: readonly Installed[],
  advisories: readonly Advisory[],
  { reviewed }: Pick<AdvisoryFile, "reviewed">,
  today: string,
): Match[] =>
  advisories.flatMap((advisory) =>
    installed
      .filter(({ name, version }) => name === advisory.package && isIn(version, advisory.vulnerable))
      .map((each): Match => {
        const review = reviewed.find(({ id }) => id === advisory.id);
        const of = { advisory, installed: each };
        if (!serious.includes(advisory.severity)) return { ...of, verdict: "noted" };
        if (review === undefined) return { ...of, verdict: "must be fixed" };
        return review.until > today
          ? { ...of, verdict: "reviewed", because: `${review.because} (until ${review.until})` }
          : { ...of, verdict: "must be fixed", because: `its review ended on ${review.until}` };
      }),
  );

/** A preview of a vulnerable version is vulnerable, too. */
const isIn = (version: string, range: string): boolean => satisfies(version, range, { includePrerelease: true });

/** Reviews of what is no longer installed, or no longer known: they would hide the next finding under their id. */
export const idleReviews = ({ reviewed }: AdvisoryFile, matches: readonly Match[]): string[] =>
  reviewed.map(({ id }) => id).filter((id) => !matches.some(({ advisory }) => advisory.id === id));
