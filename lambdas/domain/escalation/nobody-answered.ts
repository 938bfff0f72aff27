import type { Lead, LeadIn, Unanswered } from "../lead/lead.ts";

/** The code of the move by which a lead returns to marketing after the whole ladder, unanswered. */
export const nobodyFollowedUp = "nobody-followed-up";
/** The code of the move by which such a lead, of whom nothing new came either, is parked. */
export const quietUnanswered = "quiet-unanswered";
/** The codes of the moves that follow from a person's decision on it. */
export const calledAgain = "called-again";
export const closedByHand = "closed-by-hand";

/** Whom sales let down, and what that leaves to decide. */
export type NobodyAnswered = NonNullable<Lead["nobodyAnswered"]>;

/** What stays with a lead whose ladder ran out: who had it, since when it has waited. */
export const nobodyAnswered = ({ cycle, followUp }: Unanswered, at: string): NobodyAnswered => ({
  cycle,
  at,
  since: followUp.firstAssignedAt ?? followUp.assignedAt,
  owners: [...followUp.earlier, followUp.ownerId],
});

/** Stages in which nothing takes the lead back to sales unless it moves by itself, or somebody decides. */
const undecidedStages = ["captured", "nurturing", "dormant"] as const;

/** A lead on which people have to decide: sales never answered it, and it has not moved by itself since. */
export type Undecided = LeadIn<(typeof undecidedStages)[number]> & { readonly nobodyAnswered: NobodyAnswered };

export const isUndecided = (lead: Lead): lead is Undecided =>
  lead.nobodyAnswered !== undefined &&
  lead.nobodyAnswered.settledAt === undefined &&
  lead.aside === undefined &&
  undecidedStages.some((stage) => stage === lead.stage);

/**
 * Whether the silence is ours: sales had the lead last and never answered. An earlier release kept no more of that than
 * the reason of the return.
 */
export const isSilenceOurs = ({ nobodyAnswered, recycled }: Pick<Lead, "nobodyAnswered" | "recycled">): boolean =>
  nobodyAnswered !== undefined || recycled?.reason === nobodyFollowedUp;

/** The lead has asked again, or somebody has decided: nobody has to decide any more. That sales was silent stays so. */
export const settled = ({ nobodyAnswered }: Pick<Lead, "nobodyAnswered">, at: string): Pick<Lead, "nobodyAnswered"> =>
  nobodyAnswered === undefined || nobodyAnswered.settledAt !== undefined
    ? {}
    : { nobodyAnswered: { ...nobodyAnswered, settledAt: at } };
