import type { Language } from "../../../lambdas/contract/stages.ts";
import { html } from "../../../lambdas/views/page/html.ts";
import { paths, type Site, type SitePage, words } from "../site.ts";
import { contentCards } from "./content-cards.ts";

const phases = ["awareness", "consideration", "decision"] as const;

/** Everything there is to read, and a webinar that reports attendance through the script's API. */
export const resources = (site: Site, language: Language): SitePage => {
  const { resources: say } = words[language];
  const { title, text, watch, watching } = say.webinar;
  const { content } = site.terms.nurture;
  const body = html`
      <h1>${say.title}</h1>
      <p class="lead">${say.lead}</p>
      ${phases.map(
        (phase) => html`
      <section>
        <h2>${say.phases[phase]}</h2>
        ${contentCards(
          site,
          content.filter((piece) => piece.phase === phase),
          language,
        )}
      </section>`,
      )}
      <section class="card">
        <h2>${title}</h2>
        <p>${text}</p>
        <p class="actions"><button type="button" data-track="webinar-attended" data-subject="${title}" data-said="${watching}">${watch}</button></p>
        <p role="status"></p>
      </section>`;
  return { title: say.title, path: paths.resources, body };
};
