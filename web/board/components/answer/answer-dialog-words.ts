/** Words of the dialog that the page behind the mail's link does not need. */
export const answerDialogWords = {
  title: (who: string) => ({ es: `Responder sobre ${who}`, en: `Answer the hand-off: ${who}` }),
  snoozeMeans: { es: "Dentro de los límites del acuerdo.", en: "Within the limits of the agreement." },
  moreTimeMeans: { es: "El tiempo que fija el acuerdo.", en: "The extra time that the agreement sets." },
  note: { es: "Nota (opcional)", en: "Note (optional)" },
  noteHint: {
    es: "Los dos equipos la leerán en la historia del lead.",
    en: "Both teams will read it in the lead’s story.",
  },
  notNow: {
    es: "Este lead ya no espera respuesta. Consulta su historia.",
    en: "This lead no longer needs an answer. See their story.",
  },
} as const;
