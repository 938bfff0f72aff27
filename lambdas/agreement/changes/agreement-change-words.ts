import type { Bilingual } from "../../contract/stages.ts";

/** Terms that both departments know by name, by where they stand in the agreement. */
export const termNames: Readonly<Record<string, Bilingual>> = {
  "sla.marketing.qualifiedPerWeek": {
    es: "MQL a la semana que promete marketing",
    en: "MQLs a week that marketing promises",
  },
  "sla.marketing.leastAcceptanceRate": {
    es: "Parte de los MQL que ventas acepta al menos",
    en: "Least share of MQLs that sales accepts",
  },
  "sla.sales.followUp": { es: "Plazo de respuesta de ventas", en: "Time in which sales answers" },
  "sla.sales.followUpFastLane": {
    es: "Plazo de respuesta por la vía rápida",
    en: "Time in which sales answers in the fast lane",
  },
  "sla.sales.followUpOf": { es: "Plazos de respuesta por segmento", en: "Times to answer by segment" },
  "sla.sales.reminderShare": {
    es: "Parte del plazo tras la que se avisa",
    en: "Share of the time after which the rep is reminded",
  },
  "sla.sales.escalation": { es: "Qué pasa cuando vence el plazo", en: "What happens when the time is up" },
  "sla.sales.reassignedWithin": {
    es: "Plazo de quien recibe un lead reasignado",
    en: "Time of whoever gets a reassigned lead",
  },
  "sla.sales.returnAfter": {
    es: "Cuándo vuelve a marketing un lead sin respuesta",
    en: "When an unanswered lead goes back to marketing",
  },
  "sla.sales.askOutcomeAfter": {
    es: "Cada cuánto se pregunta por el resultado",
    en: "How often sales is asked for the outcome",
  },
  "gate.leastMatches": { es: "Criterios a favor que pide un MQL", en: "Criteria in its favour that an MQL needs" },
  "gate.leastFit": { es: "Puntos de encaje que pide un MQL", en: "Points of fit that an MQL needs" },
  "gate.leastFamiliarity": {
    es: "Puntos de familiaridad que pide un MQL",
    en: "Points of familiarity that an MQL needs",
  },
  "gate.mustHaves": { es: "Criterios imprescindibles", en: "Criteria that are a must" },
  "gate.fastLane": { es: "Qué abre la vía rápida", en: "What opens the fast lane" },
  "nurture.cadence": {
    es: "Cada cuánto se escribe a un lead en maduración",
    en: "How often a lead being nurtured is written to",
  },
  "nurture.mostTouches": { es: "Correos por ciclo como máximo", en: "Mails a cycle at most" },
  "nurture.dormantAfter": { es: "Silencio tras el que un lead se duerme", en: "Silence after which a lead is dormant" },
  "goals.wonPerQuarter": { es: "Clientes nuevos al trimestre", en: "New customers a quarter" },
  "weeklyMeeting.day": { es: "Día de la reunión semanal", en: "Day of the weekly meeting" },
  "weeklyMeeting.time": { es: "Hora de la reunión semanal", en: "Time of the weekly meeting" },
};

/** What changes of somebody or something that has a name of its own. */
export const partNames: Readonly<Record<string, Bilingual>> = {
  limit: { es: "plazo de la etapa", en: "time limit of the stage" },
  owner: { es: "quién responde de la etapa", en: "who answers for the stage" },
  points: { es: "puntos", en: "points" },
  halfLife: { es: "se reducen a la mitad en", en: "halves in" },
  cap: { es: "puntos como máximo", en: "points at most" },
  capPerDay: { es: "puntos al día como máximo", en: "points a day at most" },
  test: { es: "cómo se comprueba", en: "how it is tested" },
  "capacity.newPerWeek": { es: "leads nuevos por semana", en: "new leads a week" },
  "capacity.openAtMost": { es: "leads abiertos a la vez", en: "open leads at a time" },
  manager: { es: "responsable", en: "manager" },
  territories: { es: "zonas", en: "territories" },
  segments: { es: "segmentos", en: "segments" },
  industries: { es: "sectores", en: "industries" },
  absences: { es: "ausencias", en: "absences" },
  leaves: { es: "último día", en: "last day" },
  starts: { es: "primer día", en: "first day" },
  weight: { es: "peso en el reparto", en: "weight when leads are shared out" },
  leadsTo: { es: "qué pasa con el lead", en: "what becomes of the lead" },
  coolDown: { es: "pausa", en: "cool-down" },
};

/** Lists whose parts have names of their own. */
export const listNames: Readonly<Record<string, Bilingual>> = {
  "team.reps": { es: "Equipo de ventas", en: "Sales team" },
  "team.managers": { es: "Responsables de ventas", en: "Sales managers" },
  stages: { es: "Etapas", en: "Stages" },
  personas: { es: "Clientes ideales", en: "Buyer personas" },
  "personas.*.criteria": { es: "Criterios", en: "Criteria" },
  familiarity: { es: "Familiaridad", en: "Familiarity" },
  "gate.disqualifiers": { es: "Motivos que descartan", en: "Disqualifiers" },
  segments: { es: "Segmentos", en: "Segments" },
  "sla.sales.rejectReasons": { es: "Motivos de rechazo", en: "Reject reasons" },
  "sla.sales.lostReasons": { es: "Motivos de pérdida", en: "Reasons for losing" },
};
