import type { Bilingual } from "../../../lambdas/contract/stages.ts";

/** Fields of what the board sends, as its pages name them. */
const names: Readonly<Record<string, Bilingual>> = {
  reason: { es: "motivo", en: "reason" },
  verdict: { es: "decisión", en: "decision" },
  to: { es: "a quién se asigna", en: "new owner" },
  confirm: { es: "correo del lead", en: "the lead’s e-mail address" },
  identified: { es: "identificación de la persona", en: "identification of the person" },
  outcome: { es: "resultado", en: "outcome" },
  amount: { es: "importe", en: "amount" },
  note: { es: "nota", en: "note" },
  answer: { es: "respuesta", en: "answer" },
  how: { es: "cómo", en: "how" },
  meetingAt: { es: "fecha de la reunión", en: "time of the meeting" },
  until: { es: "hasta cuándo", en: "until when" },
  tries: { es: "intentos", en: "attempts" },
  by: { es: "quién responde", en: "who answers" },
  field: { es: "dato", en: "value" },
  text: { es: "texto", en: "text" },
  ownerId: { es: "responsable", en: "owner" },
  owner: { es: "responsable", en: "owner" },
  persona: { es: "cliente ideal", en: "buyer persona" },
  source: { es: "origen", en: "source" },
  grade: { es: "calificación", en: "grade" },
  weeks: { es: "semanas", en: "weeks" },
  day: { es: "día", en: "day" },
  kind: { es: "motivo por el que se apartó", en: "reason for keeping it aside" },
  q: { es: "búsqueda", en: "search" },
  request: { es: "envío", en: "request" },
};

/** What a field is called; `undefined` for one that no page shows. */
export const nameOfField = (field: string): Bilingual | undefined =>
  Object.hasOwn(names, field) ? names[field] : undefined;
