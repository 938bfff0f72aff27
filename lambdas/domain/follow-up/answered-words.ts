/** The words of the page after an answer. */
export const answeredWords = {
  es: {
    first: "Esta respuesta no se ha registrado: ya había otra, y cuenta la primera.",
    over: "Esta respuesta no se ha registrado: el lead ya no la esperaba.",
    accepted: "Lead aceptado",
    acceptedBody: (lead: string, when: string, by?: string) => `${lead}: aceptado el ${when}${by ? ` por ${by}` : ""}.`,
    meeting: (when: string) => `Reunión: ${when}.`,
    next: (interval: string) => `Ahora toca hablar. Dentro de ${interval} te preguntaremos qué ha pasado.`,
    rejected: "Lead rechazado",
    rejectedBody: (lead: string, when: string, by?: string) =>
      `${lead}: rechazado el ${when}${by ? ` por ${by}` : ""}.`,
    reason: (label: string, tries?: number) =>
      `Motivo: ${label}${tries === undefined ? "" : ` (${tries === 1 ? "1 intento" : `${tries} intentos`})`}.`,
    recycle: "Vuelve a marketing, que seguirá en contacto hasta que sea su momento.",
    disqualify: "Queda descartado: no volverá a llegar a ventas si no da un motivo nuevo.",
    snoozed: "Pospuesto",
    extended: "Tienes más tiempo",
    newDeadline: (lead: string, when: string) => `${lead}: responde antes del ${when}.`,
    passedOn: (name: string) => `${name} lo lleva ahora`,
    passedOnBody: (lead: string) => `${lead} ya no espera tu respuesta. No tienes que hacer nada.`,
    givenBack: "El lead ha vuelto a marketing",
    givenBackBody: (when: string | undefined) =>
      `Nadie respondió en el plazo y, según el acuerdo, volvió a marketing${when === undefined ? "" : ` el ${when}`}.`,
    movedOn: "Este lead ya no espera tu respuesta",
    movedOnBody: (when: string) => `Su situación cambió el ${when}. No tienes que hacer nada.`,
  },
  en: {
    first: "This answer was not recorded: there was another already, and the first one counts.",
    over: "This answer was not recorded: the lead was no longer waiting for it.",
    accepted: "Lead accepted",
    acceptedBody: (lead: string, when: string, by?: string) => `${lead}: accepted on ${when}${by ? ` by ${by}` : ""}.`,
    meeting: (when: string) => `Meeting: ${when}.`,
    next: (interval: string) => `Time to talk. In ${interval} we will ask you what became of it.`,
    rejected: "Lead rejected",
    rejectedBody: (lead: string, when: string, by?: string) => `${lead}: rejected on ${when}${by ? ` by ${by}` : ""}.`,
    reason: (label: string, tries?: number) =>
      `Reason: ${label}${tries === undefined ? "" : ` (${tries === 1 ? "1 try" : `${tries} tries`})`}.`,
    recycle: "It goes back to marketing, who will keep in touch until the time is right.",
    disqualify: "It is ruled out: it will not reach sales again unless something new speaks for it.",
    snoozed: "Put off",
    extended: "You have more time",
    newDeadline: (lead: string, when: string) => `${lead}: answer before ${when}.`,
    passedOn: (name: string) => `${name} has it now`,
    passedOnBody: (lead: string) => `${lead} no longer waits for your answer. There is nothing for you to do.`,
    givenBack: "The lead has gone back to marketing",
    givenBackBody: (when: string | undefined) =>
      `Nobody answered in time and, as agreed, it went back to marketing${when === undefined ? "" : ` on ${when}`}.`,
    movedOn: "This lead no longer waits for your answer",
    movedOnBody: (when: string) => `Its situation changed on ${when}. There is nothing for you to do.`,
  },
} as const;
