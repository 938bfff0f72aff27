import type { Content } from "../../lambdas/contract/agreement.ts";
import type { Language } from "../../lambdas/contract/stages.ts";
import { layout } from "./layout.ts";
import { article, articleFile } from "./pages/article.ts";
import { careers } from "./pages/careers.ts";
import { contact } from "./pages/contact.ts";
import { pathOf } from "./pages/content-cards.ts";
import { home } from "./pages/home.ts";
import { pricing } from "./pages/pricing.ts";
import { privacy } from "./pages/privacy.ts";
import { resources } from "./pages/resources.ts";
import { thanks } from "./pages/thanks.ts";
import type { Site, SitePage } from "./site.ts";

const languages = ["es", "en"] as const;

/** Every generated page and file of the site, by its path below the prefix. */
export const sitePages = (site: Site): ReadonlyMap<string, string> =>
  new Map(languages.flatMap((language) => inLanguage(site, language)));

const inLanguage = (site: Site, language: Language): [string, string][] => {
  const { content } = site.terms.nurture;
  const own = [home, resources, pricing, contact, thanks, careers].map((make) => make(site, language));
  const pages: SitePage[] = [...content.map((piece) => article(site, piece, language)), ...own, privacy(language)];
  return [
    ...pages.map((page): [string, string] => [page.path[language], layout(site, page, language)]),
    ...content.map((piece) => file(site, piece, language)),
  ];
};

const file = (site: Site, piece: Content, language: Language): [string, string] => [
  `${pathOf(site, piece)[language]}.txt`,
  articleFile(piece, language),
];
