import type { Language } from "../../../lambdas/contract/stages.ts";
import { html } from "../../../lambdas/views/page/html.ts";
import { linkTo, paths, type Site, type SitePage, words } from "../site.ts";
import { contentCards } from "./content-cards.ts";

/** After the form: something to read, which also shows the pipeline at work. */
export const thanks = (site: Site, language: Language): SitePage => {
  const { thanks: say, banner, home } = words[language];
  const { content } = site.terms.nurture;
  const pieces = (["awareness", "consideration", "decision"] as const).flatMap(
    (phase) => content.find((piece) => piece.phase === phase) ?? [],
  );
  const body = html`
      <section class="card thanks">
        <h1>${say.title}</h1>
        <p>${say.text}</p>
      </section>
      <section>
        <h2>${say.meanwhile}</h2>
        ${contentCards(site, pieces, language)}
        <p class="actions"><a class="button plain" href="${linkTo(site, paths.pricing, language)}">${home.seePrices}</a></p>
      </section>
      <section id="choice" class="card stage" aria-labelledby="try-title" hidden>
        <h2 id="try-title">${say.tryTitle}</h2>
        <p>${say.tryText}</p>
        <p aria-live="polite"><strong data-state="given">${say.measured}</strong><strong data-state="pending refused">${say.notMeasured}</strong></p>
        <p class="actions">
          <button type="button" data-consent="given" data-state="pending refused">${banner.accept}</button>
          <a class="button plain" href="/inbox/" target="_blank">${say.tryInbox}</a>
        </p>
      </section>`;
  return { title: say.title, path: paths.thanks, hidden: true, body };
};
