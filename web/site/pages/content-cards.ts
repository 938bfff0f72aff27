import type { Content } from "../../../lambdas/contract/agreement.ts";
import type { Language } from "../../../lambdas/contract/stages.ts";
import { html, type Markup } from "../../../lambdas/views/page/html.ts";
import { type Site, words } from "../site.ts";
import { articleWords } from "../words/article-words.ts";

/** The path of a piece on this site: its address in the agreement begins with the site's prefix. */
export const pathOf = ({ prefix }: Site, { url }: Content): Readonly<Record<Language, string>> => {
  const below = (address: string): string => new URL(address).pathname.replace(`${prefix}/`, "/");
  return { es: below(url.es), en: below(url.en) };
};

const wordsPerMinute = 200;

/** Its own text, and the sections that every piece of its phase shares. */
export const partsOf = ({ phase, title, text }: Content, language: Language) => {
  const sections = articleWords[phase][language];
  const count = [text[language], ...sections.flat()].join(" ").split(/\s+/).length;
  return { title: title[language], teaser: text[language], sections, minutes: Math.ceil(count / wordsPerMinute) };
};

export const contentCards = (site: Site, pieces: readonly Content[], language: Language): Markup => html`
        <ul class="cards">
          ${pieces.map((piece) => {
            const { title, minutes } = partsOf(piece, language);
            return html`<li><a class="card" href="${site.prefix}${pathOf(site, piece)[language]}"><strong>${title}</strong> <small>${words[language].article.minutes(minutes)}</small></a></li>`;
          })}
        </ul>`;
