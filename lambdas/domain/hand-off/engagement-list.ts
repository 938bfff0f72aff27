import type { Agreement } from "../../contract/agreement.ts";
import type { Engagement, Lead } from "../lead/lead.ts";
import { contentReadBy } from "../score/content-read.ts";
import type { FamiliaritySums } from "../score/familiarity-sums.ts";

/** One engagement of a lead, as the dossier needs it. */
export type ListedEngagement = Pick<Engagement, "kind" | "at" | "subject"> & { readonly cycle?: number | undefined };

export interface EngagementList {
  /** In order of time. */
  readonly known: readonly ListedEngagement[];
  /** How many there were in all: of a lead that has done very much, not all of them are read. */
  readonly inAll: number;
}

/**
 * What the lead did, in order of time. The running sums know the newest time of every kind and how often it happened,
 * also where not all engagements were read.
 */
export const engagementListOf = (
  read: readonly ListedEngagement[],
  sums: Pick<FamiliaritySums, "kinds"> | undefined,
): EngagementList => {
  const kinds = Object.entries(sums?.kinds ?? {});
  const unread = kinds
    .filter(([kind, { newest }]) => !read.some((engagement) => engagement.kind === kind && engagement.at >= newest))
    .map(([kind, { newest }]) => ({ kind, at: newest }));
  const known = [...read, ...unread].toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  const counted = kinds.reduce((sum, [, { count }]) => sum + count, 0);
  return { known, inAll: Math.max(known.length, counted) };
};

/** Those of this cycle; without a cycle, those since the last return to marketing. */
export const inThisCycle = (
  { known }: EngagementList,
  { cycle, recycled }: Pick<Lead, "cycle" | "recycled">,
): readonly ListedEngagement[] =>
  known.filter((engagement) =>
    engagement.cycle === undefined ? engagement.at > (recycled?.at ?? "") : engagement.cycle === cycle,
  );

/** How many pieces of a lead's reading enter the figures. */
const mostPieces = 20;

/** Ids of the agreement's content that the lead has read in this cycle, the first read first. */
export const contentReadIn = (
  list: EngagementList,
  lead: Pick<Lead, "cycle" | "recycled">,
  { terms }: Pick<Agreement, "terms">,
): string[] => {
  const readBy = contentReadBy(terms);
  return [...new Set(inThisCycle(list, lead).flatMap((engagement) => readBy(engagement)))].slice(0, mostPieces);
};
