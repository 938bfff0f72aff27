import type { Bilingual } from "../../../../lambdas/contract/stages.ts";

/** What the dialogs say before anything is done. */
export const dialogWords = {
  reason: { es: "Por qué", en: "Why" },
  reasonHint: {
    es: "Lo leerán los dos equipos en la historia del lead.",
    en: "Both teams will read it in the lead's story.",
  },
  note: { es: "Nota (opcional)", en: "Note (optional)" },
  movedOn: {
    es: "El lead ha cambiado mientras tanto. No se ha hecho nada; ya ves su historia al día. Si sigue siendo lo correcto, envíalo otra vez.",
    en: "The lead has moved on meanwhile. Nothing was done; its story is up to date now. If it is still right, send it again.",
  },
  noLonger: {
    es: "El lead ha cambiado mientras tanto y esto ya no se puede hacer. Su historia está al día detrás de esta ventana.",
    en: "The lead has moved on meanwhile, and this cannot be done any more. Its story behind this window is up to date.",
  },
} as const satisfies Record<string, Bilingual>;

export const overrideWords = {
  title: { es: "Decidir a mano", en: "Decide by hand" },
  what: {
    es: "Marketing decide en lugar de la puerta de MQL, hasta que termine este ciclo. Tu nombre y tu motivo quedan en la historia.",
    en: "Marketing decides instead of the MQL gate, until this cycle ends. Your name and your reason are kept in the story.",
  },
  nextCycle: {
    es: "Este lead había terminado: con tu decisión empieza otro ciclo.",
    en: "This lead had ended: your decision begins its next cycle.",
  },
  verdict: { es: "Qué es este lead", en: "What this lead is" },
  qualified: {
    name: { es: "Cualificado", en: "Qualified" },
    means: { es: "Se asigna y se entrega a ventas.", en: "It is assigned and handed off to sales." },
  },
  "not-yet": {
    name: { es: "Aún no", en: "Not yet" },
    means: {
      es: "Sigue madurando, diga lo que diga la puntuación.",
      en: "It goes on being nurtured, whatever its score.",
    },
  },
  disqualified: {
    name: { es: "Descartado", en: "Disqualified" },
    means: { es: "No recibe nada más y su camino termina.", en: "It is sent nothing more and its way ends." },
  },
  send: { es: "Decidir", en: "Decide" },
} as const;

export const reassignWords = {
  title: { es: "Pasar a otra persona", en: "Give to somebody else" },
  what: {
    es: "Quien elijas recibe el lead con toda su historia y un plazo nuevo; quien lo llevaba se entera y deja de responder de él.",
    en: "Whoever you choose gets the lead with its whole story and a fresh deadline; its owner so far is told and no longer answers for it.",
  },
  to: { es: "A quién", en: "To whom" },
  nobody: {
    es: "Ahora mismo nadie más del equipo puede llevarlo.",
    en: "Nobody else on the team can take it just now.",
  },
  send: { es: "Pasarlo", en: "Give it" },
} as const satisfies Record<string, Bilingual>;

export const recycleWords = {
  title: { es: "Devolver a marketing", en: "Give back to marketing" },
  what: {
    es: "Ventas suelta el lead y marketing lo vuelve a madurar en otro ciclo. No volverá a entregarse hasta que haga algo nuevo.",
    en: "Sales lets go of the lead and marketing nurtures it again in its next cycle. It is not handed off again before it does something new.",
  },
  send: { es: "Devolverlo", en: "Give it back" },
} as const satisfies Record<string, Bilingual>;

/** For a lead whose way had ended. */
export const takeUpAgainWords = {
  title: { es: "Retomar en otro ciclo", en: "Take up again" },
  what: {
    es: "El camino de este lead había terminado: empieza otro ciclo desde el principio, y vuelve a puntuarse como si acabara de llegar.",
    en: "The way of this lead had ended: its next cycle begins from the start, and it is scored anew as if it had just come in.",
  },
  send: { es: "Retomarlo", en: "Take it up" },
} as const satisfies Record<string, Bilingual>;

export const unsubscribeWords = {
  title: { es: "Dar de baja de los correos", en: "Unsubscribe from mails" },
  what: {
    es: "No le enviamos ningún correo más de marketing, nunca, salvo que vuelva a pedirlo. Ventas puede seguir hablando con él.",
    en: "We send it no more marketing mail, ever, unless it asks for it again. Sales may go on talking to it.",
  },
  send: { es: "Dar de baja", en: "Unsubscribe" },
} as const satisfies Record<string, Bilingual>;

export const eraseWords = {
  title: { es: "Borrar a esta persona", en: "Erase this person" },
  what: {
    es: "Se borra todo lo que dice quién es: nombre, correo, empresa, teléfono, mensajes, visitas y notas. Nadie puede deshacerlo.",
    en: "Everything that says who it is goes: name, e-mail, company, telephone, messages, visits and notes. Nobody can undo it.",
  },
  stays: {
    es: "Queda lo que no dice de quién: los hechos de los que salen las cifras (etapas, fechas, importes) y que hubo un borrado, cuándo y quién lo hizo. Si se había dado de baja, también una huella de su dirección, para no volver a escribirle.",
    en: "What does not say who stays: the facts that the figures come from (stages, dates, amounts), and that there was an erasure, when, and who did it. If it had unsubscribed, a hash of its address stays too, so that we never write to it again.",
  },
  reasonHint: {
    es: "No se guarda: serían palabras sobre esta persona.",
    en: "It is not kept: it would be words about this person.",
  },
  confirm: { es: "Escribe su correo para confirmarlo", en: "Type its e-mail address to confirm" },
  send: { es: "Borrar para siempre", en: "Erase for ever" },
} as const satisfies Record<string, Bilingual>;
