import type { Language } from "../../../lambdas/contract/stages.ts";
import { html } from "../../../lambdas/views/page/html.ts";
import { linkTo, paths, type Site, type SitePage, words } from "../site.ts";

export const pricing = (site: Site, language: Language): SitePage => {
  const { pricing: say } = words[language];
  const body = html`
      <h1>${say.title}</h1>
      <p class="lead">${say.lead}</p>
      <ul class="plans">
        ${say.plans.map(
          (plan, i) => html`
        <li class="card">
          <h2>${plan.name}</h2>
          <p class="price">${plan.price}</p>
          <p>${plan.for}</p>
          <ul>${plan.has.map((item) => html`<li>${item}</li>`)}</ul>
          ${i === 1 && html`<p class="chosen">${say.chosen}</p>`}
        </li>`,
        )}
      </ul>
      <p class="actions"><a class="button" href="${linkTo(site, paths.contact, language)}">${say.ask}</a></p>
      <section>
        <h2>${say.questionsTitle}</h2>
        <dl class="questions">
          ${say.questions.map(([question = "", answer = ""]) => html`<dt>${question}</dt><dd>${answer}</dd>`)}
        </dl>
      </section>`;
  return { title: words[language].nav.pricing, path: paths.pricing, kind: "pricing-viewed", body };
};
