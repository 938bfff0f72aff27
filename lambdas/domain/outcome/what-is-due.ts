import type { Agreement } from "../../contract/agreement.ts";
import type { Worked } from "../lead/lead.ts";
import type { Owner } from "../team/owner.ts";
import { askedAgainAt } from "./outcome-rules.ts";

/** What a worked lead is due for now: its owner is to be asked, its stage's agreed time is over and nobody was told. */
export const whatIsDue = ({ askAt, limitAt, limitTold }: Worked, now: string) => ({
  ask: now >= askAt,
  limit: now >= limitAt && !limitTold,
});

/** The owner has been asked once more; when next, their own calendar says. */
export const askedOnce = (lead: Worked, owner: Owner, agreement: Agreement, now: string): Worked => ({
  ...lead,
  asked: lead.asked + 1,
  askAt: askedAgainAt(owner, agreement, now),
});
