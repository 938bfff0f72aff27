import type { Agreement } from "../../contract/agreement.ts";
import type { Unanswered } from "../lead/lead.ts";
import type { Owner } from "../team/owner.ts";
import { elapsedMillis } from "../working-time/duration.ts";
import { shorten } from "./plan-follow-up.ts";

/** A form whose sender has confirmed by its own link that they are the lead. */
export interface ConfirmedForm {
  readonly submissionId: string;
  readonly at: string;
  /** The kinds of engagement that it is. */
  readonly kinds: readonly string[];
}

/** What the form asked for that must not wait, while the agreed time for it runs. */
export const fastLaneWish = ({ kinds, at }: ConfirmedForm, { terms }: Agreement, now: string): string | undefined =>
  terms.gate.fastLane.find(
    ({ kind, within }) => kinds.includes(kind) && Date.parse(now) - Date.parse(at) <= elapsedMillis(within),
  )?.kind;

/**
 * The lead asks for something that must not wait, and nobody has answered it yet: from now on its owner has the time that is
 * agreed for that. The same lead when that is not sooner than they must answer anyhow: a clock is never made longer.
 */
export const withShorterClock = (
  lead: Unanswered,
  form: ConfirmedForm,
  owner: Owner,
  agreement: Agreement,
  now: string,
): Unanswered => {
  if (fastLaneWish(form, agreement, now) === undefined) return lead;
  const followUp = shorten(lead.followUp, owner, agreement, now);
  if (followUp === undefined) return lead;
  const isDueLater = lead.nextDueAt > followUp.reminderAt;
  const nextDueAt = isDueLater ? followUp.reminderAt : lead.nextDueAt;
  return { ...lead, lane: "fast", followUp, nextDueAt, hurried: { submissionId: form.submissionId, at: now } };
};
