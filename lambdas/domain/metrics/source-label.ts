import type { WayByHand, wayOfList } from "../../contract/by-hand.ts";
import type { Bilingual, Language } from "../../contract/stages.ts";
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

/** What the medium of a campaign is called; one that is not known goes by its code. */
export const mediumLabel = (medium: string): Bilingual => media.get(medium.toLowerCase()) ?? { es: medium, en: medium };

/** `Boletín / Correo / otoño`: by what a lead came, in one language. */
export const cameBy = (
  { source, medium, campaign }: CampaignCodes,
  tools: readonly NamedSource[] | undefined,
  language: Language,
  between: string,
): string =>
  [source && sourceLabel(source, tools)[language], medium && mediumLabel(medium)[language], campaign]
    .filter((part) => part !== undefined)
    .join(between);

interface CampaignCodes {
  readonly source?: string | undefined;
  readonly medium?: string | undefined;
  readonly campaign?: string | undefined;
}

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

const media: ReadonlyMap<string, Bilingual> = new Map(
  Object.entries({
    email: { es: "Correo", en: "E-mail" },
    "e-mail": { es: "Correo", en: "E-mail" },
    newsletter: channels.newsletter,
    organic: channels.organic,
    referral: channels.referral,
    social: { es: "Redes sociales", en: "Social media" },
    "paid-social": { es: "Anuncios en redes sociales", en: "Paid social" },
    cpc: { es: "Anuncio de pago por clic", en: "Pay-per-click ad" },
    ppc: { es: "Anuncio de pago por clic", en: "Pay-per-click ad" },
    display: { es: "Anuncio gráfico", en: "Display ad" },
    banner: { es: "Anuncio gráfico", en: "Display ad" },
    affiliate: { es: "Afiliados", en: "Affiliate" },
    print: { es: "Prensa", en: "Print" },
    event: { es: "Evento", en: "Event" },
    qr: { es: "Código QR", en: "QR code" },
  }),
);
