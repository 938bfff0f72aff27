import type { Bilingual } from "../../lambdas/contract/stages.ts";

/** What a source is called on every page; campaigns and sites go by the name with which their leads came. */
export const sourceLabel = (source: string): Bilingual => labels[source] ?? { es: source, en: source };

/** As in the figures by source. */
const labels: Partial<Record<string, Bilingual>> = { direct: { es: "Directo", en: "Direct" } };
