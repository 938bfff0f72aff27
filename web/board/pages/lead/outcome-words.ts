import type { Bilingual } from "../../../../lambdas/contract/stages.ts";

export const outcomeWords = {
  title: { es: "Contar cómo va", en: "Tell how it goes" },
  correctTitle: { es: "Corregir el final", en: "Correct the ending" },
  what: {
    es: "El lead pasa a la etapa que elijas y los dos equipos lo ven en el acto.",
    en: "The lead goes to the stage that you choose, and both teams see it at once.",
  },
  correctWhat: {
    es: "Lo que se contó estaba mal: esto ocupa su lugar. Lo anterior sigue en la historia y las cifras cambian con ello.",
    en: "What was told was wrong: this takes its place. What was said before stays in the story, and the figures change with it.",
  },
  outcome: { es: "Qué ha pasado", en: "What became of it" },
  amount: { es: "Importe (opcional)", en: "Amount (optional)" },
  amountHint: { es: "Por ejemplo, 12.500,50", en: "For example, 12,500.50" },
  lostReason: { es: "Por qué se ha perdido", en: "Why it was lost" },
  recycledReason: { es: "Por qué vuelve a marketing", en: "Why it goes back to marketing" },
  noReason: { es: "Elige un motivo", en: "Choose a reason" },
  send: { es: "Contarlo", en: "Tell it" },
  correct: { es: "Corregir", en: "Correct" },
} as const satisfies Record<string, Bilingual>;

/** In the order of the deal. */
export const outcomeNames = [
  {
    id: "sales-qualified",
    name: { es: "SQL", en: "SQL" },
    means: { es: "Hemos hablado y hay una necesidad real.", en: "We have talked and there is a real need." },
  },
  {
    id: "opportunity",
    name: { es: "Oportunidad", en: "Opportunity" },
    means: { es: "Hay una propuesta sobre la mesa.", en: "There is an offer on the table." },
  },
  {
    id: "won",
    name: { es: "Ganado", en: "Won" },
    means: { es: "Ha comprado: lo celebran los dos equipos.", en: "They bought: both teams celebrate." },
  },
  {
    id: "lost",
    name: { es: "Perdido", en: "Lost" },
    means: { es: "No va a comprar.", en: "They are not going to buy." },
  },
  {
    id: "recycled",
    name: { es: "Todavía no es su momento", en: "Not the right time yet" },
    means: {
      es: "Vuelve a marketing, que lo madura en otro ciclo.",
      en: "It goes back to marketing, which nurtures it in its next cycle.",
    },
  },
] as const satisfies readonly { readonly id: string; readonly name: Bilingual; readonly means: Bilingual }[];
