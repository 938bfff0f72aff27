import type { Agreement } from "../../contract/agreement.ts";
import type { Lead } from "../lead/lead.ts";
import { contentReadBy } from "../score/content-read.ts";
import { type Deeds, inThisCycle } from "./deeds.ts";

/** The figures look at so many pieces of one lead's reading. */
const mostPieces = 20;

/** Ids of the agreement's content that the lead has read in this cycle, the first read first. */
export const contentReadIn = (
  deeds: Deeds,
  lead: Pick<Lead, "cycle" | "recycled">,
  { terms }: Pick<Agreement, "terms">,
): string[] => {
  const readBy = contentReadBy(terms);
  return [...new Set(inThisCycle(deeds, lead).flatMap((deed) => readBy(deed)))].slice(0, mostPieces);
};
