import type { AgreementTerms } from "../../lambdas/contract/agreement.ts";
import type { Language } from "../../lambdas/contract/stages.ts";
import type { Markup } from "../../lambdas/views/page/html.ts";
import { en } from "./words/en.ts";
import { es, type SiteWords } from "./words/es.ts";

/** The site for one agreement, which lists the content to read there. */
export interface Site {
  readonly terms: AgreementTerms;
  /** Path of the site, without a slash at the end. */
  readonly prefix: string;
}

/** One page without its layout. */
export interface SitePage {
  readonly title: string;
  /** Path below the prefix in both languages. */
  readonly path: Readonly<Record<Language, string>>;
  /** The event kind of a visit, if it is more than a page view. */
  readonly kind?: string;
  /** Kept out of search engines. */
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
