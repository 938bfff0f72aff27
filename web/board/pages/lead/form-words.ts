import type { Bilingual } from "../../../../lambdas/contract/stages.ts";

/** What the forms say of a field that cannot be sent so. */
export const formWords = {
  chooseOutcome: { es: "Elige qué ha pasado.", en: "Choose what became of it." },
  amountNotANumber: {
    es: "Escribe el importe con cifras, por ejemplo 12.500,50, o déjalo vacío.",
    en: "Write the amount in figures, such as 12,500.50, or leave it empty.",
  },
  chooseReason: { es: "Elige el motivo.", en: "Choose the reason." },
  noteTooLong: { es: "La nota puede tener 2000 caracteres como máximo.", en: "The note may have 2000 characters." },
  sayWhy: { es: "Di por qué: queda escrito en la historia.", en: "Say why: it is kept in the story." },
  reasonTooLong: {
    es: "El motivo puede tener 500 caracteres como máximo.",
    en: "The reason may have 500 characters at most.",
  },
  notTheAddress: {
    es: "No es el correo de este lead: cópialo letra por letra.",
    en: "This is not the lead's e-mail address: copy it letter by letter.",
  },
  chooseVerdict: { es: "Elige qué decide marketing.", en: "Choose what marketing decides." },
  chooseColleague: { es: "Elige a quién pasa.", en: "Choose who gets it." },
} as const satisfies Record<string, Bilingual>;
