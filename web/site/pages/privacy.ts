import type { Language } from "../../../lambdas/contract/stages.ts";
import { html } from "../../../lambdas/views/page/html.ts";
import { paths, type SitePage, words } from "../site.ts";

/** What is kept, with the same buttons as in the banner: withdrawing consent is as easy as giving it. */
export const privacy = (language: Language): SitePage => {
  const { privacy: say, banner } = words[language];
  const { pending, given, refused } = say.states;
  const body = html`
      <div class="article">
        <h1>${say.title}</h1>
        <p class="lead">${say.lead}</p>
        ${say.parts.map(([heading = "", text = ""]) => html`<h2>${heading}</h2><p>${text}</p>`)}
        <section id="choice" class="card" aria-live="polite" hidden>
          <p><strong>${say.now}</strong> <span data-state="pending">${pending}</span><span data-state="given">${given}</span><span data-state="refused">${refused}</span></p>
          <div class="actions">
            <button type="button" data-consent="refused">${banner.refuse}</button>
            <button type="button" data-consent="given">${banner.accept}</button>
            <button type="button" class="plain" data-consent="forget">${say.forget}</button>
          </div>
        </section>
      </div>`;
  return { title: say.title, path: paths.privacy, hidden: true, body };
};
