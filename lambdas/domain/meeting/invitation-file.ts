import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventRepeatingFreq,
  ICalEventStatus,
} from "ical-generator";
import type { Agreement } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import { clocksAt } from "../working-time/zone.ts";
import type { Invitation } from "./invitation.ts";
import type { Reader } from "./readers.ts";
import { zoneComponent } from "./zone-rules.ts";

export interface InvitationFile {
  readonly invitation: Invitation;
  readonly method: "REQUEST" | "CANCEL";
  /** Whom it is sent to. */
  readonly reader: Reader;
  readonly attendees: readonly Reader[];
  readonly agreement: Agreement;
  readonly boardUrl: string;
}

const minutesOfMeeting = 60;

const words = {
  es: {
    summary: "Reunión semanal de marketing y ventas",
    description: (board: string) =>
      `Cifras, incumplimientos, rechazos, propuestas y victorias: el dossier llega por correo antes de cada reunión y está en el tablero: ${board}`,
  },
  en: {
    summary: "Weekly meeting of marketing and sales",
    description: (board: string) =>
      `Figures, broken promises, rejections, proposals and wins: the pack comes by mail before each meeting and is on the board: ${board}`,
  },
} as const satisfies Record<Language, unknown>;

export const summaryOfMeeting = (language: Language): string => words[language].summary;

/**
 * The meeting as a calendar knows it (RFC 5545): every week at the same clock time of the agreement's zone, whatever the
 * clocks do. A later `sequence` of the same `uid` takes the place of the earlier one.
 */
export const invitationFile = (file: InvitationFile): string => {
  const { invitation, method, reader, agreement, boardUrl } = file;
  const { uid, sequence, start, changedAt, timeZone } = invitation;
  const { name, sender } = agreement.terms.company;
  const say = words[reader.language];
  const begins = Date.parse(start);
  const calendar = ical({
    prodId: { company: name, product: "Smarketing", language: reader.language.toUpperCase() },
    method: ICalCalendarMethod[method],
    timezone: { name: timeZone, generator: (zone) => zoneComponent(zone, start) },
    events: [
      {
        id: uid,
        sequence,
        stamp: new Date(changedAt),
        timezone: timeZone,
        start: clockTime(begins, timeZone),
        end: clockTime(begins + minutesOfMeeting * 60_000, timeZone),
        repeating: { freq: ICalEventRepeatingFreq.WEEKLY },
        status: method === "CANCEL" ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
        summary: say.summary,
        description: say.description(boardUrl),
        url: boardUrl,
        organizer: { name: sender.name, email: sender.email },
        attendees: (method === "CANCEL" ? [reader] : file.attendees).map((attendee) => ({
          name: attendee.name,
          email: attendee.email,
          rsvp: true,
          type: ICalAttendeeType.INDIVIDUAL,
          role: ICalAttendeeRole.REQ,
          status: ICalAttendeeStatus.NEEDSACTION,
        })),
      },
    ],
  });
  return `${calendar.toString()}\r\n`;
};

/** The library writes the clock time of the machine: a date on whose clock the zone's time stands. */
const clockTime = (instant: number, zone: string): Date => {
  const clocks = new Date(clocksAt(instant, zone));
  return new Date(
    clocks.getUTCFullYear(),
    clocks.getUTCMonth(),
    clocks.getUTCDate(),
    clocks.getUTCHours(),
    clocks.getUTCMinutes(),
  );
};
