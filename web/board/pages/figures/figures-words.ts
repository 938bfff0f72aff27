import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { pluralInBoth } from "../../../../lambdas/domain/text/plural.ts";

export const figuresWords = {
  title: { es: "Cifras", en: "Figures" },
  intro: {
    es: "Lo que los dos equipos se prometieron y cómo va. Todos ven las mismas cifras.",
    en: "What both teams promised each other, and how it is going. Everyone sees the same figures.",
  },
  range: { es: "Periodo", en: "Period" },
  weeks: { es: "semanas", en: "weeks" },
  asOf: (time: string): Bilingual => ({ es: `Actualizado a las ${time}`, en: `Updated at ${time}` }),
  thisWeek: { es: "Esta semana", en: "This week" },
  inWords: { es: "En palabras", en: "In words" },
  trend: { es: "Semana a semana", en: "Week by week" },
  stage: { es: "Etapa", en: "Stage" },
  before: (week: Bilingual): Bilingual => ({
    es: `Las cifras empiezan en la ${week.es}: antes no había acuerdo en vigor ni leads.`,
    en: `Figures start in ${week.en}: before it no agreement was in force, and there were no leads.`,
  }),
  funnel: { es: "De lead a venta", en: "From lead to deal" },
  funnelNote: {
    es: "Las barras cuentan lo que ocurrió en este periodo: los leads de una barra no tienen por qué ser los de la anterior.",
    en: "The bars count what happened in this period: the leads of one bar need not be those of the bar before.",
  },
  conversionNote: {
    es: "La conversión es de los leads que salieron de cada etapa en este periodo: avanzaron los que siguieron hacia la venta. El tiempo incluye noches y fines de semana.",
    en: "The conversion is of the leads that left each stage in this period: those that went on towards a deal moved forward. Times include nights and weekends.",
  },
  entries: (stage: string, entered: string, leads: string, again: string): Bilingual => ({
    es: `«${stage}»: ${entered} entradas = ${leads} leads nuevos + ${again} de leads que empezaron otro ciclo.`,
    en: `“${stage}”: ${entered} entries = ${leads} new leads + ${again} of leads that began another cycle.`,
  }),
  entered: { es: "Entraron", en: "Entered" },
  left: { es: "Salieron", en: "Left" },
  forward: { es: "Avanzaron", en: "Moved forward" },
  conversion: { es: "Conversión", en: "Conversion" },
  median: { es: "Tiempo natural mediano", en: "Median time (by the clock)" },
  medianSeconds: { es: "Tiempo natural mediano (segundos)", en: "Median time by the clock (seconds)" },
  reasons: { es: "Por qué ventas rechaza leads", en: "Why sales rejects leads" },
  reasonsNote: {
    es: "Cuanto más intenso es el color, más rechazos hubo por ese motivo en esa semana.",
    en: "The stronger the colour, the more leads were rejected for that reason in that week.",
  },
  noReasons: { es: "Ningún rechazo en este periodo", en: "No rejections in this period" },
  noReasonsNote: {
    es: "Cuando ventas rechace un lead, aquí se verá el motivo.",
    en: "When sales rejects a lead, the reason will show here.",
  },
  reason: { es: "Motivo", en: "Reason" },
  total: { es: "Total", en: "Total" },
  effects: { es: "Qué criterios se notan en las ventas", en: "Which criteria go with won deals" },
  effectsNote: {
    es: "Porcentaje de leads cerrados por ventas que acabaron en venta, con el criterio y sin él. No demuestra una causa.",
    en: "Percentage of the leads closed by sales that were won, with the criterion and without it. It does not prove a cause.",
  },
  noEffects: { es: "Todavía no hay leads cerrados", en: "No leads closed yet" },
  noEffectsNote: {
    es: "Ventas aún no ha ganado, perdido ni rechazado ningún lead de este periodo.",
    en: "Sales has not won, lost or rejected any lead of this period yet.",
  },
  criterion: { es: "Criterio", en: "Criterion" },
  kind: { es: "Tipo", en: "Type" },
  persona: { es: "Cliente ideal", en: "Buyer persona" },
  kinds: {
    criterion: { es: "Encaje", en: "Fit" },
    familiarity: { es: "Familiaridad", en: "Familiarity" },
    content: { es: "Contenido", en: "Content" },
  },
  with: { es: "Con", en: "With" },
  without: { es: "Sin", en: "Without" },
  difference: { es: "Diferencia", en: "Difference" },
  wonWith: { es: "Ganados con", en: "Won with" },
  endedWith: { es: "Cerrados con", en: "Closed with" },
  wonWithout: { es: "Ganados sin", en: "Won without" },
  endedWithout: { es: "Cerrados sin", en: "Closed without" },
  fewCases: (rows: number, least: number): Bilingual =>
    pluralInBoth(rows, {
      es: [
        `# con menos de ${least} leads cerrados, con él o sin él: demasiado pocos para comparar`,
        `# con menos de ${least} leads cerrados, con cada uno o sin él: demasiado pocos para comparar`,
      ],
      en: [
        `# with fewer than ${least} closed leads, with it or without: too few to compare`,
        `# with fewer than ${least} closed leads, with each or without: too few to compare`,
      ],
    }),
  noneToCompare: (least: number): Bilingual => ({
    es: `Ninguno tiene todavía ${least} leads cerrados con él y ${least} sin él.`,
    en: `None has ${least} closed leads with it and ${least} without it yet.`,
  }),
  wonOf: (won: string, ended: string): Bilingual => ({
    es: `${won} de ${ended}`,
    en: `${won} of ${ended}`,
  }),
  points: (points: number): Bilingual =>
    pluralInBoth(points, { es: ["# punto", "# puntos"], en: ["# point", "# points"] }),
  cases: { es: "Leads cerrados", en: "Closed leads" },
  leastDifference: { es: "Diferencia, límite inferior (95 %)", en: "Difference, lower limit (95%)" },
  mostDifference: { es: "Diferencia, límite superior (95 %)", en: "Difference, upper limit (95%)" },
  interval: (least: string, most: string, cases: string): Bilingual => ({
    es: `95 %: de ${least} a ${most}; ${cases} leads cerrados`,
    en: `95%: ${least} to ${most}; ${cases} closed leads`,
  }),
  byChance: { es: "(puede ser azar)", en: "(may be chance)" },
  bySource: { es: "De dónde vienen las ventas", en: "Where the deals come from" },
  content: { es: "Contenido que acaba en venta", en: "Content that leads to deals" },
  byPersona: { es: "Por cliente ideal", en: "By buyer persona" },
  byRep: { es: "Por comercial", en: "By rep" },
  ofStages: { es: "Conversión y tiempo por etapa", en: "Conversion and time by stage" },
  ofReasons: { es: "Rechazos por motivo y semana", en: "Rejections by reason and week" },
  ofCriteria: { es: "Ganados con cada criterio y sin él", en: "Won with each criterion and without it" },
  ofContent: { es: "Ganados entre quienes lo leyeron y quienes no", en: "Won among readers and non-readers" },
  ofSources: { es: "Resultados por origen", en: "Results by source" },
  ofPersonas: { es: "Resultados por cliente ideal", en: "Results by buyer persona" },
  ofReps: { es: "Resultados por comercial", en: "Results by rep" },
  contentNote: {
    es: "Porcentaje de leads cerrados por ventas que acabaron en venta, entre quienes lo leyeron y quienes no.",
    en: "Percentage of the leads closed by sales that were won, among those who read it and those who did not.",
  },
  source: { es: "Origen", en: "Source" },
  rep: { es: "Comercial", en: "Rep" },
  leads: { es: "Leads", en: "Leads" },
  mqls: { es: "MQL", en: "MQLs" },
  accepted: { es: "Aceptados", en: "Accepted" },
  rejected: { es: "Rechazados", en: "Rejected" },
  inTime: { es: "En plazo", en: "On time" },
  breached: { es: "Plazos incumplidos", en: "Missed deadlines" },
  given: { es: "Asignados", en: "Assigned" },
  won: { es: "Ganados", en: "Won" },
  lost: { es: "Perdidos", en: "Lost" },
  amount: { es: "Importe ganado", en: "Amount won" },
  nothingYet: { es: "Todavía no hay cifras", en: "No figures yet" },
  nothingYetNote: {
    es: "En cuanto llegue el primer lead, aquí empezarán a verse las cifras.",
    en: "As soon as the first lead comes in, the figures start here.",
  },
  waiting: (count: number): Bilingual =>
    pluralInBoth(count, {
      es: [
        "# MQL sin comercial asignado: ahora mismo nadie de ventas tiene capacidad.",
        "# MQL sin comercial asignado: ahora mismo nadie de ventas tiene capacidad.",
      ],
      en: [
        "# MQL has no rep yet: no one in sales has capacity right now.",
        "# MQLs have no rep yet: no one in sales has capacity right now.",
      ],
    }),
} as const;
