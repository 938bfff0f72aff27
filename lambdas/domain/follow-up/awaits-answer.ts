import { isUnanswered, type Lead, type Unanswered } from "../lead/lead.ts";

/** Which hand-off is spoken of: in which cycle and, when somebody came by a link, in whose hands and which turn. */
export interface Addressee {
  readonly cycle: number;
  readonly ownerId?: string | undefined;
  readonly turn?: number | undefined;
}

/** Is it still this hand-off that the lead waits with? A link is for one turn; a program may mean whichever it is. */
export const awaitsAnswer = (lead: Lead, { cycle, ownerId, turn }: Addressee): lead is Unanswered =>
  isUnanswered(lead) &&
  lead.cycle === cycle &&
  (ownerId === undefined || (lead.followUp.ownerId === ownerId && lead.followUp.turn === (turn ?? 0)));
