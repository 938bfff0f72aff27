import type { WayByHand, wayOfList } from "../../contract/by-hand.ts";
import type { Bilingual } from "../../contract/stages.ts";

/** What a source is called for people; campaigns and sites go by the name with which their leads came. */
export const sourceLabel = (source: string): Bilingual => labels[source] ?? { es: source, en: source };

const labels: Partial<Record<string, Bilingual>> = {
  direct: { es: "Directo", en: "Direct" },
  "phone-call": { es: "Llamada", en: "Phone call" },
  fair: { es: "Feria", en: "Fair" },
  recommendation: { es: "Recomendación", en: "Recommendation" },
  "by-hand": { es: "Añadido a mano", en: "Added by hand" },
  list: { es: "Lista importada", en: "Imported list" },
} satisfies Record<WayByHand | typeof wayOfList | "direct", Bilingual>;
