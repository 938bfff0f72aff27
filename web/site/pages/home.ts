import type { Language } from "../../../lambdas/contract/stages.ts";
import { html } from "../../../lambdas/views/page/html.ts";
import { linkTo, paths, type Site, type SitePage, words } from "../site.ts";
import { contentCards } from "./content-cards.ts";

export const home = (site: Site, language: Language): SitePage => {
  const { home: say, talk, tagline } = words[language];
  const body = html`
      <section class="pitch">
        <div>
          <h1>${say.title}</h1>
          <p class="lead">${say.lead}</p>
          <p class="actions">
            <a class="button" href="${linkTo(site, paths.contact, language)}">${talk}</a>
            <a class="button plain" href="${linkTo(site, paths.pricing, language)}">${say.seePrices}</a>
          </p>
        </div>
        ${shelves}
      </section>
      <ul class="points">
        ${say.points.map(([what = "", why = ""]) => html`<li><strong>${what}</strong> ${why}</li>`)}
      </ul>
      <section>
        <h2>${say.how}</h2>
        <ol class="steps">
          ${say.steps.map(([what = "", how = ""]) => html`<li><h3>${what}</h3><p>${how}</p></li>`)}
        </ol>
      </section>
      <section>
        <h2>${say.reading}</h2>
        ${contentCards(site, site.terms.nurture.content.slice(0, 3), language)}
        <p><a href="${linkTo(site, paths.resources, language)}">${say.allReading}</a></p>
      </section>`;
  return { title: tagline, path: paths.home, body };
};

const shelves = html`<svg class="art" viewBox="0 0 400 240" aria-hidden="true"><path class="boxes" d="M26 36h46v34h-46zM77 44h30v26h-30zM212 44h30v26h-30zM247 44h54v26h-54zM306 28h38v42h-38zM26 106h30v34h-30zM61 106h30v34h-30zM107 92h46v48h-46zM169 98h46v42h-46zM220 114h38v26h-38zM274 92h46v48h-46zM325 92h30v48h-30zM26 162h38v48h-38zM69 168h46v42h-46zM131 184h54v26h-54zM257 168h54v42h-54zM320 162h30v48h-30z" /><path class="frame" d="M14 12v222M386 12v222M14 72h372M14 142h372M14 212h372" /></svg>`;
