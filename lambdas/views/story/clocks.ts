import type { Agreement } from "../../contract/agreement.ts";
import type { StoryEntry } from "../../contract/board.ts";
import type { Bilingual } from "../../contract/stages.ts";
import type { History } from "../../domain/lead/history.ts";
import { nameOfPerson } from "../../domain/team/owner.ts";
import { inBoth } from "../../domain/text/bilingual.ts";
import { sayWorked } from "../../domain/text/say-worked.ts";
import { readerIn, sayWhen } from "../../domain/text/when.ts";
import { calendarOfColleague } from "../../domain/working-time/calendar.ts";

type Clock = History["clocks"][number];

/** Each follow-up's clock when it stopped: the promised and the real time. */
export const clockEntries = ({ clocks }: History, agreement: Agreement): StoryEntry[] =>
  clocks.map((clock) => {
    const { closedAt: at, cycle, answered, inTime, assignedAt, dueAt } = clock;
    const due = inBoth((language) => sayWhen(dueAt, readerIn(language, agreement)));
    const calendar = calendarOfColleague(clock.ownerId, agreement);
    const took = inBoth((language) => sayWorked(assignedAt, at, language, calendar));
    return {
      at,
      cycle,
      kind: "clock",
      title: sayClosed(clock, nameOfPerson(clock.ownerId, agreement)),
      details: [
        { es: `El plazo vencía el ${due.es}`, en: `The deadline was ${due.en}` },
        { es: `Tiempo transcurrido: ${took.es}`, en: `Time taken: ${took.en}` },
      ],
      tone: answered ? (inTime ? "good" : "bad") : "warn",
    };
  });

const sayClosed = ({ answered, inTime }: Clock, name: string): Bilingual => {
  if (!answered) return { es: `${name} no llegó a responder`, en: `${name} did not answer` };
  return inTime
    ? { es: `${name} respondió en plazo`, en: `${name} answered on time` }
    : { es: `${name} respondió fuera de plazo`, en: `${name} answered late` };
};

/** Each notice of a broken promise. */
export const breachEntries = ({ breaches }: History, agreement: Agreement): StoryEntry[] =>
  breaches.map(({ at, cycle, level, ownerId, dueAt }) => {
    const name = nameOfPerson(ownerId, agreement);
    const due = inBoth((language) => sayWhen(dueAt, readerIn(language, agreement)));
    return {
      at,
      cycle,
      kind: "breach",
      title: { es: `Plazo incumplido, aviso ${level}`, en: `Missed deadline, notice ${level}` },
      details: [
        {
          es: `${name} no respondió en plazo: venció el ${due.es}`,
          en: `${name} did not answer on time: the deadline was ${due.en}`,
        },
      ],
      tone: "bad",
    };
  });
