import type { Agreement } from "../../contract/agreement.ts";
import type { Lead } from "../lead/lead.ts";
import { dayMillis } from "../working-time/zone.ts";
import { type Ask, askableFrom, askName } from "./asked-address.ts";
import { mayMail } from "./may-mail.ts";
import { consentToConfirm, standingConsents } from "./standing-consents.ts";

/** What one mail asks the owner of an address to confirm: a form, or the consent that is named by when it was given. */
export type Question = { readonly submissionId: string } | { readonly consentAt: string };

/** The step of the mail that asks it. */
export const stepOf = (question: Question): string =>
  "consentAt" in question ? question.consentAt : question.submissionId;

/** What is known of the questions that were asked. */
export interface Asked {
  /** Steps of the mails that have asked this lead. */
  readonly asked: readonly string[];
  /** All that the lead's mailbox was ever asked to confirm, as whatever lead. */
  readonly asksOfMailbox?: readonly Ask[] | undefined;
}

/** A question, and from when on it may be asked. */
export interface Askable {
  readonly question: Question;
  readonly from: string;
}

/** A person who wrote or agreed longer ago no longer expects the question, and would take it for advertising. */
const askedForDays = 14;

/**
 * What is still to be asked: first the newest form that may not be the lead's, since what it asks for waits for the answer,
 * and confirming it confirms its consent; else the consent that is open. `undefined`: nothing, or nothing any more.
 */
export const questionFor = (lead: Lead, asked: Asked, agreement: Agreement, now: string): Askable | undefined => {
  if (lead.undeliverable !== undefined) return undefined;
  const { question, at } = formToAsk(lead, asked) ?? consentToAsk(lead, asked, agreement) ?? {};
  if (question === undefined || at === undefined) return undefined;
  const from = askableFrom(asked.asksOfMailbox ?? [], askName(lead.leadId, lead.cycle, stepOf(question)), now);
  if (from === undefined || at < new Date(Date.parse(from) - askedForDays * dayMillis).toISOString()) return undefined;
  // During the cool-down only a form that it has sent since is answered.
  const { coolUntil, at: restsSince } = lead.recycled ?? {};
  const rests =
    coolUntil !== undefined && restsSince !== undefined && now < coolUntil && firstAt(lead, question) < restsSince;
  return rests ? undefined : { question, from };
};

const formToAsk = ({ unconfirmedForms = [] }: Lead, { asked }: Asked) => {
  const form = unconfirmedForms.at(-1);
  if (form === undefined || asked.includes(form.submissionId)) return undefined;
  return { question: { submissionId: form.submissionId }, at: form.at };
};

/** Dated by the newest consent: who has agreed again expects the question. */
const consentToAsk = (lead: Lead, { asked }: Asked, agreement: Agreement) => {
  if (mayMail(lead, agreement) !== "unconfirmed") return undefined;
  const consent = consentToConfirm(lead, agreement);
  if (consent === undefined || asked.includes(consent.at)) return undefined;
  const newest = standingConsents(lead, agreement)
    .map(({ at }) => at)
    .sort()
    .at(-1);
  return { question: { consentAt: consent.at }, at: newest ?? consent.at };
};

const firstAt = ({ unconfirmedForms = [] }: Lead, question: Question): string =>
  "consentAt" in question
    ? question.consentAt
    : (unconfirmedForms.find(({ submissionId }) => submissionId === question.submissionId)?.at ?? "");
