import type { Agreement, Content } from "../../contract/agreement.ts";
import type { LeadIn } from "../lead/lead.ts";
import { onDay } from "../score/fact.ts";
import { addDuration, calendarOf } from "../working-time/calendar.ts";
import { chooseContent } from "./choose-content.ts";
import { mayMail } from "./may-mail.ts";
import { type Asked, type Question, questionFor } from "./question.ts";
import { requestedOf } from "./requested.ts";
import { nextSendingTime } from "./sending-hours.ts";
import { type GoneMail, type Telling, tellingNow } from "./telling.ts";

/** A piece of content that the lead was sent, in this cycle or an earlier one. */
export interface Touch {
  readonly content: string;
  readonly cycle: number;
  readonly at: string;
}

/** A lead in the nurture programme, with everything that it was ever sent and has read. */
export interface Nurtured extends Asked {
  readonly lead: LeadIn<"nurturing">;
  readonly touches: readonly Touch[];
  /** Ids of the content that the lead has read. */
  readonly read: readonly string[];
  /** Mails about its forms that may have gone, in all cycles. */
  readonly mails?: readonly GoneMail[];
  /** When the lead last did something. */
  readonly lastAt?: string | undefined;
}

export type NurturePlan =
  | { readonly next: "send"; readonly content: Content }
  /** Ask for the confirmation now, at any hour: the person has just sent a form. */
  | ({ readonly next: "confirm" } & Question)
  /** Tell the sender of a form what will happen now, at any hour, and send what it asked for. */
  | { readonly next: "acknowledge"; readonly telling: Telling }
  /** `until` is always later than now. */
  | { readonly next: "wait"; readonly until: string }
  /** Its cool-down is over: what it did meanwhile may be enough for the gate. */
  | { readonly next: "judge" }
  | { readonly next: "park" };

/**
 * What the programme does now: asks for a confirmation that is still open, once, as soon as it may; tells the sender of a
 * form what will happen, unless that mail has; sends the next piece at the agreed
 * cadence and in the hours agreed, no piece ever twice; when nothing is left to send and the lead stays silent for the
 * agreed time, it is parked. A lead that sales returned is sent nothing until its cool-down is over; the gate judges it
 * again then.
 */
export const planNurture = (nurtured: Nurtured, agreement: Agreement, now: string): NurturePlan => {
  const { lead } = nurtured;
  const { question, from: askFrom } = questionFor(lead, nurtured, agreement, now) ?? {};
  if (question !== undefined && askFrom === now) return { next: "confirm", ...question };
  const telling = tellingNow(lead, nurtured.mails ?? [], agreement, now);
  if (telling !== undefined) return { next: "acknowledge", telling };
  // Parking would end its cool-down: its next engagement would start a new cycle.
  const { coolUntil } = lead.recycled ?? {};
  if (coolUntil !== undefined && coolUntil > now) return { next: "wait", until: earlier(coolUntil, askFrom) };
  if (coolUntil !== undefined && (lead.judgedAt ?? "") < coolUntil) return { next: "judge" };
  const content = nextContent(nurtured, agreement, now);
  const dueAt =
    content === undefined
      ? dormantAt(nurtured, agreement, now)
      : nextSendingTime(touchDueAt(nurtured, agreement, now), lead, agreement);
  if (dueAt > now) return { next: "wait", until: earlier(dueAt, askFrom) };
  return content === undefined ? { next: "park" } : { next: "send", content };
};

const earlier = (one: string, other = one): string => (other < one ? other : one);

const nextContent = ({ lead, touches, read }: Nurtured, agreement: Agreement, now: string): Content | undefined => {
  const sentInCycle = touches.filter(({ cycle }) => cycle === lead.cycle).length;
  if (
    lead.wokenBy !== undefined ||
    mayMail(lead, agreement) !== "yes" ||
    sentInCycle >= agreement.terms.nurture.mostTouches
  )
    return undefined;
  const asked = requestedOf(lead.untold?.kinds ?? [], agreement.terms).content.map(({ id }) => id);
  const known = [...touches.map(({ content }) => content), ...read, ...(lead.sentOnRequest ?? []), ...asked];
  return chooseContent(onDay(lead, now), new Set(known), agreement);
};

/**
 * Not before now. The first touch is due at once; the cadence is kept from cycle to cycle, because it is the same
 * person's inbox.
 */
const touchDueAt = ({ touches, mails = [] }: Nurtured, agreement: Agreement, now: string): string => {
  const told = mails.filter(({ purpose }) => purpose === "acknowledgement");
  const last = latest([...touches, ...told].map(({ at }) => at));
  if (last === undefined) return now;
  const dueAt = addDuration(last, agreement.terms.nurture.cadence, calendarOf(agreement));
  return dueAt > now ? dueAt : now;
};

/** A lead that has unsubscribed, or cannot be reached, is parked at once: its next engagement starts a new cycle. */
const dormantAt = ({ lead, touches, lastAt }: Nurtured, agreement: Agreement, now: string): string => {
  const ended = lead.unsubscribedAt !== undefined || lead.undeliverable !== undefined;
  if (ended && mayMail(lead, agreement) === "no") return now;
  const signs = [lead.stageSince, ...touches.map(({ at }) => at), ...(lastAt === undefined ? [] : [lastAt])];
  // An event dated in the future does not count yet: it would postpone the end again and again.
  const silentSince = latest(signs.filter((at) => at <= now)) ?? lead.stageSince;
  return addDuration(silentSince, agreement.terms.nurture.dormantAfter, calendarOf(agreement));
};

/** The programme's progress, as the lead shows it. */
export const programmeOf = ({ lead, touches }: Nurtured): LeadIn<"nurturing">["nurture"] => {
  const ofCycle = touches.filter(({ cycle }) => cycle === lead.cycle);
  const lastAt = latest(ofCycle.map(({ at }) => at));
  return lastAt === undefined ? undefined : { touches: ofCycle.length, lastAt };
};

/** Instants sort as text. */
const latest = (instants: readonly string[]): string | undefined => [...instants].sort().at(-1);
