import type { Bilingual } from "../../contract/stages.ts";

/** What a source is called for people; campaigns and sites go by the name with which their leads came. */
export const sourceLabel = (source: string): Bilingual => labels[source] ?? { es: source, en: source };

const labels: Partial<Record<string, Bilingual>> = { direct: { es: "Directo", en: "Direct" } };
