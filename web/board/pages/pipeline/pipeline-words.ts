import { pluralInBoth } from "../../../../lambdas/domain/text/plural.ts";

/** Words of the pipeline. */
export const pipelineWords = {
  title: { es: "Pipeline", en: "Pipeline" },
  open: (count: number) =>
    pluralInBoth(count, { es: ["# lead abierto", "# leads abiertos"], en: ["# open lead", "# open leads"] }),
  yours: {
    es: "Aquí ves solo tus leads; los totales son los de todo el equipo.",
    en: "You see only your own leads here; the totals are the whole team’s.",
  },
  stage: { es: "Etapa", en: "Stage" },
  closeColumn: (label: string) => ({ es: `Plegar ${label}`, en: `Collapse ${label}` }),
  owner: { es: "Responsable", en: "Owner" },
  persona: { es: "Cliente ideal", en: "Buyer persona" },
  source: { es: "Origen", en: "Source" },
  grade: { es: "Calificación", en: "Grade" },
  any: { es: "Cualquiera", en: "Any" },
  overdue: { es: "Fuera de plazo", en: "Overdue" },
  filters: { es: "Filtros", en: "Filters" },
  clear: { es: "Quitar filtros", en: "Clear filters" },
  none: { es: "Ningún lead", en: "No leads" },
  noneText: {
    es: "Ahora mismo no hay leads en esta etapa.",
    en: "There are no leads in this stage right now.",
  },
  noneFiltered: { es: "Ninguno con estos filtros", en: "No leads match these filters" },
  soFar: { es: "Ninguno hasta aquí", en: "None so far" },
  more: { es: "Ver más", en: "Show more" },
  further: { es: "Seguir buscando", en: "Keep looking" },
  reading: { es: "Cargando…", en: "Loading…" },
  arrived: (count: number) =>
    pluralInBoth(count, { es: ["# lead nuevo", "# leads nuevos"], en: ["# new lead", "# new leads"] }),
  moved: (count: number) =>
    pluralInBoth(count, {
      es: ["# ha cambiado de etapa", "# han cambiado de etapa"],
      en: ["# has changed stage", "# have changed stage"],
    }),
} as const;
