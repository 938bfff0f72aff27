/** Words of the worklist. */
export const myLeadsWords = {
  mine: { es: "Mis leads", en: "My leads" },
  by: { es: "Leads por comercial", en: "Leads by rep" },
  whose: { es: "De quién", en: "Whose" },
  count: (count: number) => ({
    es: count === 1 ? "1 lead abierto" : `${count} leads abiertos`,
    en: count === 1 ? "1 open lead" : `${count} open leads`,
  }),
  groups: {
    overdue: { es: "Fuera de plazo", en: "Overdue" },
    today: { es: "Hoy", en: "Today" },
    week: { es: "Esta semana", en: "This week" },
    later: { es: "Más adelante", en: "Later" },
  },
  none: { es: "Ningún lead pendiente", en: "No lead is waiting" },
  noneText: { es: "Cuando llegue uno, aparecerá aquí por sí solo.", en: "When one comes, it appears here by itself." },
  answer: { es: "Responder", en: "Answer" },
  answerTo: (who: string) => ({ es: `Responder a ${who}`, en: `Answer ${who}` }),
} as const;
