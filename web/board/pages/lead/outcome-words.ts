import type { Bilingual } from "../../../../lambdas/contract/stages.ts";

export const outcomeWords = {
  title: { es: "Actualizar la venta", en: "Update the deal" },
  correctTitle: { es: "Corregir el resultado", en: "Correct the outcome" },
  what: {
    es: "El lead pasa a la etapa que elijas y los dos equipos lo ven al momento.",
    en: "The lead moves to the stage you choose, and both teams see it at once.",
  },
  correctWhat: {
    es: "El resultado registrado no era correcto: este lo sustituye. El anterior sigue en la historia y las cifras se corrigen.",
    en: "The recorded outcome was wrong: this one replaces it. The previous one stays in the story, and the figures are corrected.",
  },
  outcome: { es: "Qué ha pasado", en: "What happened" },
  amount: { es: "Importe (opcional)", en: "Amount (optional)" },
  /** @param money its name; left out where there is a choice */
  amountHint: (example: Bilingual, money?: Bilingual): Bilingual => ({
    es: money === undefined ? `Por ejemplo, ${example.es}` : `En ${money.es}. Por ejemplo, ${example.es}`,
    en: money === undefined ? `For example, ${example.en}` : `In ${money.en}. For example, ${example.en}`,
  }),
  currency: { es: "Moneda", en: "Currency" },
  lostReason: { es: "Por qué se ha perdido", en: "Why the deal was lost" },
  recycledReason: { es: "Por qué vuelve a marketing", en: "Why the lead returns to marketing" },
  noReason: { es: "Elige un motivo", en: "Choose a reason" },
  send: { es: "Guardar", en: "Save" },
  correct: { es: "Corregir", en: "Correct" },
} as const satisfies Record<string, Bilingual | ((example: Bilingual, money?: Bilingual) => Bilingual)>;

/** In the order in which a deal goes through them. */
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
    means: { es: "Ha comprado: lo celebran los dos equipos.", en: "The lead has bought: both teams celebrate." },
  },
  {
    id: "lost",
    name: { es: "Perdido", en: "Lost" },
    means: { es: "No va a comprar.", en: "The lead is not going to buy." },
  },
  {
    id: "recycled",
    name: { es: "Todavía no es su momento", en: "Not the right time yet" },
    means: {
      es: "Vuelve a marketing, que lo madura en otro ciclo.",
      en: "The lead returns to marketing, which nurtures them in the next cycle.",
    },
  },
] as const satisfies readonly { readonly id: string; readonly name: Bilingual; readonly means: Bilingual }[];
