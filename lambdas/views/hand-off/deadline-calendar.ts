import type { Agreement } from "../../contract/agreement.ts";
import type { Attachment } from "../../contract/mail.ts";
import type { Language } from "../../contract/stages.ts";
import type { Unanswered } from "../../domain/lead/lead.ts";
import { nameOf } from "../page/lead-facts.ts";

export interface Deadline {
  readonly lead: Unanswered;
  readonly language: Language;
  readonly agreement: Agreement;
  /** The deadline in words, by the reader's clocks. */
  readonly when: string;
  /** The answer link: for the mail's reader only, as the mail itself. */
  readonly page: string;
  readonly now: string;
}

/** The event covers the last minutes before the deadline. */
const eventMillis = 15 * 60_000;
const alarmHours = 1;

const words = {
  es: {
    file: "plazo.ics",
    summary: (who: string) => `Responder sobre ${who}`,
    description: (when: string, page: string) => `El plazo vence: ${when}\nResponde aquí: ${page}`,
  },
  en: {
    file: "deadline.ics",
    summary: (who: string) => `Answer the hand-off: ${who}`,
    description: (when: string, page: string) => `Deadline: ${when}\nAnswer here: ${page}`,
  },
} as const;

export const deadlineFileName = (language: Language): string => words[language].file;

/**
 * A calendar file (RFC 5545; one event in UTC needs no library, which would add 36 kB to the function) with the deadline:
 * a quarter of an hour that ends with it and takes up no time, with an alarm an hour before. Private: others who see the
 * rep's calendar see neither the lead nor the link. The same hand-off always has the same UID, so that a file opened
 * twice makes one event.
 */
export const deadlineFile = ({ lead, language, agreement, when, page, now }: Deadline): Attachment => {
  const { leadId, cycle, followUp } = lead;
  const { name, sender } = agreement.terms.company;
  const say = words[language];
  const due = Date.parse(followUp.dueAt);
  const start = Math.max(due - eventMillis, Date.parse(followUp.assignedAt));
  const hasTimeToRing = start - alarmHours * 3_600_000 > Date.parse(now);
  const summary = text(say.summary(nameOf(lead)));
  const alarm = ["BEGIN:VALARM", "ACTION:DISPLAY", `TRIGGER:-PT${alarmHours}H`, `DESCRIPTION:${summary}`, "END:VALARM"];
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//${text(name)}//Smarketing//${language.toUpperCase()}`,
    "METHOD:PUBLISH",
    "BEGIN:VEVENT",
    `UID:${leadId}.${cycle}.${followUp.turn}@${sender.email.slice(sender.email.indexOf("@") + 1)}`,
    // Each time that the deadline is moved, a new file takes the place of the one before (RFC 5545).
    `SEQUENCE:${followUp.snoozes + followUp.extensions + (followUp.shortened ?? 0)}`,
    `DTSTAMP:${inUtc(Date.parse(now))}`,
    `DTSTART:${inUtc(start)}`,
    `DTEND:${inUtc(due)}`,
    `SUMMARY:${summary}`,
    `DESCRIPTION:${text(say.description(when, page))}`,
    `URL;VALUE=URI:${page}`,
    "CLASS:PRIVATE",
    "TRANSP:TRANSPARENT",
    ...(hasTimeToRing ? alarm : []),
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return {
    name: say.file,
    type: "text/calendar; charset=utf-8; method=PUBLISH",
    content: lines.map((line) => `${folded(line)}\r\n`).join(""),
  };
};

/** `20260312T093000Z` */
const inUtc = (instant: number): string => `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

/** Value of the type TEXT: its own marks are escaped, and control characters, which it must not have, are left out. */
const text = (value: string): string =>
  value
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\r\n?|\n/g, "\\n")
    .replace(/(?!\t)\p{Cc}/gu, "");

const mostOctets = 75;
const utf8 = new TextEncoder();

/** In lines of at most 75 octets, none of which breaks a character; what goes on begins with a space. */
const folded = (line: string): string => {
  let [whole, octets] = ["", 0];
  for (const character of line) {
    const more = utf8.encode(character).length;
    const fold = octets + more > mostOctets ? "\r\n " : "";
    octets = (fold === "" ? octets : 1) + more;
    whole += fold + character;
  }
  return whole;
};
