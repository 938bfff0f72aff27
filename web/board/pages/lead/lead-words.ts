import type { LeadAction, LeadStory, Tone } from "../../../../lambdas/contract/board.ts";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { pluralInBoth } from "../../../../lambdas/domain/text/plural.ts";
import type { StoryFilter } from "./timeline.ts";

export type ConsentEntry = NonNullable<LeadStory["consents"]>[number];

export const leadWords = {
  lead: { es: "Lead", en: "Lead" },
  action: { es: "Acción", en: "Action" },
  cycle: (cycle: number): Bilingual => ({ es: `Ciclo ${cycle}`, en: `Cycle ${cycle}` }),
  owner: { es: "Responsable", en: "Owner" },
  noOwner: { es: "Sin asignar", en: "Unassigned" },
  source: { es: "Origen", en: "Source" },
  persona: { es: "Cliente ideal", en: "Buyer persona" },
  due: { es: "Plazo", en: "Due" },
  since: { es: "En esta etapa desde", en: "In this stage since" },
  amount: { es: "Importe", en: "Amount" },
  grade: (grade: string): Bilingual => ({ es: `Calificación ${grade}`, en: `Grade ${grade}` }),
  why: { es: "Por qué está aquí", en: "Why they are here" },
  next: { es: "Qué pasa ahora y cuándo", en: "What happens next and when" },
  nothingNext: { es: "Nada: este ciclo está cerrado.", en: "Nothing: this cycle is closed." },
  facts: { es: "Quién es", en: "Who they are" },
  noFacts: { es: "Todavía no tenemos datos suyos.", en: "We have no details about them yet." },
  claims: { es: "Lo que dicen otros formularios", en: "What other forms say" },
  claimsWhat: {
    es: "No coincide con lo que sabemos, y cualquiera puede enviar un formulario con esta dirección.",
    en: "It differs from what we know, and anyone can send a form with this address.",
  },
  similar: { es: "¿La misma persona?", en: "The same person?" },
  similarWhat: {
    es: "Coinciden en algo. Nada se une por sí solo: si son personas distintas, dilo.",
    en: "They have something in common. Nothing is joined by itself: if they are different people, say so.",
  },
  before: (count: number): Bilingual =>
    pluralInBoth(count, {
      es: ["# valor anterior", "# valores anteriores"],
      en: ["# earlier value", "# earlier values"],
    }),
  nothingKnown: { es: "sin dato", en: "not known" },
  unconfirmed: { es: "Formularios sin confirmar", en: "Forms not confirmed" },
  unconfirmedWhat: {
    es: "Llegaron con su dirección desde otro navegador. No cuentan hasta que lo confirme con el enlace que recibe por correo.",
    en: "They came with this address from another browser. They do not count until the lead confirms them by the link in their e-mail.",
  },
  heldWish: { es: "Solicitud sin responder", en: "Request not answered" },
  heldWishWhat: {
    es: "No se le ha escrito: a una dirección sin confirmar se le envían muy pocos correos, y ya se enviaron.",
    en: "The lead was not written to: an address that nobody has confirmed gets very few e-mails, and those have gone.",
  },
  consents: { es: "Consentimiento a nuestros correos", en: "Consent to our e-mails" },
  notedBy: (name: string): Bilingual => ({
    es: `de palabra, lo anotó ${name}`,
    en: `by word of mouth, noted by ${name}`,
  }),
  earlierConsents: { es: "Anteriores", en: "Earlier" },
  textVersion: (version: string): Bilingual => ({ es: `texto ${version}`, en: `text ${version}` }),
  fit: { es: "Encaje", en: "Fit" },
  familiarity: { es: "Familiaridad", en: "Familiarity" },
  points: (points: number): Bilingual =>
    pluralInBoth(points, { es: ["# punto", "# puntos"], en: ["# point", "# points"] }),
  scoredAt: (at: string): Bilingual => ({ es: `Calculado el ${at}.`, en: `Counted on ${at}.` }),
  changedSince: {
    es: "Sus datos han cambiado después: se vuelve a calcular cuando el lead regresa a marketing.",
    en: "The lead’s details have changed since: it is counted again when the lead returns to marketing.",
  },
  noLines: { es: "Nada suma ni resta puntos.", en: "Nothing adds or takes away points." },
  story: { es: "Historia", en: "Story" },
  show: { es: "Qué parte de la historia se muestra", en: "Which part of the story is shown" },
  nothingOfThat: { es: "Todavía no hay nada de este tipo.", en: "Nothing of this kind yet." },
  details: (count: number): Bilingual =>
    pluralInBoth(count, { es: ["# detalle", "# detalles"], en: ["# detail", "# details"] }),
  by: (name: string): Bilingual => ({ es: `por ${name}`, en: `by ${name}` }),
  agreement: (version: string): Bilingual => ({ es: `acuerdo ${version}`, en: `agreement ${version}` }),
  byVersion: (number: number): Bilingual => ({
    es: `según la versión ${number} del acuerdo`,
    en: `by version ${number} of the agreement`,
  }),
  shown: (shown: number, all: number): Bilingual => ({
    es: `Mostrando ${shown} de ${all}.`,
    en: `Showing ${shown} of ${all}.`,
  }),
  earlier: { es: "Mostrar lo anterior", en: "Show earlier entries" },
  isCut: {
    es: "La historia es tan larga que no cabe entera: lo más antiguo no se muestra.",
    en: "The story is too long to show in full: the oldest entries are left out.",
  },
  newEntries: (count: number): Bilingual =>
    pluralInBoth(count, {
      es: ["# novedad en la historia.", "# novedades en la historia."],
      en: ["# new entry in the story.", "# new entries in the story."],
    }),
  actions: { es: "Acciones", en: "Actions" },
  unknown: { es: "No encontramos este lead", en: "We cannot find this lead" },
  unknownText: {
    es: "Puede que la dirección no sea correcta, que el lead se haya borrado o que lo lleve otra persona del equipo y no tengas acceso.",
    en: "The address may be wrong, the lead may have been erased, or a colleague owns the lead and you do not have access.",
  },
  forbidden: { es: "No tienes acceso a este lead", en: "You do not have access to this lead" },
  forbiddenText: {
    es: "Lo lleva otra persona del equipo. Si debería ser tuyo, díselo a tu responsable de ventas, que puede reasignarlo.",
    en: "A colleague owns this lead. If the lead should be yours, ask your sales manager to reassign them.",
  },
  erased: { es: "Borrado", en: "Erased" },
  toPipeline: { es: "Ir al pipeline", en: "Go to the pipeline" },
  toMyLeads: { es: "Ir a mis leads", en: "Go to my leads" },
} as const;

export const filterNames = {
  all: { es: "Todo", en: "All" },
  lead: { es: "Lo que hizo el lead", en: "What the lead did" },
  decisions: { es: "Decisiones", en: "Decisions" },
  sales: { es: "Ventas", en: "Sales" },
  mails: { es: "Correos", en: "E-mails" },
} as const satisfies Record<StoryFilter, Bilingual>;

export const consentAnswers = {
  yes: { es: "Sí", en: "Yes" },
  no: { es: "No", en: "No" },
  unclear: { es: "No se entiende", en: "Not understood" },
} as const satisfies Record<ConsentEntry["answer"], Bilingual>;

/** What became of it; the day follows where there is one. */
export const consentStates = {
  confirmed: { es: "Confirmado por enlace", en: "Confirmed by link" },
  unconfirmed: { es: "Sin confirmar: puede haberlo enviado cualquiera", en: "Not confirmed: anyone may have sent it" },
  ended: { es: "Terminado", en: "Ended" },
  paused: { es: "En pausa por un «no» posterior", en: "Paused by a later “no”" },
  obeyed: { es: "No se envían contenidos", en: "No content is sent" },
  lifted: { es: "Después confirmó que sí", en: "Later confirmed a yes" },
} as const satisfies Record<NonNullable<ConsentEntry["state"]>, Bilingual>;

/** What the colour of an entry means, in a word. */
export const toneNames = {
  good: { es: "Avance", en: "Progress" },
  warn: { es: "Aviso", en: "Notice" },
  bad: { es: "Contratiempo", en: "Setback" },
} as const satisfies Record<Exclude<Tone, "plain">, Bilingual>;

export const actionNames = {
  decide: { es: "Decidir qué se hace", en: "Decide what to do" },
  answer: { es: "Responder", en: "Answer" },
  outcome: { es: "Actualizar la venta", en: "Update the deal" },
  reassign: { es: "Reasignar", en: "Reassign" },
  recycle: { es: "Devolver a marketing", en: "Return to marketing" },
  "new-deal": { es: "Nuevo negocio", en: "New deal" },
  "take-over": { es: "Aceptar", en: "Take over" },
  dismiss: { es: "Descartar", en: "Dismiss" },
  edit: { es: "Corregir datos", en: "Correct details" },
  "not-same": { es: "No es la misma persona", en: "Not the same person" },
  override: { es: "Decidir a mano", en: "Decide by hand" },
  unsubscribe: { es: "Dar de baja", en: "Unsubscribe" },
  export: { es: "Dar acceso a sus datos", en: "Give access to their data" },
  erase: { es: "Borrar", en: "Erase" },
} as const satisfies Record<LeadAction, Bilingual>;
