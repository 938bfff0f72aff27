import * as z from "zod/mini";
import type { Agreement } from "../../contract/agreement.ts";
import { LanguageSchema } from "../../contract/stages.ts";
import { droppable } from "../../contract/start-light.ts";
import type { Lead } from "../lead/lead.ts";
import type { RepNow } from "../team/rep-now.ts";
import { pickRep } from "./pick-rep.ts";
import { outlookOf } from "./prospect.ts";

/** An MQL in the queue for sales: ids, codes and times only. */
export const QueuedSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    leadId: z.string(),
    cycle: z.int(),
    /** Orders the queue as text; see `rankOf`. */
    rank: z.string(),
    /** When it began to wait. */
    since: z.string(),
    /** Ids of the reps who could take it, had they room. */
    reps: z.array(z.string()),
    language: LanguageSchema,
    lane: z.optional(z.literal("fast")),
    segment: z.optional(z.string()),
    /** Id of the rep who has the lead's company. */
    companyOwner: z.optional(z.string()),
    /** When its own journey looks again at the latest. */
    looksAt: z.string(),
  }),
);
export type Queued = z.infer<typeof QueuedSchema>;

const mostPoints = 9999;

/**
 * Place in the queue as text: the fast lane first, then the leads worth most (points of fit and familiarity), then
 * those who have waited longest.
 */
export const rankOf = ({ lane, scores }: Pick<Lead, "lane" | "scores">, since: string): string => {
  const points = Math.round((scores?.fit ?? 0) + (scores?.familiarity ?? 0));
  const missing = mostPoints - Math.min(Math.max(points, 0), mostPoints);
  return [lane === "fast" ? "0" : "1", String(missing).padStart(4, "0"), since].join(".");
};

/**
 * A journey acts within seconds of its timer: one that is this late has died, and must not hold a place ahead of
 * others.
 */
const graceMillis = 5 * 60_000;

interface PlacesInTurn {
  /** Which lead would get which rep now, in the order of the queue; leads for which no one is free are not listed. */
  readonly served: readonly { readonly leadId: string; readonly repId: string }[];
  /** Of each rep, how many places those would take. */
  readonly promised: ReadonlyMap<string, number>;
}

/** Who in the queue would get a rep now, if each were served in turn by the rules of `pickRep`. */
export const placesInTurn = (
  queue: readonly Queued[],
  team: readonly RepNow[],
  agreement: Agreement,
  now: string,
): PlacesInTurn => {
  const outlook = outlookOf(agreement, now);
  const promised = new Map<string, number>();
  const served: { leadId: string; repId: string }[] = [];
  for (const waiting of queue.filter((each) => isAlive(each, now))) {
    const able = team.filter(({ rep }) => waiting.reps.includes(rep.id));
    const picked = pickRep(
      waiting,
      able.map((each) => outlook(each, waiting, promised)),
    );
    if (picked === undefined) continue;
    const { id: repId } = picked.prospect.repNow.rep;
    promised.set(repId, (promised.get(repId) ?? 0) + 1);
    served.push({ leadId: waiting.leadId, repId });
  }
  return { served, promised };
};

const isAlive = ({ looksAt }: Queued, now: string): boolean => Date.parse(looksAt) + graceMillis > Date.parse(now);
