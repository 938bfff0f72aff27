import type { Language } from "../../../lambdas/contract/stages.ts";
import { html } from "../../../lambdas/views/page/html.ts";
import { paths, type Site, type SitePage, words } from "../site.ts";

/** People looking for a job are no buyers: a visit here has an event kind of its own. */
export const careers = ({ terms }: Site, language: Language): SitePage => {
  const { careers: say } = words[language];
  const { email } = terms.company.sender;
  const body = html`
      <h1>${say.title}</h1>
      <p class="lead">${say.lead}</p>
      ${say.jobs.map(([job = "", what = ""]) => html`<section class="card"><h2>${job}</h2><p>${what}</p></section>`)}
      <p>${say.write} <a href="mailto:${email}">${email}</a>.</p>`;
  return { title: say.title, path: paths.careers, kind: "careers-viewed", body };
};
