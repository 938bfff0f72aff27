import type { Agreement, Colleague } from "../../contract/agreement.ts";
import type { Refusal } from "../../contract/mail.ts";
import type { Lead, RefusedHandOff, Unanswered } from "../lead/lead.ts";
import { directorFor, type Owner, superiorOf } from "../team/owner.ts";

type Addressed = Pick<Colleague, "id" | "email">;

/** The mails that told this turn's owner of the lead, and that the mail service refused for good. */
const refusedInTurn = ({ refusedHandOffs = [], cycle, followUp }: Unanswered): readonly RefusedHandOff[] =>
  refusedHandOffs.filter((each) => each.cycle === cycle && each.turn === followUp.turn);

/**
 * The name of the hand-off's mail: each turn has its own, since a lead may come back to a former owner, and so has each
 * address that the owner is tried at.
 */
export const handOffStep = (lead: Unanswered): string => {
  const { ownerId, turn } = lead.followUp;
  const tried = refusedInTurn(lead).length;
  return tried === 0 ? `${ownerId}.${turn}` : `${ownerId}.${turn}-${tried + 1}`;
};

/** The id of the owner whom the mail of this name was for. */
export const ownerOfStep = (step: string): string => step.slice(0, step.lastIndexOf("."));

/** The mail is noted as refused: its owner does not know of the lead, and no clock runs. */
export const noteRefusal = (lead: Unanswered, owner: Addressed, refusal: Refusal, at: string): RefusedHandOff[] => [
  ...(lead.refusedHandOffs ?? []),
  { cycle: lead.cycle, turn: lead.followUp.turn, ownerId: owner.id, email: owner.email, refusal, at },
];

/**
 * The refusal of this turn's hand-off, as long as it stands: a refused recipient until they have another address, a
 * refused text until somebody else gets the lead.
 */
export const refusalOf = (lead: Lead, owner: Addressed): RefusedHandOff | undefined =>
  lead.stage === "assigned"
    ? refusedInTurn(lead).find(({ refusal, email }) => refusal === "content" || email === owner.email)
    : undefined;

/** Mails about this lead do not reach this colleague at the address that they have now. */
export const isUnreachable = ({ refusedHandOffs = [] }: Pick<Lead, "refusedHandOffs">, { id, email }: Addressed) =>
  refusedHandOffs.some((each) => each.refusal === "recipient" && each.ownerId === id && each.email === email);

/** The first of them whom mails about this lead reach: the colleague, their superior, the director. */
export const reachableFrom = (lead: Lead, colleague: Owner, agreement: Agreement): Owner | undefined =>
  [colleague, superiorOf(colleague, agreement), directorFor(colleague, agreement)].find(
    (each) => !isUnreachable(lead, each),
  );

/**
 * What is known of the mail that tells the owner of the lead, while it is not known to have gone; `undefined` when it is,
 * or is about to go. Until then no clock runs.
 */
export const handOffMailOf = (lead: Lead): "unconfirmed" | "refused" | undefined => {
  if (lead.stage !== "assigned") return undefined;
  return refusedInTurn(lead).length > 0 ? "refused" : lead.handOffMail;
};
