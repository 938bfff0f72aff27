import type { Bilingual } from "../../../../lambdas/contract/stages.ts";

/** What the dialogs say before anything is done. */
export const dialogWords = {
  reason: { es: "Motivo", en: "Reason" },
  reasonHint: {
    es: "Los dos equipos lo leerán en la historia del lead.",
    en: "Both teams will read it in the lead’s story.",
  },
  note: { es: "Nota (opcional)", en: "Note (optional)" },
  movedOn: {
    es: "El lead ha cambiado mientras tanto y no se ha hecho nada. Su historia ya está al día: si sigue siendo lo correcto, envíalo de nuevo.",
    en: "The lead has changed in the meantime, and nothing was done. Their story is up to date now: if this is still right, send it again.",
  },
  noLonger: {
    es: "El lead ha cambiado mientras tanto y esto ya no se puede hacer. Detrás de esta ventana está su historia al día.",
    en: "The lead has changed in the meantime, and this can no longer be done. Their story behind this window is up to date.",
  },
} as const satisfies Record<string, Bilingual>;

export const overrideWords = {
  title: { es: "Decidir a mano", en: "Decide by hand" },
  what: {
    es: "Marketing decide en lugar de la puerta de MQL hasta que se cierre este ciclo. Tu nombre y tu motivo quedan en la historia.",
    en: "Marketing decides instead of the MQL gate until this cycle is closed. Your name and your reason stay in the story.",
  },
  nextCycle: {
    es: "El ciclo de este lead estaba cerrado: con tu decisión empieza otro.",
    en: "This lead’s cycle was closed: your decision starts the next one.",
  },
  verdict: { es: "Qué decides", en: "Your decision" },
  qualified: {
    name: { es: "Cualificado", en: "Qualified" },
    means: { es: "Se asigna y se entrega a ventas.", en: "The lead is assigned and handed off to sales." },
  },
  "not-yet": {
    name: { es: "Aún no", en: "Not yet" },
    means: {
      es: "Sigue en maduración, sea cual sea su puntuación.",
      en: "The lead stays in nurturing, whatever their score.",
    },
  },
  disqualified: {
    name: { es: "Descartado", en: "Disqualified" },
    means: {
      es: "No recibe nada más y el ciclo se cierra.",
      en: "The lead gets nothing more, and the cycle is closed.",
    },
  },
  send: { es: "Decidir", en: "Decide" },
} as const;

export const decideWords = {
  title: { es: "Decidir qué se hace", en: "Decide what to do" },
  what: {
    es: "Nadie de ventas respondió a este lead en todo el plazo acordado. Tu nombre y tu motivo quedan en su historia, y el lead sale de «Atención».",
    en: "Nobody in sales answered this lead in all of the agreed time. Your name and your reason stay in their story, and the lead leaves Attention.",
  },
  decision: { es: "Qué decides", en: "Your decision" },
  callAgain: (name: string): Bilingual => ({ es: `Que le llame otra vez ${name}`, en: `${name} calls them after all` }),
  otherRep: { es: "Que le llame otra persona", en: "Somebody else calls them" },
  otherRepMeans: {
    es: "Recibe el lead con toda su historia y un plazo nuevo.",
    en: "They get the lead with the whole story and a new deadline.",
  },
  who: { es: "Quién le llama", en: "Who calls" },
  nurture: { es: "Que siga en maduración", en: "Keep nurturing" },
  nurtureMeans: {
    es: "Recibe contenidos y vuelve a ventas cuando haga algo nuevo.",
    en: "The lead gets content, and goes to sales when they do something new.",
  },
  close: { es: "Cerrarlo", en: "Close" },
  closeMeans: {
    es: "No recibe nada más y el ciclo se cierra.",
    en: "The lead gets nothing more, and the cycle is closed.",
  },
  send: { es: "Decidir", en: "Decide" },
} as const;

export const reassignWords = {
  title: { es: "Reasignar", en: "Reassign" },
  what: {
    es: "La persona que elijas recibe el lead con toda su historia y un plazo nuevo. A quien lo llevaba se le avisa y deja de ser responsable.",
    en: "The person you choose gets the lead with their whole story and a new deadline. The previous owner is notified and is no longer responsible.",
  },
  to: { es: "A quién se asigna", en: "New owner" },
  noColleague: {
    es: "Ahora mismo no puede llevarlo nadie más del equipo.",
    en: "No one else on the team can take this lead right now.",
  },
  send: { es: "Reasignar", en: "Reassign" },
} as const satisfies Record<string, Bilingual>;

export const recycleWords = {
  title: { es: "Devolver a marketing", en: "Return to marketing" },
  what: {
    es: "Ventas suelta el lead y marketing vuelve a madurarlo en otro ciclo. No se entregará de nuevo hasta que haga algo nuevo.",
    en: "Sales lets go of the lead and marketing nurtures them again in the next cycle. They are not handed off again until they do something new.",
  },
  send: { es: "Devolver", en: "Return" },
} as const satisfies Record<string, Bilingual>;

/** For a lead whose cycle is closed. */
export const reopenWords = {
  title: { es: "Reabrir en otro ciclo", en: "Reopen in a new cycle" },
  what: {
    es: "El ciclo de este lead estaba cerrado: empieza otro desde el principio, y se vuelve a puntuar como si acabara de llegar.",
    en: "This lead’s cycle was closed: a new one starts from the beginning, and they are scored again as if they had just come in.",
  },
  send: { es: "Reabrir", en: "Reopen" },
} as const satisfies Record<string, Bilingual>;

export const newDealWords = {
  title: { es: "Nuevo negocio", en: "New deal" },
  what: {
    es: "Empieza otro ciclo, que pasa a ventas por tu decisión. Si el anterior se ganó, sigue ganado, con su importe.",
    en: "A new cycle starts and goes to sales by your decision. If the last deal was won, it stays won, with its amount.",
  },
  send: { es: "Empezar", en: "Start" },
} as const satisfies Record<string, Bilingual>;

export const editWords = {
  title: { es: "Corregir datos", en: "Correct details" },
  what: {
    es: "Cuenta desde ahora, con tu nombre: también en el próximo correo. Lo de antes queda en el historial. Deja vacío lo que esté mal y no sepas.",
    en: "It counts from now on, with your name: in the next e-mail, too. What was known stays in the history. Leave empty what is wrong and not known.",
  },
  address: {
    es: "El correo no se puede cambiar, porque identifica al lead: si tiene otro, añádelo como lead nuevo.",
    en: "The e-mail cannot be changed, since it tells who the lead is: with another one, add them as a new lead.",
  },
  send: { es: "Guardar", en: "Save" },
} as const;

export const unsubscribeWords = {
  title: { es: "Dar de baja de los correos", en: "Unsubscribe from e-mails" },
  what: {
    es: "No recibirá más correos de marketing, salvo que vuelva a pedirlos. Ventas puede seguir en contacto.",
    en: "The lead gets no more marketing e-mails unless they ask for them again. Sales may stay in touch.",
  },
  send: { es: "Dar de baja", en: "Unsubscribe" },
} as const satisfies Record<string, Bilingual>;

export const exportWords = {
  title: { es: "Dar acceso a sus datos", en: "Give access to their data" },
  what: {
    es: "Todo lo que se guarda de esta persona, como página para leer y como archivo para llevárselo (RGPD, artículos 15 y 20).",
    en: "All that is kept of this person, as a page to read and as a file to take elsewhere (GDPR, articles 15 and 20).",
  },
  byMail: {
    es: "La persona ha confirmado su buzón: recibirá en él un enlace que sirve una sola vez, durante siete días.",
    en: "The person has confirmed their mailbox: they get a link there that works once, for seven days.",
  },
  byHand: {
    es: "La persona no ha confirmado su buzón, y cualquiera puede haber escrito esa dirección: no se le envía nada. Comprueba quién es, descarga los dos archivos, entrégaselos y bórralos de este equipo.",
    en: "The person has not confirmed their mailbox, and anyone may have typed that address: nothing is sent. Identify the person, download the two files, hand them over and delete them from this computer.",
  },
  reasonHint: {
    es: "Cómo y cuándo lo ha pedido. Queda en la historia del lead, que también se le entrega.",
    en: "How and when they asked. It stays in the lead’s story, which they get, too.",
  },
  identified: {
    es: "He comprobado la identidad de esta persona",
    en: "I have identified this person",
  },
  send: { es: "Enviar el enlace", en: "Send the link" },
  take: { es: "Descargar sus datos", en: "Download their data" },
} as const satisfies Record<string, Bilingual>;

export const eraseWords = {
  title: { es: "Borrar a esta persona", en: "Erase this person" },
  what: {
    es: "Se borra todo lo que la identifica: nombre, correo, empresa, teléfono, mensajes, visitas y notas. No se puede deshacer.",
    en: "Everything that identifies them is erased: name, e-mail, company, phone, messages, visits and notes. This cannot be undone.",
  },
  stays: {
    es: "Queda lo que no la identifica: los datos de los que salen las cifras (etapas, fechas, importes) y que hubo un borrado, cuándo y quién lo hizo. Si se había dado de baja, también una huella de su dirección, para no volver a escribirle.",
    en: "What does not identify them stays: the data behind the figures (stages, dates, amounts), and that there was an erasure, when and by whom. If they had unsubscribed, a hash of their address stays too, so that we never write to them again.",
  },
  byHand: {
    es: "Lo que nadie más que una persona encuentra: textos de decisiones de reuniones (al terminar se dice en cuáles parece que se la nombra), correos ya enviados a compañeros, otros sistemas que recibieron sus datos. Los mensajes que no se pudieron procesar se borran solos en 14 días como mucho.",
    en: "What only people can find: texts of meetings' decisions (the response says which seem to name them), mails that colleagues already have, other systems that were told. Messages that could not be processed are deleted by themselves within 14 days.",
  },
  reasonHint: {
    es: "No se guarda: sería información sobre esta persona.",
    en: "It is not stored: it would be information about this person.",
  },
  confirm: { es: "Escribe su correo para confirmarlo", en: "Type their e-mail address to confirm" },
  send: { es: "Borrar para siempre", en: "Erase permanently" },
} as const satisfies Record<string, Bilingual>;
