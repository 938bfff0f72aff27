/** Words of the dialog that the page behind the mail's link does not need. */
export const answerDialogWords = {
  title: (who: string) => ({ es: `Responder: ${who}`, en: `Answer: ${who}` }),
  snoozeMeans: { es: "Dentro de lo que permite el acuerdo.", en: "Within what the agreement allows." },
  moreTimeMeans: { es: "El que fija el acuerdo.", en: "As much as the agreement gives." },
  note: { es: "Nota (si quieres)", en: "Note (if you like)" },
  noteHint: { es: "La verá quien lea la historia del lead.", en: "Whoever reads the lead's story will see it." },
  notNow: {
    es: "Este lead ya no espera una respuesta. Mira su historia.",
    en: "This lead does not wait for an answer any more. See its story.",
  },
} as const;
