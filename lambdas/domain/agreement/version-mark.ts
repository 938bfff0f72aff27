/** A version of the agreement as people name it: by number and day; the hash of its terms stands beside it. */
export interface VersionMark {
  /** 1 for the first. */
  readonly number: number;
  readonly version: string;
  readonly since: string;
}

/** As they are kept, the oldest first. One that was stored before versions were numbered has the number of its place. */
export const numbered = (
  kept: readonly (Omit<VersionMark, "number"> & { readonly number?: number | undefined })[],
): VersionMark[] => kept.map(({ version, since, number }, at) => ({ number: number ?? at + 1, version, since }));

/** What was in force then, by marks in order of time. */
export const markAt = (marks: readonly VersionMark[], at: string): VersionMark | undefined =>
  marks.findLast(({ since }) => since <= at);

/**
 * By which version something was decided: the same terms may have been in force twice, and a function may learn of a
 * version some seconds late. `undefined` for terms that were never in force, such as those of a lead made by hand.
 */
export const markOf = (marks: readonly VersionMark[], version: string, at: string): VersionMark | undefined =>
  marks.findLast((mark) => mark.version === version && mark.since <= at) ??
  marks.find((mark) => mark.version === version);
