import ical, {
  ICalAlarmType,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventRepeatingFreq,
  ICalEventStatus,
} from "ical-generator";
import { fromEpochMilliseconds, toZonedDateTimeISO } from "temporal-polyfill/fns/Instant";
import { getTimeZoneTransition, offsetNanoseconds } from "temporal-polyfill/fns/ZonedDateTime";
import type { Agreement } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import type { Invitation } from "../../domain/meeting/invitation.ts";
import type { Reader } from "../../domain/meeting/readers.ts";
import { clocksAt, dayMillis } from "../../domain/working-time/zone.ts";

export interface InvitationFile {
  readonly invitation: Invitation;
  readonly method: "REQUEST" | "CANCEL";
  /** The recipients. */
  readonly reader: Reader;
  readonly attendees: readonly Reader[];
  readonly agreement: Agreement;
  readonly boardUrl: string;
}

const minutesOfMeeting = 60;
/** Time to find the pack and the room. */
const alarmSeconds = 15 * 60;

const words = {
  es: {
    summary: "Reunión semanal de marketing y ventas",
    description: (board: string) =>
      `Cifras, plazos incumplidos, rechazos y ventas ganadas de la semana anterior (de lunes a domingo), y propuestas: el dossier llega por correo antes de cada reunión y está en el tablero: ${board}`,
  },
  en: {
    summary: "Weekly marketing and sales meeting",
    description: (board: string) =>
      `Figures, missed deadlines, rejections and wins of the week before (Monday to Sunday), and proposals: the pack arrives by e-mail before each meeting and is on the board: ${board}`,
  },
} as const satisfies Record<Language, unknown>;

export const summaryOfMeeting = (language: Language): string => words[language].summary;

/**
 * The meeting as a calendar knows it (RFC 5545): every week at the same clock time of the agreement's zone, whatever
 * the clocks do. A later `sequence` of the same `uid` takes the place of the earlier one.
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
        alarms:
          method === "CANCEL" ? [] : [{ type: ICalAlarmType.display, trigger: alarmSeconds, description: say.summary }],
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
  return `${withStamp(calendar.toString(), changedAt)}\r\n`;
};

/** RFC 5545 wants DTSTAMP in UTC; the library writes that of an event with a zone as a clock time without one. */
const withStamp = (text: string, at: string): string =>
  text.replace(/^DTSTAMP:.*$/m, `DTSTAMP:${clocksOf(Date.parse(at))}Z`);

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

/** One change of a zone's clocks: the old and the new offset from UTC, in milliseconds. */
interface ClockChange {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

const yearMillis = 366 * dayMillis;
/** A rule is recognised from this many years, and this many are listed where there is none. */
const yearsLookedAt = 6;

/**
 * A zone's clocks as RFC 5545 wants them (VTIMEZONE), good for whatever happens from this instant on: a yearly rule for
 * each change, such as the last Sunday of March, or the changes one by one where no rule is to be seen.
 */
const zoneComponent = (zone: string, from: string): string => {
  const changes = changesOf(zone, Date.parse(from));
  const parts =
    changes.length === 0
      ? observance("STANDARD", { at: Date.parse(from), ...still(zone, Date.parse(from)) }, "")
      : [Math.max, Math.min].flatMap((pick) => {
          const to = pick(...changes.map((change) => change.to));
          const own = changes.filter((change) => change.to === to);
          return own[0] === undefined
            ? []
            : observance(pick === Math.max && hasTwo(changes) ? "DAYLIGHT" : "STANDARD", own[0], ruleOf(own));
        });
  return ["BEGIN:VTIMEZONE", `TZID:${zone}`, ...parts, "END:VTIMEZONE"].join("\r\n");
};

const hasTwo = (changes: readonly ClockChange[]): boolean => new Set(changes.map(({ to }) => to)).size > 1;

/** From a year before, so that the offset at that instant is included. */
const changesOf = (zone: string, from: number): ClockChange[] => {
  const found: ClockChange[] = [];
  let at = from - yearMillis;
  while (at < from + yearsLookedAt * yearMillis) {
    const next = getTimeZoneTransition(zoned(at, zone), "next")?.epochNanoseconds;
    if (next === undefined) break;
    const change = Number(next / 1_000_000n);
    if (change >= from + yearsLookedAt * yearMillis) break;
    found.push({ at: change, from: offsetAt(change - 1, zone), to: offsetAt(change, zone) });
    at = change;
  }
  return found;
};

const zoned = (instant: number, zone: string) => toZonedDateTimeISO(fromEpochMilliseconds(instant), zone);
const offsetAt = (instant: number, zone: string): number => offsetNanoseconds(zoned(instant, zone)) / 1_000_000;
const still = (zone: string, at: number) => ({ from: offsetAt(at, zone), to: offsetAt(at, zone) });

const observance = (name: "DAYLIGHT" | "STANDARD", { at, from, to }: ClockChange, rule: string): string[] => [
  `BEGIN:${name}`,
  `DTSTART:${clocksOf(at + from)}`,
  `TZOFFSETFROM:${sayOffset(from)}`,
  `TZOFFSETTO:${sayOffset(to)}`,
  ...(rule === "" ? [] : [rule]),
  `END:${name}`,
];

const weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

/** The yearly rule by which the clocks change to this offset; the days themselves when they follow none. */
const ruleOf = (changes: readonly ClockChange[]): string => {
  const days = changes.map(({ at, from }) => new Date(at + from));
  const months = new Set(days.map((day) => day.getUTCMonth() + 1));
  const names = new Set(days.map((day) => weekdays[day.getUTCDay()]));
  const places = [isLast, ...[1, 2, 3, 4].map((place) => isPlace(place))];
  const place = places.findIndex((is) => days.every(is));
  if (months.size === 1 && names.size === 1 && place >= 0 && days.length > 2)
    return `RRULE:FREQ=YEARLY;BYMONTH=${[...months][0]};BYDAY=${place === 0 ? "-1" : place}${[...names][0]}`;
  return `RDATE:${days.map((day) => clocksOf(day.getTime())).join(",")}`;
};

const isLast = (day: Date): boolean => new Date(day.getTime() + 7 * dayMillis).getUTCMonth() !== day.getUTCMonth();
const isPlace =
  (place: number) =>
  (day: Date): boolean =>
    Math.ceil(day.getUTCDate() / 7) === place;

/** Clock time, given as if the zone were UTC: `20261025T030000`. */
const clocksOf = (clocks: number): string => new Date(clocks).toISOString().slice(0, 19).replace(/[-:]/g, "");

const sayOffset = (millis: number): string => {
  const minutes = Math.abs(millis) / 60_000;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  return `${millis < 0 ? "-" : "+"}${two(minutes / 60)}${two(minutes % 60)}`;
};
