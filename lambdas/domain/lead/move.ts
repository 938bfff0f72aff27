import type { Agreement } from "../../contract/agreement.ts";
import type { Stage } from "../../contract/stages.ts";
import { KnownSchema, type Lead, type LeadIn, LeadSchema } from "./lead.ts";

/** What every lead is known by, in whatever stage. */
type Known = LeadIn<"dormant">;

/** What a stage needs beyond what is known of every lead, and what the move may set. */
type FactsOf<S extends Stage> = Omit<LeadIn<S>, Exclude<keyof Known, "qualifiedAt">> &
  Partial<
    Pick<
      Known,
      | "scores"
      | "nurture"
      | "returnedAt"
      | "agreementVersion"
      | "lane"
      | "laneFullAt"
      | "judgedAt"
      | "segment"
      | "recycled"
      | "read"
    >
  >;

/** Why the lead moves (a code such as `gate-passed`), and when. */
interface Move {
  readonly because: string;
  readonly now: string;
  /** By which it moves; left out by what no agreement decides. */
  readonly agreement?: Pick<Agreement, "version">;
}

/**
 * The lead in its new stage: what is known of it goes along, what belonged to the stage it leaves does not.
 * @throws on a transition that `transitions` does not have.
 */
export const moveTo = <S extends Stage>(stage: S, lead: Lead, facts: FactsOf<S>, move: Move): LeadIn<S> => {
  const { because, now, agreement } = move;
  if (!mayMove(lead.stage, stage)) throw new Error(`a lead may not move from ${lead.stage} to ${stage}`);
  const { wroteAgain, hurried } = stage === "handed-off" || stage === lead.stage ? lead : {};
  const nobodyAnswered = isWithSales(stage) ? undefined : lead.nobodyAnswered;
  const stays = { needsAttention: undefined, unknownVerdicts: undefined, wroteAgain, hurried, nobodyAnswered };
  const agreementVersion = agreement?.version ?? lead.agreementVersion;
  const goesAlong = { ...KnownSchema.parse(lead), ...stays, agreementVersion };
  const moved = LeadSchema.parse({ ...goesAlong, ...facts, stage, stageSince: now, because });
  if (!isIn(stage, moved)) throw new Error(`the lead moved to ${moved.stage} instead of ${stage}`);
  return moved;
};

/**
 * The lead at the start of its next cycle: scores and nurture programme start again; `extra` may say so otherwise.
 * @throws when the lead's stage does not allow it: only ended and returned leads begin again.
 */
export const startNextCycle = (
  lead: Lead,
  because: string,
  now: string,
  nextDueAt: string,
  extra: Partial<Pick<Known, "returnedAt" | "agreementVersion" | "recycled">> = {},
): LeadIn<"captured"> => {
  const afresh = {
    scores: undefined,
    nurture: undefined,
    returnedAt: undefined,
    agreementVersion: undefined,
    lane: undefined,
    laneFullAt: undefined,
    override: undefined,
    segment: undefined,
    judgedAt: undefined,
    qualifiedAt: undefined,
    recycled: undefined,
    read: undefined,
    wroteAgain: undefined,
    wokenBy: undefined,
    wantedBy: undefined,
  };
  const begun = moveTo("captured", lead, { ...afresh, ...extra, nextDueAt }, { because, now });
  return { ...begun, cycle: lead.cycle + 1 };
};

/** Sales has the lead, or its way has ended by a decision: its silence before is no longer an open matter. */
const isWithSales = (stage: Stage): boolean => !["captured", "nurturing", "qualified", "dormant"].includes(stage);

const isIn = <S extends Stage>(stage: S, lead: Lead): lead is LeadIn<S> => lead.stage === stage;

/** The only legal transitions. `captured` after an ending is the start of the next cycle. */
export const transitions = {
  captured: ["nurturing", "qualified", "disqualified", "dormant"],
  nurturing: ["qualified", "disqualified", "dormant"],
  qualified: ["assigned", "nurturing", "disqualified"],
  // To `assigned`: another rep gets it.
  assigned: ["assigned", "handed-off", "accepted", "captured", "disqualified"],
  "handed-off": ["assigned", "accepted", "captured", "disqualified"],
  accepted: ["sales-qualified", "opportunity", "won", "lost", "captured", "assigned"],
  "sales-qualified": ["opportunity", "won", "lost", "captured", "assigned"],
  opportunity: ["won", "lost", "captured", "assigned"],
  // A wrong outcome is corrected.
  won: ["lost", "won", "captured"],
  lost: ["won", "lost", "captured"],
  // To `disqualified`: somebody closes a lead whom sales never answered.
  dormant: ["captured", "disqualified"],
  disqualified: ["captured"],
} as const satisfies Record<Stage, readonly Stage[]>;

export const mayMove = (from: Stage, to: Stage): boolean => (transitions[from] as readonly Stage[]).includes(to);
