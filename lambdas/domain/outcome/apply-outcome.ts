import type { Agreement } from "../../contract/agreement.ts";
import { assertNever } from "../assert-never.ts";
import type { Lead, LeadIn, Worked } from "../lead/lead.ts";
import { moveTo } from "../lead/move.ts";
import { dueInStage } from "../lead/next-due.ts";
import type { Owner } from "../team/owner.ts";
import { addDuration, calendarOfOwner } from "../working-time/calendar.ts";
import type { Outcome } from "./parse-outcome.ts";
import { recycle } from "./recycle-rules.ts";

/** A closed deal, whose outcome may still be corrected. */
export type Ended = LeadIn<"won"> | LeadIn<"lost">;
export const isEnded = (lead: Lead): lead is Ended => lead.stage === "won" || lead.stage === "lost";

/** The outcomes that are possible in this stage: a deal may skip stages, and never goes back. */
export const outcomesOf = (stage: Worked["stage"]): readonly Outcome["kind"][] => {
  const endings = ["won", "lost", "recycled"] as const;
  switch (stage) {
    case "accepted":
      return ["sales-qualified", "opportunity", ...endings];
    case "sales-qualified":
      return ["opportunity", ...endings];
    case "opportunity":
      return endings;
    default:
      return assertNever(stage);
  }
};

/**
 * The lead after an outcome.
 * @param owner whose calendar decides when they are asked again
 * @throws when the deal is already further; `judgeOutcome` refuses such an outcome before.
 */
export const applyOutcome = (lead: Worked, outcome: Outcome, owner: Owner, agreement: Agreement, now: string): Lead => {
  switch (outcome.kind) {
    case "sales-qualified":
    case "opportunity":
      return goForward(lead, outcome.kind, owner, agreement, now);
    case "won":
      return moveTo(
        "won",
        lead,
        { ...closedBy(lead), amount: outcome.amount, currency: outcome.currency },
        { because: "won", now, agreement },
      );
    case "lost":
      return moveTo("lost", lead, { ...closedBy(lead), reason: outcome.reason }, { because: "lost", now, agreement });
    case "recycled":
      return recycle(lead, `recycled:${outcome.reason}`, agreement, now);
    default:
      return assertNever(outcome);
  }
};

/** When the owner is asked next about the deal. */
export const askedAgainAt = (owner: Owner, agreement: Agreement, now: string): string =>
  addDuration(now, agreement.terms.sla.sales.askOutcomeAfter, calendarOfOwner(owner, agreement));

/** The journey is due when there is something to ask or to notify. */
export const nextLookAt = ({ askAt, limitAt, limitTold }: Pick<Worked, "askAt" | "limitAt" | "limitTold">): string =>
  limitTold || askAt < limitAt ? askAt : limitAt;

/** Each stage has a limit of its own. */
const goForward = (
  lead: Worked,
  stage: "sales-qualified" | "opportunity",
  owner: Owner,
  agreement: Agreement,
  now: string,
): Worked => {
  const askAt = askedAgainAt(owner, agreement, now);
  const times = { askAt, limitAt: dueInStage(stage, agreement, now), limitTold: false };
  const { followUp, acceptedAt } = lead;
  const facts = { followUp, acceptedAt, asked: 0, ...times, nextDueAt: nextLookAt(times) };
  return moveTo(stage, lead, facts, { because: stage, now, agreement });
};

const closedBy = ({ followUp, acceptedAt }: Worked) => ({
  ownerId: followUp.ownerId,
  firstAssignedAt: followUp.firstAssignedAt ?? followUp.assignedAt,
  acceptedAt,
});

/** Applies a correction; a deal that stays won, or lost, keeps its first time. */
export const correctOutcome = (lead: Ended, outcome: Outcome, now: string): Ended => {
  const { ownerId, firstAssignedAt, acceptedAt } = lead;
  const closed = { ownerId, firstAssignedAt, acceptedAt };
  const move = { because: "corrected", now: outcome.kind === lead.stage ? lead.stageSince : now };
  switch (outcome.kind) {
    case "won":
      return moveTo("won", lead, { ...closed, amount: outcome.amount, currency: outcome.currency }, move);
    case "lost":
      return moveTo("lost", lead, { ...closed, reason: outcome.reason }, move);
    case "sales-qualified":
    case "opportunity":
    case "recycled":
      throw new Error(`a deal that is over cannot be corrected to ${outcome.kind}`);
    default:
      return assertNever(outcome);
  }
};

/** What an accepted lead is due for: asking its owner, or notifying that the stage's limit has passed. */
export const whatIsDue = ({ askAt, limitAt, limitTold }: Worked, now: string) => ({
  ask: now >= askAt,
  limit: now >= limitAt && !limitTold,
});

/** The owner has been asked once more; their calendar says when next. */
export const askedOnce = (lead: Worked, owner: Owner, agreement: Agreement, now: string): Worked => ({
  ...lead,
  asked: lead.asked + 1,
  askAt: askedAgainAt(owner, agreement, now),
});
