import type { Bilingual } from "../../../../lambdas/contract/stages.ts";

export const celebrateWords = {
  title: { es: "Celebrar", en: "Celebrate" },
  intro: {
    es: "Cada cliente ganado es de los dos equipos: marketing lo trajo y ventas lo cerró.",
    en: "Every customer won belongs to both teams: marketing brought it and sales closed it.",
  },
  switch: { es: "Celebrar las victorias", en: "Celebrate wins" },
  switchHint: {
    es: "El aviso de cada victoria y el momento de la última. Solo en este navegador.",
    en: "The note of every win and the moment for the newest. In this browser only.",
  },
  newest: { es: "La última victoria", en: "The newest win" },
  others: { es: "Las anteriores", en: "The ones before" },
  count: (count: number): Bilingual => ({
    es: count === 1 ? "1 cliente ganado" : `${count} clientes ganados`,
    en: count === 1 ? "1 customer won" : `${count} customers won`,
  }),
  total: { es: "entre todos", en: "altogether" },
  wonOn: (day: string): Bilingual => ({ es: `Ganado el ${day}`, en: `Won on ${day}` }),
  broughtBy: { es: "Lo trajo marketing", en: "Marketing brought it" },
  closedBy: { es: "Lo cerró", en: "Closed by" },
  took: { es: "Del primer formulario al trato", en: "From the first form to the deal" },
  unknownSource: { es: "origen sin anotar", en: "source not noted" },
  unnamed: { es: "Un cliente nuevo", en: "A new customer" },
  demo: { es: "Demostración", en: "Demo" },
  story: { es: "Ver toda la historia", en: "See the whole story" },
  none: { es: "Aún no hay victorias", en: "No wins yet" },
  noneText: {
    es: "En cuanto alguien cuente que un lead se ha ganado, aparecerá aquí para los dos equipos.",
    en: "As soon as somebody tells that a lead was won, it appears here for both teams.",
  },
} as const;
