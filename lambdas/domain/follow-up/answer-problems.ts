import type { Bilingual } from "../../contract/stages.ts";

/** Fields of the form; the API calls `why` its `reason`. */
export type AnswerField = "answer" | "meetingAt" | "reason" | "tries" | "to" | "until" | "why" | "note";

interface Said extends Bilingual {
  readonly field: AnswerField;
}

/** What can be wrong with an answer: the field it belongs to, and its message. */
export const answerProblems = {
  "choice-missing": {
    field: "answer",
    es: "Elige una respuesta.",
    en: "Choose an answer.",
  },
  "meeting-missing": {
    field: "meetingAt",
    es: "Indica el día y la hora de la reunión.",
    en: "Enter the day and the time of the meeting.",
  },
  "meeting-out-of-range": {
    field: "meetingAt",
    es: "La fecha de la reunión debe estar entre ayer y dentro de un año.",
    en: "The date of the meeting must be between yesterday and a year from now.",
  },
  "reason-missing": {
    field: "reason",
    es: "Elige el motivo del rechazo.",
    en: "Choose the reason for the rejection.",
  },
  "reason-unknown": {
    field: "reason",
    es: "Ese motivo ya no está en el acuerdo: elige otro.",
    en: "That reason is no longer in the agreement: choose another.",
  },
  "tries-missing": {
    field: "tries",
    es: "Indica el número de intentos, de 1 a 99.",
    en: "Enter the number of attempts, from 1 to 99.",
  },
  "to-missing": {
    field: "to",
    es: "Elige a quién se lo pasas.",
    en: "Choose who to pass the lead to.",
  },
  "colleague-unknown": {
    field: "to",
    es: "Esa persona no puede llevar este lead: elige otra.",
    en: "That person cannot take this lead: choose somebody else.",
  },
  "colleague-away": {
    field: "to",
    es: "Esa persona está fuera: elige otra.",
    en: "That person is away: choose somebody else.",
  },
  "colleague-full": {
    field: "to",
    es: "Esa persona no tiene capacidad: elige otra.",
    en: "That person has no capacity: choose somebody else.",
  },
  "until-missing": {
    field: "until",
    es: "Indica hasta cuándo lo aplazas.",
    en: "Enter how long to snooze the lead.",
  },
  "until-too-early": {
    field: "until",
    es: "Elige un momento posterior al plazo actual.",
    en: "Choose a time after the current deadline.",
  },
  "until-too-late": {
    field: "until",
    es: "El acuerdo no permite tanto: elige una fecha anterior.",
    en: "The agreement does not allow that long: choose an earlier time.",
  },
  "snooze-used-up": {
    field: "answer",
    es: "Ya no se puede aplazar más: elige otra respuesta.",
    en: "This lead cannot be snoozed again: choose another answer.",
  },
  "more-time-used-up": {
    field: "answer",
    es: "Ya no se puede pedir más tiempo: elige otra respuesta.",
    en: "You cannot ask for more time again: choose another answer.",
  },
  "why-missing": {
    field: "why",
    es: "Indica el motivo: lo leerá la persona responsable del equipo.",
    en: "Give the reason: the team's manager will read it.",
  },
  "why-too-long": {
    field: "why",
    es: "El motivo puede tener 500 caracteres como máximo.",
    en: "The reason can have 500 characters at most.",
  },
  "note-too-long": {
    field: "note",
    es: "La nota puede tener 2000 caracteres como máximo.",
    en: "The note can have 2,000 characters at most.",
  },
} as const satisfies Record<string, Said>;

export type AnswerProblem = keyof typeof answerProblems;
