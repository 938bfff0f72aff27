import type { Bilingual } from "../../contract/stages.ts";

/** Fields of the form; the API calls `why` its `reason`. */
export type AnswerField = "answer" | "meetingAt" | "reason" | "tries" | "to" | "until" | "why" | "note";

interface Said extends Bilingual {
  readonly field: AnswerField;
}

/** What can be wrong with an answer: the field, and the message. */
export const answerProblems = {
  "choice-missing": {
    field: "answer",
    es: "Elige qué haces con este lead.",
    en: "Choose what you do with this lead.",
  },
  "meeting-missing": {
    field: "meetingAt",
    es: "Di qué día y a qué hora es la reunión.",
    en: "Say on which day and at what time the meeting is.",
  },
  "meeting-out-of-range": {
    field: "meetingAt",
    es: "La reunión tiene que ser desde ayer hasta dentro de un año.",
    en: "The meeting must be between yesterday and a year from now.",
  },
  "reason-missing": {
    field: "reason",
    es: "Elige el motivo del rechazo.",
    en: "Choose the reason for rejecting it.",
  },
  "reason-unknown": {
    field: "reason",
    es: "Ese motivo ya no está en el acuerdo: elige otro.",
    en: "That reason is no longer in the agreement: choose another.",
  },
  "tries-missing": {
    field: "tries",
    es: "Di cuántas veces lo has intentado, de 1 a 99.",
    en: "Say how often you tried, from 1 to 99.",
  },
  "to-missing": {
    field: "to",
    es: "Elige a quién se lo pasas.",
    en: "Choose whom you pass it to.",
  },
  "colleague-unknown": {
    field: "to",
    es: "Esa persona no puede llevar este lead: elige otra.",
    en: "They cannot take this lead: choose somebody else.",
  },
  "colleague-away": {
    field: "to",
    es: "Esa persona está fuera: elige otra.",
    en: "They are away: choose somebody else.",
  },
  "colleague-full": {
    field: "to",
    es: "Esa persona no tiene hueco: elige otra.",
    en: "They have no room: choose somebody else.",
  },
  "until-missing": {
    field: "until",
    es: "Di hasta cuándo lo pospones.",
    en: "Say until when you put it off.",
  },
  "until-too-early": {
    field: "until",
    es: "Elige un momento posterior al plazo que ya tienes.",
    en: "Choose a time after the deadline that you have already.",
  },
  "until-too-late": {
    field: "until",
    es: "Es más de lo que permite el acuerdo: elige una fecha anterior.",
    en: "That is more than the agreement allows: choose an earlier time.",
  },
  "snooze-used-up": {
    field: "answer",
    es: "Ya no se puede posponer más: elige otra respuesta.",
    en: "It cannot be put off any more: choose another answer.",
  },
  "more-time-used-up": {
    field: "answer",
    es: "Ya no se puede pedir más tiempo: elige otra respuesta.",
    en: "No more time can be asked for: choose another answer.",
  },
  "why-missing": {
    field: "why",
    es: "Di el motivo: lo leerá quien dirige el equipo.",
    en: "Say why: whoever leads the team will read it.",
  },
  "why-too-long": {
    field: "why",
    es: "El motivo es demasiado largo: caben 500 caracteres.",
    en: "The reason is too long: 500 characters fit.",
  },
  "note-too-long": {
    field: "note",
    es: "La nota es demasiado larga: caben 2000 caracteres.",
    en: "The note is too long: 2,000 characters fit.",
  },
} as const satisfies Record<string, Said>;

export type AnswerProblem = keyof typeof answerProblems;
