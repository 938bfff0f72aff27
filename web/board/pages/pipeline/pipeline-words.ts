/** Words of the pipeline. */
export const pipelineWords = {
  title: { es: "Pipeline", en: "Pipeline" },
  open: (count: string) => ({ es: `${count} leads abiertos`, en: `${count} open leads` }),
  yours: {
    es: "Aquí ves tus leads; los números de arriba son los de todo el equipo.",
    en: "You see your own leads here; the numbers above are the whole team's.",
  },
  stage: { es: "Etapa", en: "Stage" },
  closeColumn: (label: string) => ({ es: `Plegar ${label}`, en: `Fold ${label}` }),
  owner: { es: "Responsable", en: "Owner" },
  persona: { es: "Perfil", en: "Persona" },
  source: { es: "Origen", en: "Source" },
  grade: { es: "Etiqueta", en: "Label" },
  any: { es: "Todos", en: "All" },
  overdue: { es: "Fuera de plazo", en: "Overdue" },
  filters: { es: "Filtros", en: "Filters" },
  clear: { es: "Quitar filtros", en: "Clear filters" },
  none: { es: "Nada por aquí", en: "Nothing here" },
  noneText: { es: "Ningún lead está ahora en esta etapa.", en: "No lead is at this stage now." },
  noneFiltered: { es: "Ninguno con estos filtros", en: "None with these filters" },
  soFar: { es: "Ninguno hasta aquí", en: "None so far" },
  more: { es: "Ver más", en: "Show more" },
  further: { es: "Seguir buscando", en: "Look further" },
  reading: { es: "Leyendo…", en: "Reading…" },
  arrived: (count: number) => ({
    es: count === 1 ? "1 lead nuevo" : `${count} leads nuevos`,
    en: count === 1 ? "1 new lead" : `${count} new leads`,
  }),
  moved: (count: number) => ({
    es: count === 1 ? "1 ha cambiado de etapa" : `${count} han cambiado de etapa`,
    en: count === 1 ? "1 has moved" : `${count} have moved`,
  }),
} as const;
