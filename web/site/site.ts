import type { AgreementTerms } from "../../lambdas/contract/agreement.ts";
import type { Language } from "../../lambdas/contract/stages.ts";
import type { Markup } from "../../lambdas/views/page/html.ts";
import { en } from "./words/en.ts";
import { es, type SiteWords } from "./words/es.ts";

/** The site as one agreement makes it: what may be read there stands in the agreement. */
export interface Site {
  readonly terms: AgreementTerms;
  /** Path under which the site lies, without a slash at the end. */
  readonly prefix: string;
}

/** One page, before the layout is put around it. */
export interface SitePage {
  readonly title: string;
  /** Path below the prefix in both languages. */
  readonly path: Readonly<Record<Language, string>>;
  /** What a visit to it counts as, if it is more than a visit. */
  readonly kind?: string;
  /** Nothing for search engines. */
  readonly hidden?: boolean;
  readonly body: Markup;
}

export const words: Readonly<Record<Language, SiteWords>> = { es, en };

export const paths = {
  home: { es: "/es/", en: "/en/" },
  resources: { es: "/es/recursos", en: "/en/resources" },
  pricing: { es: "/es/precios", en: "/en/pricing" },
  contact: { es: "/es/contacto", en: "/en/contact" },
  thanks: { es: "/es/gracias", en: "/en/thank-you" },
  privacy: { es: "/es/privacidad", en: "/en/privacy" },
  careers: { es: "/es/empleo", en: "/en/careers" },
} as const satisfies Record<string, Record<Language, string>>;

export const linkTo = ({ prefix }: Site, path: Readonly<Record<Language, string>>, language: Language): string =>
  prefix + path[language];
