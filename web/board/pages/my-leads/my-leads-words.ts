import { pluralInBoth } from "../../../../lambdas/domain/text/plural.ts";

/** Words of the worklist. */
export const myLeadsWords = {
  mine: { es: "Mis leads", en: "My leads" },
  by: { es: "Leads por comercial", en: "Leads by rep" },
  owner: { es: "Responsable", en: "Owner" },
  lead: { es: "Lead", en: "Lead" },
  count: (count: number, isMore = false) =>
    isMore
      ? {
          es: `Más de ${count} leads abiertos: estos son los más urgentes.`,
          en: `More than ${count} open leads: these are the most urgent.`,
        }
      : pluralInBoth(count, { es: ["# lead abierto", "# leads abiertos"], en: ["# open lead", "# open leads"] }),
  counting: { es: "Contando…", en: "Counting…" },
  notCounted: { es: "No se sabe cuántos leads hay.", en: "It is not known how many leads there are." },
  groups: {
    overdue: { es: "Fuera de plazo", en: "Overdue" },
    today: { es: "Hoy", en: "Today" },
    week: { es: "Esta semana", en: "This week" },
    later: { es: "Más adelante", en: "Later" },
  },
  none: { es: "Ningún lead pendiente", en: "No leads waiting" },
  noneText: { es: "Los leads nuevos aparecerán aquí automáticamente.", en: "New leads appear here automatically." },
  answer: { es: "Responder", en: "Answer" },
  answerAbout: (who: string) => ({ es: `Responder sobre ${who}`, en: `Answer the hand-off: ${who}` }),
} as const;
