import type { Bilingual } from "../../../../lambdas/contract/stages.ts";

/** What the forms say about a field that cannot be sent as it is. */
export const formWords = {
  chooseOutcome: { es: "Elige qué ha pasado.", en: "Choose what happened." },
  amountNotANumber: (example: Bilingual): Bilingual => ({
    es: `Escribe el importe en cifras, por ejemplo ${example.es}, o déjalo vacío.`,
    en: `Enter the amount in figures, such as ${example.en}, or leave it empty.`,
  }),
  chooseReason: { es: "Elige el motivo.", en: "Choose a reason." },
  noteTooLong: {
    es: "La nota puede tener 2000 caracteres como máximo.",
    en: "The note can have 2,000 characters at most.",
  },
  reasonMissing: { es: "Indica el motivo.", en: "Give a reason." },
  reasonTooLong: {
    es: "El motivo puede tener 500 caracteres como máximo.",
    en: "The reason can have 500 characters at most.",
  },
  notTheAddress: {
    es: "No es el correo de este lead: revísalo letra por letra.",
    en: "This is not the lead’s e-mail address: check it letter by letter.",
  },
  identifyFirst: {
    es: "Primero comprueba quién es la persona.",
    en: "Identify the person first.",
  },
  chooseVerdict: { es: "Elige una decisión.", en: "Choose a decision." },
  chooseColleague: { es: "Elige a quién se asigna.", en: "Choose the new owner." },
} as const satisfies Record<string, Bilingual | ((example: Bilingual) => Bilingual)>;
