import type { Agreement, Content, ToldVerdict } from "../../contract/agreement.ts";
import { assertNever } from "../assert-never.ts";
import type { Lead, UntoldForm } from "../lead/lead.ts";
import { dayMillis } from "../working-time/zone.ts";
import { requestedOf } from "./requested.ts";

/** What really happens to a form, by the gate's verdict. `by`: the agreed time, as an instant. */
export type Told =
  | { readonly is: "call" | "write"; readonly by: string }
  | { readonly is: "waits" | "passedOn" | "notYet" | "notForUs" };

/** The mail that tells the sender of a form: what will happen, and with it what was asked for. */
export interface Telling {
  readonly form: UntoldForm;
  readonly told: Told;
  readonly content: readonly Content[];
}

/** A mail that may have gone to the lead. */
export interface GoneMail {
  readonly purpose: string;
  readonly step: string;
  readonly at: string;
}

/** After two weeks nobody expects an answer to a form by machine. */
const expectedForDays = 14;

/**
 * What the lead's sender is to be told now; `undefined`: nothing, or nothing any more, or nothing yet.
 * @param mails those that may have gone to the lead, in all its cycles
 */
export const tellingNow = (
  lead: Lead,
  mails: readonly GoneMail[],
  { terms }: Pick<Agreement, "terms">,
  now: string,
): Telling | undefined => {
  const { untold: form, undeliverable, unsubscribedAt = "" } = lead;
  if (form === undefined || form.held === true || isTold(lead, mails)) return undefined;
  if (undeliverable !== undefined || unsubscribedAt >= form.at) return undefined;
  if (form.at < new Date(Date.parse(now) - expectedForDays * dayMillis).toISOString()) return undefined;
  const told = form.kinds.includes(meetingBooked) ? toldOfMeeting(lead, now) : toldOf(lead, now);
  if (told === undefined || !(terms.acknowledgement?.after ?? []).includes(verdictOf(told))) return undefined;
  return { form, told, content: requestedOf(form.kinds, terms).content };
};

/** The clocks of two functions may differ by so much: the mail may bear a time just before that of its form. */
const skewMillis = 60_000;

/** A mail that asks for consent tells, too, of the forms that had come by then. */
export const isTold = ({ untold, consents }: Lead, mails: readonly GoneMail[]): boolean => {
  if (untold === undefined) return false;
  const since = Date.parse(untold.at) - skewMillis;
  return mails.some(({ purpose, step, at }) => {
    if (purpose === "acknowledgement") return step === untold.submissionId;
    return purpose === "confirm-consent" && Date.parse(at) >= since && consents.some((consent) => consent.at === step);
  });
};

/** The lead once its sender was told. */
export const afterTelling = (lead: Lead, terms: Agreement["terms"]): Pick<Lead, "untold" | "sentOnRequest"> => {
  const sent = requestedOf(lead.untold?.kinds ?? [], terms).content.map(({ id }) => id);
  const all = [...new Set([...(lead.sentOnRequest ?? []), ...sent])];
  return { untold: undefined, ...(all.length > 0 && { sentOnRequest: all }) };
};

/** The form was a meeting that its sender has booked with us. */
const meetingBooked = "meeting-booked";

/** Who has booked a meeting has a time: no other is promised, and nothing is said that the meeting would contradict. */
const toldOfMeeting = (lead: Lead, now: string): Told | undefined => {
  const told = toldOf(lead, now);
  return told === undefined || told.is === "notYet" || told.is === "notForUs" ? undefined : { is: "passedOn" };
};

const toldOf = (lead: Lead, now: string): Told | undefined => {
  switch (lead.stage) {
    case "captured":
    // The owner's mail is on its way; what is promised stands once it went.
    case "assigned":
    case "dormant":
      return undefined;
    case "nurturing":
      return { is: "notYet" };
    case "qualified":
      return lead.waiting === undefined ? undefined : { is: "waits" };
    case "handed-off": {
      const { dueAt: by } = lead.followUp;
      if (by <= now) return { is: "waits" };
      return { is: lead.contact.phone === undefined ? "write" : "call", by };
    }
    case "accepted":
    case "sales-qualified":
    case "opportunity":
    case "won":
    case "lost":
      return { is: "passedOn" };
    case "disqualified":
      // By the gate alone: why sales turned somebody down is between the teams.
      return lead.because.startsWith("gate-") ? { is: "notForUs" } : undefined;
    default:
      return assertNever(lead);
  }
};

const verdictOf = ({ is }: Told): ToldVerdict => {
  if (is === "notYet") return "not-yet";
  return is === "notForUs" ? "disqualified" : "qualified";
};
