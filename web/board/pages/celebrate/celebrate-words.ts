import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { pluralInBoth } from "../../../../lambdas/domain/text/plural.ts";

export const celebrateWords = {
  title: { es: "Celebrar", en: "Celebrate" },
  intro: {
    es: "Cada cliente ganado es de los dos equipos: marketing lo trajo y ventas cerró la venta.",
    en: "Every customer won belongs to both teams: marketing brought them in and sales closed the deal.",
  },
  switch: { es: "Celebrar las ventas ganadas", en: "Celebrate wins" },
  switchHint: {
    es: "El aviso de cada venta ganada y la animación de la última. Solo en este navegador.",
    en: "The notice of each win and the animation for the latest one. In this browser only.",
  },
  newest: { es: "La última venta ganada", en: "The latest win" },
  others: { es: "Las anteriores", en: "Earlier wins" },
  count: (count: number, isMore: boolean): Bilingual =>
    isMore
      ? { es: `Los ${count} clientes ganados más recientes`, en: `The ${count} latest customers won` }
      : pluralInBoth(count, {
          es: ["# cliente ganado", "# clientes ganados"],
          en: ["# customer won", "# customers won"],
        }),
  withLatest: { es: "contando la última", en: "counting the latest" },
  total: { es: "en total", en: "in total" },
  wonOn: (day: string): Bilingual => ({ es: `Ganado el ${day}`, en: `Won on ${day}` }),
  broughtBy: { es: "Lo trajo marketing", en: "Brought in by marketing" },
  closedBy: { es: "Cerró la venta", en: "Closed by" },
  took: { es: "Del primer formulario a la venta", en: "From the first form to the deal" },
  unknownSource: { es: "Origen desconocido", en: "Unknown source" },
  story: { es: "Ver su historia", en: "See their story" },
  none: { es: "Todavía no hay ventas ganadas", en: "No wins yet" },
  noneText: {
    es: "En cuanto se registre la primera, aparecerá aquí para los dos equipos.",
    en: "As soon as the first one is recorded, it appears here for both teams.",
  },
} as const;
