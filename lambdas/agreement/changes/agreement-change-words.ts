import type { Bilingual } from "../../contract/stages.ts";

/** Terms that both departments know by name, by where they stand in the agreement. */
export const termNames: Readonly<Record<string, Bilingual>> = {
  "sla.marketing.qualifiedPerWeek": {
    es: "MQL por semana que promete marketing",
    en: "MQLs per week promised by marketing",
  },
  "sla.marketing.leastAcceptanceRate": {
    es: "Porcentaje mínimo de MQL que acepta ventas",
    en: "Minimum share of MQLs that sales accepts",
  },
  "sla.sales.followUp": { es: "Plazo de respuesta de ventas", en: "Deadline for sales to answer" },
  "sla.sales.followUpFastLane": {
    es: "Plazo de respuesta por la vía rápida",
    en: "Deadline for sales to answer in the fast lane",
  },
  "sla.sales.followUpOf": { es: "Plazos de respuesta por segmento", en: "Deadlines by segment" },
  "sla.sales.reminderShare": {
    es: "Porcentaje del plazo tras el que se envía el recordatorio",
    en: "Share of the deadline after which the rep is reminded",
  },
  "sla.sales.escalation": { es: "Qué pasa cuando vence el plazo", en: "What happens after the deadline" },
  "sla.sales.reassignedWithin": {
    es: "Plazo de un lead reasignado",
    en: "Deadline for a reassigned lead",
  },
  "sla.sales.returnAfter": {
    es: "Cuándo vuelve a marketing un lead sin respuesta",
    en: "When an unanswered lead returns to marketing",
  },
  "sla.sales.askOutcomeAfter": {
    es: "Cada cuánto se pregunta por el resultado",
    en: "How often sales is asked for the outcome",
  },
  "gate.leastMatches": { es: "Criterios a favor necesarios para ser MQL", en: "Criteria in favour needed for an MQL" },
  "gate.leastFit": { es: "Puntos de encaje necesarios para ser MQL", en: "Fit points needed for an MQL" },
  "gate.leastFamiliarity": {
    es: "Puntos de familiaridad necesarios para ser MQL",
    en: "Familiarity points needed for an MQL",
  },
  "gate.mustHaves": { es: "Criterios imprescindibles", en: "Must-have criteria" },
  "gate.fastLane": { es: "Qué abre la vía rápida", en: "What opens the fast lane" },
  "nurture.cadence": {
    es: "Cada cuánto se escribe a un lead en maduración",
    en: "How often leads in nurturing get an e-mail",
  },
  "nurture.mostTouches": { es: "Máximo de correos por ciclo", en: "Maximum e-mails per cycle" },
  "nurture.dormantAfter": {
    es: "Silencio tras el que un lead queda dormido",
    en: "Silence after which a lead becomes dormant",
  },
  "goals.wonPerQuarter": { es: "Clientes nuevos al trimestre", en: "New customers per quarter" },
  "weeklyMeeting.day": { es: "Día de la reunión semanal", en: "Day of the weekly meeting" },
  "weeklyMeeting.time": { es: "Hora de la reunión semanal", en: "Time of the weekly meeting" },
};

/** What changes of somebody or something that has a name of its own. */
export const partNames: Readonly<Record<string, Bilingual>> = {
  limit: { es: "plazo de la etapa", en: "time limit of the stage" },
  owner: { es: "responsable de la etapa", en: "owner of the stage" },
  points: { es: "puntos", en: "points" },
  halfLife: { es: "se reducen a la mitad en", en: "half-life" },
  cap: { es: "puntos como máximo", en: "points at most" },
  capPerDay: { es: "puntos al día como máximo", en: "points per day at most" },
  test: { es: "cómo se comprueba", en: "how it is tested" },
  "capacity.newPerWeek": { es: "leads nuevos por semana", en: "new leads per week" },
  "capacity.openAtMost": { es: "leads abiertos a la vez", en: "open leads at a time" },
  manager: { es: "responsable", en: "manager" },
  territories: { es: "zonas", en: "territories" },
  segments: { es: "segmentos", en: "segments" },
  industries: { es: "sectores", en: "industries" },
  absences: { es: "ausencias", en: "absences" },
  leaves: { es: "último día", en: "last day" },
  starts: { es: "primer día", en: "first day" },
  weight: { es: "peso en el reparto", en: "weight in the distribution" },
  leadsTo: { es: "qué pasa con el lead", en: "what happens to the lead" },
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
  "sla.sales.rejectReasons": { es: "Motivos de rechazo", en: "Rejection reasons" },
  "sla.sales.lostReasons": { es: "Motivos de pérdida", en: "Lost reasons" },
};
