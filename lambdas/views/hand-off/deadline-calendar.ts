import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventClass, ICalEventTransparency } from "ical-generator";
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
const alarmSeconds = 3600;

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
 * A calendar file (RFC 5545; its form is the library's, which adds 36 kB to the function) with the deadline: a quarter
 * of an hour that ends with it and takes up no time, with an alarm an hour before. Private: others who see the rep's
 * calendar see neither the lead nor the link. The same hand-off always has the same UID, so that a file opened twice
 * makes one event.
 */
export const deadlineFile = ({ lead, language, agreement, when, page, now }: Deadline): Attachment => {
  const { leadId, cycle, followUp } = lead;
  const { name, sender } = agreement.terms.company;
  const say = words[language];
  const due = Date.parse(followUp.dueAt);
  const start = Math.max(due - eventMillis, Date.parse(followUp.assignedAt));
  const hasTimeToRing = start - alarmSeconds * 1000 > Date.parse(now);
  const calendar = ical({
    prodId: { company: name, product: "Smarketing", language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    events: [
      {
        id: `${leadId}.${cycle}.${followUp.turn}@${sender.email.slice(sender.email.indexOf("@") + 1)}`,
        // Each time that the deadline is put off, a new file takes the place of the one before (RFC 5545).
        sequence: followUp.snoozes + followUp.extensions,
        stamp: new Date(now),
        start: new Date(start),
        end: new Date(due),
        summary: say.summary(nameOf(lead)),
        description: say.description(when, page),
        url: page,
        class: ICalEventClass.PRIVATE,
        transparency: ICalEventTransparency.TRANSPARENT,
        alarms: hasTimeToRing
          ? [{ type: ICalAlarmType.display, trigger: alarmSeconds, description: say.summary(nameOf(lead)) }]
          : [],
      },
    ],
  });
  return {
    name: say.file,
    type: "text/calendar; charset=utf-8; method=PUBLISH",
    content: `${calendar.toString()}\r\n`,
  };
};
