import * as z from "zod/mini";
import { StageSchema } from "../../contract/stages.ts";
import { droppable } from "../../contract/start-light.ts";
import type { Lead } from "./lead.ts";

const text = z.optional(z.string());

/** What every move says. */
const moved = () => ({
  leadId: z.string(),
  /** The cycle that it is in after the move. */
  cycle: z.int(),
  at: z.string(),
  /** `null`: it was not there before. */
  from: z.nullable(StageSchema),
  /** `null`: it was erased. */
  to: z.nullable(StageSchema),
  /** Since when it had been in `from`. */
  since: text,
  /** The cause, as a code such as `gate-passed` or `rejected:no-budget`. */
  because: z.string(),
  /** In whose hands it is now, or who ended it. */
  ownerId: text,
  /** Who had it before. */
  formerOwnerId: text,
  source: text,
  persona: text,
  grade: text,
  segment: text,
  lane: text,
  /** Criteria and kinds of familiarity that speak for it. */
  matched: z.optional(z.array(z.string())),
  /** Ids of the content that it had read when sales got it. */
  read: z.optional(z.array(z.string())),
  /** Of a won deal. */
  amount: z.optional(z.number()),
  currency: text,
  /** Of an erased lead: its deals that were won in earlier cycles and stayed. */
  deals: z.optional(z.int()),
  /** To `qualified`: the lead was an MQL in this cycle before, and had cooled. */
  again: z.optional(z.literal(true)),
  agreementVersion: text,
  correlationId: text,
  demo: z.optional(z.literal(true)),
});

/**
 * One change of a lead's stage or owner, as it is kept with the lead: its history, and what the figures are counted
 * from. Ids, stages and codes only.
 */
export const MoveFactSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    ...moved(),
    /** Of a lead that was imported and is taken back: its moves, whose counts are taken back with it. */
    undoes: z.optional(z.array(z.omit(z.object(moved()), { leadId: true }))),
  }),
);
export type MoveFact = z.infer<typeof MoveFactSchema>;

/** The move from what was read to what is written; `undefined` when the lead stays where, and whose, it is. */
export const moveFactOf = (read: Lead | undefined, next: Lead): MoveFact | undefined => {
  const isStill =
    read !== undefined &&
    read.stage === next.stage &&
    read.cycle === next.cycle &&
    read.stageSince === next.stageSince &&
    ownerIn(read) === ownerIn(next);
  if (isStill) return undefined;
  const { leadId, cycle, stageSince, because, source, demo } = next;
  // A new cycle knows nothing yet: what speaks is what was known in the one that ends.
  const { scores, segment, lane, read: content } = read !== undefined && read.cycle !== cycle ? read : next;
  const isAgain = next.stage === "qualified" && read?.qualifiedAt !== undefined && read.cycle === cycle;
  return {
    leadId,
    cycle,
    at: stageSince,
    from: read?.stage ?? null,
    to: next.stage,
    since: read?.stageSince,
    because,
    ownerId: ownerIn(next),
    formerOwnerId: read && ownerIn(read),
    source,
    persona: scores?.persona,
    grade: scores?.grade,
    segment,
    lane,
    matched: scores?.matched,
    read: content,
    ...amountIn(next),
    ...(isAgain && { again: true }),
    agreementVersion: next.agreementVersion,
    correlationId: next.correlationId,
    demo,
  };
};

/** The owner, or who ended it. */
export const ownerIn = (lead: Lead): string | undefined => {
  if ("followUp" in lead) return lead.followUp.ownerId;
  return "ownerId" in lead ? lead.ownerId : undefined;
};

const amountIn = (lead: Lead) => (lead.stage === "won" ? { amount: lead.amount, currency: lead.currency } : {});
