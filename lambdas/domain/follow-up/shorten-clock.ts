import type { Agreement } from "../../contract/agreement.ts";
import type { Unanswered } from "../lead/lead.ts";
import type { Owner } from "../team/owner.ts";
import { elapsedMillis } from "../working-time/duration.ts";
import { shorten, shortenAsAgreed } from "./plan-follow-up.ts";

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
  return { ...withClock(lead, followUp), lane: "fast", hurried: { submissionId: form.submissionId, at: now } };
};

/** A new agreement promises leads an earlier call: so does this lead's clock from now on. `undefined` when it stays. */
export const withKinderClock = <L extends Unanswered>(
  lead: L,
  owner: Owner,
  agreement: Agreement,
  now: string,
): L | undefined => {
  const followUp = shortenAsAgreed(lead, owner, agreement, now);
  return followUp && withClock(lead, followUp);
};

const withClock = <L extends Unanswered>(lead: L, followUp: Unanswered["followUp"]): L => {
  const isDueLater = lead.nextDueAt > followUp.reminderAt;
  const nextDueAt = isDueLater ? followUp.reminderAt : lead.nextDueAt;
  return { ...lead, followUp, nextDueAt };
};
