import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { pluralInBoth } from "../../../../lambdas/domain/text/plural.ts";

interface OfWhich {
  /** There are more than were counted. */
  readonly isMore: boolean;
  /** Only the reader's own are counted. */
  readonly isOwn: boolean;
  readonly isFiltered: boolean;
}

/** Words of the pipeline. */
export const pipelineWords = {
  title: { es: "Pipeline", en: "Pipeline" },
  open: (count: number) =>
    pluralInBoth(count, { es: ["# lead abierto", "# leads abiertos"], en: ["# open lead", "# open leads"] }),
  openOfWhich: (open: Bilingual, { isMore, isOwn, isFiltered }: OfWhich): Bilingual => ({
    es: `${isMore ? "Al menos " : ""}${open.es}${isOwn ? " a tu cargo" : ""}${isFiltered ? " con estos filtros" : ""}`,
    en: `${isMore ? "At least " : ""}${open.en}${isOwn ? " of yours" : ""}${isFiltered ? " with these filters" : ""}`,
  }),
  counting: { es: "Contando…", en: "Counting…" },
  atLeast: (count: string): Bilingual => ({ es: `al menos ${count}`, en: `at least ${count}` }),
  yours: { es: "Aquí ves solo tus leads.", en: "You see only your own leads here." },
  stage: { es: "Etapa", en: "Stage" },
  group: { es: "Etapas que se muestran", en: "Stages shown" },
  groups: { open: { es: "Abiertas", en: "Open" }, closed: { es: "Cerradas", en: "Closed" } },
  hidden: (count: number) =>
    pluralInBoth(count, { es: ["# etapa más", "# etapas más"], en: ["# more stage", "# more stages"] }),
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
  noneYours: { es: "No tienes leads en esta etapa.", en: "You have no leads in this stage." },
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
