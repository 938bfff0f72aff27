import * as z from "zod/mini";
import type { Agreement } from "../../contract/agreement.ts";
import { droppable } from "../../contract/start-light.ts";
import { nextMeeting } from "./meeting-week.ts";

/** The invitation as last sent. */
export const InvitationSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    /** Never changes: calendars find by it what to update. */
    uid: z.string(),
    /** Raised with each change (RFC 5545). */
    sequence: z.int(),
    /** The first meeting by these terms. */
    start: z.string(),
    changedAt: z.string(),
    day: z.string(),
    time: z.string(),
    timeZone: z.string(),
    attendees: z.array(z.string()),
    /** Who is invited for the first time by this change: they are not told of a change. */
    added: z._default(z.array(z.string()), []),
    /** Who is no longer invited after this change. */
    cancelled: z.array(z.string()),
  }),
);
export type Invitation = z.infer<typeof InvitationSchema>;

/** The invitation by the present agreement; the last one itself when nothing has changed. */
export const invitationNow = (last: Invitation | undefined, agreement: Agreement, now: string): Invitation => {
  const { weeklyMeeting, company } = agreement.terms;
  const { day, time } = weeklyMeeting;
  const attendees = [...new Set(weeklyMeeting.attendees.map((email) => email.toLowerCase()))].sort();
  const terms = { day, time, timeZone: company.timeZone, attendees };
  if (last !== undefined && isSame(last, terms)) return last;
  const movesOn = last === undefined || last.day !== day || last.time !== time || last.timeZone !== terms.timeZone;
  return {
    uid: last?.uid ?? `weekly-meeting@${domainOf(company.sender.email)}`,
    sequence: last === undefined ? 0 : last.sequence + 1,
    // A change of attendees does not change when the series began.
    start: movesOn ? nextMeeting(now, agreement).at : last.start,
    changedAt: now,
    ...terms,
    added: attendees.filter((email) => !(last?.attendees ?? []).includes(email)),
    cancelled: (last?.attendees ?? []).filter((email) => !attendees.includes(email)),
  };
};

const isSame = (last: Invitation, terms: Pick<Invitation, "day" | "time" | "timeZone" | "attendees">): boolean =>
  last.day === terms.day &&
  last.time === terms.time &&
  last.timeZone === terms.timeZone &&
  last.attendees.join() === terms.attendees.join();

const domainOf = (email: string): string => email.slice(email.indexOf("@") + 1);
