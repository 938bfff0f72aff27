import type { WayByHand, wayOfList } from "../../contract/by-hand.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { inBoth } from "../text/bilingual.ts";

/** A form tool of the agreement: leads that came by it have its origin. */
export interface NamedSource {
  readonly origin: string;
  readonly label: Bilingual;
}

/**
 * What a source is called for people: the one place that knows. A form tool of the agreement has its label, where no other
 * shares its origin; campaigns and sites go by the name with which their leads came.
 */
export const sourceLabel = (source: string, tools: readonly NamedSource[] = []): Bilingual => {
  const known = labels.get(source.toLowerCase());
  if (known !== undefined) return known;
  const [tool, another] = tools.filter(({ origin }) => origin === source);
  return tool === undefined || another !== undefined ? { es: source, en: source } : tool.label;
};

const byHand = {
  direct: { es: "Directo", en: "Direct" },
  "phone-call": { es: "Llamada", en: "Phone call" },
  fair: { es: "Feria", en: "Fair" },
  recommendation: { es: "Recomendación", en: "Recommendation" },
  "by-hand": { es: "Añadido a mano", en: "Added by hand" },
  list: { es: "Lista importada", en: "Imported list" },
} satisfies Record<WayByHand | typeof wayOfList | "direct", Bilingual>;

const channels = {
  "web-form": { es: "Formulario web", en: "Web form" },
  newsletter: { es: "Boletín", en: "Newsletter" },
  email: { es: "Correo", en: "E-mail" },
  organic: { es: "Búsqueda orgánica", en: "Organic search" },
  referral: { es: "Sitio que enlaza", en: "Referring site" },
};

/** Names that are written in one way alone, and come in another. */
const written = ["Google", "Google-Ads", "Bing", "LinkedIn", "Facebook", "Instagram", "Meta", "YouTube", "Webinar"];

const labels: ReadonlyMap<string, Bilingual> = new Map([
  ...Object.entries(byHand),
  ...Object.entries(channels),
  ...written.map((name) => [name.toLowerCase(), inBoth(() => name.replace("-", " "))] as const),
]);
