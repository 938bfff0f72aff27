import type { LeadAction, Tone } from "../../../../lambdas/contract/board.ts";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import type { StoryFilter } from "./timeline.ts";

export const leadWords = {
  cycle: (cycle: number): Bilingual => ({ es: `Ciclo ${cycle}`, en: `Cycle ${cycle}` }),
  owner: { es: "Lo lleva", en: "Owner" },
  nobody: { es: "Nadie todavía", en: "Nobody yet" },
  source: { es: "Origen", en: "Source" },
  persona: { es: "Cliente ideal", en: "Buyer persona" },
  due: { es: "Plazo", en: "Due" },
  since: { es: "En esta etapa desde", en: "In this stage since" },
  amount: { es: "Importe", en: "Amount" },
  grade: (grade: string): Bilingual => ({ es: `Calificación ${grade}`, en: `Grade ${grade}` }),
  demo: { es: "De la demostración", en: "Demo" },
  why: { es: "Por qué está aquí", en: "Why it is here" },
  next: { es: "Qué pasa ahora y cuándo", en: "What happens next and when" },
  nothingNext: { es: "Nada: su camino ha terminado.", en: "Nothing: its way has ended." },
  facts: { es: "Quién es", en: "Who it is" },
  noFacts: { es: "Aún no ha dicho nada de sí.", en: "It has said nothing of itself yet." },
  fit: { es: "Encaje", en: "Fit" },
  familiarity: { es: "Familiaridad", en: "Familiarity" },
  /** @param said the same number, as the reader writes it */
  points: (points: number, said: string): Bilingual => ({
    es: points === 1 ? "1 punto" : `${said} puntos`,
    en: points === 1 ? "1 point" : `${said} points`,
  }),
  noLines: { es: "Nada que sume ni reste.", en: "Nothing that adds or takes away." },
  story: { es: "Historia", en: "Story" },
  show: { es: "Qué se muestra", en: "What is shown" },
  nothingOfThat: { es: "Nada de esto ha pasado todavía.", en: "Nothing of this has happened yet." },
  details: (count: number): Bilingual => ({
    es: count === 1 ? "1 detalle" : `${count} detalles`,
    en: count === 1 ? "1 detail" : `${count} details`,
  }),
  by: (name: string): Bilingual => ({ es: `por ${name}`, en: `by ${name}` }),
  agreement: (version: string): Bilingual => ({ es: `acuerdo ${version}`, en: `agreement ${version}` }),
  shown: (shown: number, all: number): Bilingual => ({
    es: `Se muestran ${shown} de ${all}.`,
    en: `${shown} of ${all} shown.`,
  }),
  earlier: { es: "Mostrar lo anterior", en: "Show earlier" },
  isCut: {
    es: "Ha hecho tantas cosas que aquí no caben todas: lo más antiguo no se muestra.",
    en: "It has done so much that not everything fits here: the oldest is not shown.",
  },
  newEntries: (count: number): Bilingual => ({
    es: count === 1 ? "Algo nuevo en la historia." : `${count} cosas nuevas en la historia.`,
    en: count === 1 ? "Something new in the story." : `${count} new things in the story.`,
  }),
  actions: { es: "Qué se puede hacer", en: "What can be done" },
  unknown: { es: "No encontramos este lead", en: "We cannot find this lead" },
  unknownText: {
    es: "O la dirección no es correcta, o se ha borrado, o lo lleva otra persona del equipo y no te toca verlo.",
    en: "Either the address is wrong, or it was erased, or it is in the hands of a colleague and not yours to see.",
  },
  forbidden: { es: "Este lead no te toca verlo", en: "This lead is not yours to see" },
  forbiddenText: {
    es: "Lo lleva otra persona del equipo. Si debería ser tuyo, díselo a tu responsable: puede pasártelo.",
    en: "It is in the hands of a colleague. If it should be yours, tell your manager, who can pass it to you.",
  },
  erased: { es: "Borrado", en: "Erased" },
  toPipeline: { es: "Ir al pipeline", en: "Go to the pipeline" },
  toMyLeads: { es: "Ir a mis leads", en: "Go to my leads" },
} as const;

export const filterNames = {
  all: { es: "Todo", en: "Everything" },
  lead: { es: "Lo que hizo el lead", en: "What the lead did" },
  decisions: { es: "Decisiones", en: "Decisions" },
  sales: { es: "Ventas", en: "Sales" },
  mails: { es: "Correos", en: "Mails" },
} as const satisfies Record<StoryFilter, Bilingual>;

/** What a colour means for the lead's way, in a word. */
export const toneNames = {
  good: { es: "Avance", en: "Progress" },
  warn: { es: "Aviso", en: "Notice" },
  bad: { es: "Tropiezo", en: "Setback" },
} as const satisfies Record<Exclude<Tone, "plain">, Bilingual>;

export const actionNames = {
  answer: { es: "Responder", en: "Answer" },
  outcome: { es: "Contar cómo va", en: "Tell how it goes" },
  reassign: { es: "Pasar a otra persona", en: "Give to somebody else" },
  recycle: { es: "Devolver a marketing", en: "Give back to marketing" },
  override: { es: "Decidir a mano", en: "Decide by hand" },
  unsubscribe: { es: "Dar de baja", en: "Unsubscribe" },
  erase: { es: "Borrar", en: "Erase" },
} as const satisfies Record<LeadAction, Bilingual>;
