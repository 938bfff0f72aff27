import type { Language } from "../../lambdas/contract/stages.ts";
import { html, type Markup } from "../../lambdas/views/page/html.ts";
import { linkTo, paths, type Site, type SitePage, words } from "./site.ts";

/** Head, navigation, consent banner and foot around a page. */
export const layout = (site: Site, page: SitePage, language: Language): string => {
  const say = words[language];
  const to = (path: Readonly<Record<Language, string>>) => linkTo(site, path, language);
  const { name, postalAddress } = site.terms.company;
  return html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${page.title} · ${name}</title>
    <meta name="description" content="${say.description}">
    ${page.hidden === true && html`<meta name="robots" content="noindex">`}
    ${page.kind !== undefined && html`<meta name="smarketing:page" content="${page.kind}">`}
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${site.prefix}/assets/site.css">
    <script>window.smarketing = window.smarketing || [];</script>
    <script async src="/smarketing.js" data-consent="pending"></script>
    <script type="module" src="${site.prefix}/assets/consent.js"></script>
    <script type="module" src="${site.prefix}/assets/form.js"></script>
  </head>
  <body>
    <a class="skip" href="#content">${say.skip}</a>
    <p class="sample"><span>${say.sample}</span> <a href="/inbox/" target="_blank">${say.inbox}</a></p>
    <header>
      <a class="brand" href="${to(paths.home)}">${logo} ${name}</a>
      <nav aria-label="${name}">
        ${navigation(site, page, language)}
      </nav>
      ${otherLanguage(site, page, language)}
    </header>
    <main id="content">
      ${page.body}
    </main>
    <footer>
      <p>${postalAddress}</p>
      <p><a href="${to(paths.careers)}">${say.nav.careers}</a> <a href="${to(paths.privacy)}">${say.privacyLink}</a></p>
    </footer>
    ${banner(site, language)}
  </body>
</html>
`.toString();
};

const navigation = (site: Site, page: SitePage, language: Language): Markup[] =>
  (["resources", "pricing", "contact"] as const).map((name) => {
    const isHere = page.path === paths[name];
    return html`<a href="${linkTo(site, paths[name], language)}"${isHere && html` aria-current="page"`}>${words[language].nav[name]}</a>`;
  });

const otherLanguage = (site: Site, { path }: SitePage, language: Language): Markup => {
  const other = language === "es" ? "en" : "es";
  const address = linkTo(site, path, other);
  return html`<a id="other-language" href="${address}" lang="${other}" hreflang="${other}">${words[language].other}</a>`;
};

/** Both buttons look alike; shown only until the visitor chooses. */
const banner = (site: Site, language: Language): Markup => {
  const { title, text, accept, refuse, more } = words[language].banner;
  return html`<section id="banner" class="banner" aria-labelledby="banner-title" hidden>
      <h2 id="banner-title">${title}</h2>
      <p>${text} <a href="${linkTo(site, paths.privacy, language)}">${more}</a></p>
      <div class="actions">
        <button type="button" data-consent="refused">${refuse}</button>
        <button type="button" data-consent="given">${accept}</button>
      </div>
    </section>`;
};

const logo = html`<svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true"><path d="M3 4v24M29 4v24M3 15h26M3 27h26" class="frame" /><path d="M7 7h6v7H7zM16 9h9v5h-9zM7 20h9v6H7zM19 18h6v8h-6z" class="boxes" /></svg>`;
