import type { Content } from "../../../lambdas/contract/agreement.ts";
import type { Language } from "../../../lambdas/contract/stages.ts";
import { html } from "../../../lambdas/views/page/html.ts";
import { linkTo, paths, type Site, type SitePage, words } from "../site.ts";
import { contentCards, partsOf, pathOf } from "./content-cards.ts";

/** A piece of the agreement's content, to read and to download. */
export const article = (site: Site, piece: Content, language: Language): SitePage => {
  const { article: say, resources, talk } = words[language];
  const { title, teaser, sections, minutes } = partsOf(piece, language);
  const path = pathOf(site, piece);
  const others = site.terms.nurture.content.filter(({ id, phase }) => phase === piece.phase && id !== piece.id);
  const body = html`
      <article class="article" data-smarketing-content="${piece.id}">
        <p class="kicker"><a href="${linkTo(site, paths.resources, language)}">${resources.title}</a> · ${say.minutes(minutes)}</p>
        <h1>${title}</h1>
        <p class="lead">${teaser}</p>
        ${sections.map(
          ([heading, ...paragraphs]) => html`
        <h2>${heading}</h2>
        ${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}`,
        )}
        <p class="actions"><a class="button" download href="${site.prefix}${path[language]}.txt">${say.download}</a></p>
      </article>
      <aside class="card next">
        <h2>${say.nextTitle}</h2>
        <p>${say.next}</p>
        <p class="actions">
          <a class="button" href="${linkTo(site, paths.contact, language)}">${talk}</a>
          <a class="button plain" href="${linkTo(site, paths.pricing, language)}">${words[language].home.seePrices}</a>
        </p>
      </aside>
      <section class="article">
        <h2>${say.more}</h2>
        ${contentCards(site, others.slice(0, 2), language)}
      </section>`;
  return { title, path, body };
};

/** The same as a plain-text file. */
export const articleFile = (piece: Content, language: Language): string => {
  const { title, teaser, sections } = partsOf(piece, language);
  return [title, teaser, ...sections.flat()].join("\n\n").concat("\n");
};
