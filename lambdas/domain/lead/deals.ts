import { KnownSchema, type Lead, type LeadIn } from "./lead.ts";
import { startNextCycle } from "./move.ts";

/** Why a colleague begins another deal, and who. */
export interface NewDeal {
  readonly reason: string;
  /** Name of the colleague. */
  readonly by: string;
  readonly at: string;
}

export type Closed = LeadIn<"won"> | LeadIn<"lost">;

/**
 * A colleague begins another deal with a lead that was won or lost: the next cycle, which passes the gate by their word. A
 * won deal stays beside it, with its amount, its win and its figures.
 */
export const startNewDeal = (lead: Closed, { reason, by, at }: NewDeal, nextDueAt: string): LeadIn<"captured"> => {
  const begun = startNextCycle(lead, newDealCode, at, nextDueAt);
  const override = { verdict: "qualified", reason, by, at } as const;
  return lead.stage === "won"
    ? { ...begun, override, deals: [...(lead.deals ?? []), dealOf(lead)] }
    : { ...begun, override };
};

/** The code of the move with which another deal begins. */
export const newDealCode = "new-deal";

/** Every deal that the lead has won and that stands, each as the won lead that it was. */
export const wonDeals = (lead: Lead): LeadIn<"won">[] => [
  ...(lead.deals ?? []).map((deal): LeadIn<"won"> => {
    const { wonAt, ...closed } = deal;
    return { ...KnownSchema.parse(lead), ...closed, stage: "won", stageSince: wonAt, because: "won" };
  }),
  ...(lead.stage === "won" ? [lead] : []),
];

const dealOf = ({
  cycle,
  stageSince: wonAt,
  ownerId,
  firstAssignedAt,
  acceptedAt,
  amount,
  currency,
}: LeadIn<"won">) => ({
  cycle,
  wonAt,
  ownerId,
  firstAssignedAt,
  acceptedAt,
  amount,
  currency,
});
