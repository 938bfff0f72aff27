import type { Language } from "../../../lambdas/contract/stages.ts";
import { html, type Markup } from "../../../lambdas/views/page/html.ts";
import { linkTo, paths, type Site, type SitePage, words } from "../site.ts";
import { formWords } from "../words/form-words.ts";
import { countrySelect, field, ownField, select } from "./fields.ts";

export const contact = (site: Site, language: Language): SitePage => {
  const { talk, home } = words[language];
  const say = formWords[language];
  const body = html`
      <div class="contact">
      <section>
        <h1>${talk}</h1>
        <p class="lead">${say.intro}</p>
        <ul class="points">
          ${home.points.map(([what = "", why = ""]) => html`<li><strong>${what}</strong> ${why}</li>`)}
        </ul>
      </section>
      <section class="card" aria-label="${talk}">
        <fieldset id="examples" class="examples" hidden>
          <legend>${say.examples.title}</legend>
          <div>
            <button type="button" class="quiet" data-example="ready">${say.examples.ready}</button>
            <button type="button" class="quiet" data-example="early">${say.examples.early}</button>
          </div>
        </fieldset>
        ${leadForm(site, language)}
      </section>
      </div>`;
  return { title: words[language].nav.contact, path: paths.contact, body };
};

const leadForm = (site: Site, language: Language): Markup => {
  const say = formWords[language];
  const { email } = site.terms.company.sender;
  return html`<form id="lead" method="post" action="/leads" data-thanks="${linkTo(site, paths.thanks, language)}">
          <fieldset>
          <legend>${say.who}</legend>
          <div class="fields">
          ${field({ name: "email", label: say.email, type: "email", autocomplete: "email", most: 320, wide: true, required: say.required })}
          ${field({ name: "firstName", label: say.firstName, autocomplete: "given-name", most: 100 })}
          ${field({ name: "lastName", label: say.lastName, autocomplete: "family-name", most: 100 })}
          </div>
          </fieldset>
          <fieldset>
          <legend>${say.business}</legend>
          <div class="fields">
          ${field({ name: "company", label: say.company, autocomplete: "organization", most: 200 })}
          ${field({ name: "jobTitle", label: say.jobTitle, autocomplete: "organization-title", most: 200 })}
          ${select({ name: "companySize", label: say.companySize, choose: say.choose, options: say.sizes })}
          ${select({ name: "industry", label: say.industry, choose: say.choose, options: say.industries.map((name) => [name, name]) })}
          ${countrySelect(say, language)}
          ${(site.terms.fields ?? []).map((each) => ownField(each, say, language))}
          </div>
          </fieldset>
          <fieldset>
          <legend>${say.interest}</legend>
          ${say.interests.map(
            ([value, label, more]) =>
              html`<label class="choice"><input type="checkbox" name="interest" value="${value}"><span>${label} <small>${more}</small></span></label>`,
          )}
          ${field({ name: "phone", label: say.phone, type: "tel", autocomplete: "tel", most: 50, neededFor: say.phoneFor })}
          <div class="field">
            <label for="message">${say.message}</label>
            <textarea id="message" name="message" rows="4" maxlength="5000"></textarea>
          </div>
          </fieldset>
          <label class="choice"><input type="checkbox" name="consent" value="nurture"><span>${say.consent}</span></label>
          <div class="unseen" aria-hidden="true">
            <label for="_gotcha">${say.leaveEmpty}</label>
            <input id="_gotcha" name="_gotcha" type="text" tabindex="-1" autocomplete="off">
          </div>
          <input type="hidden" name="language" value="${language}">
          <input type="hidden" name="consentTextVersion" value="web-${language}-2026-01">
          ${filledIn.map((name) => html`<input type="hidden" name="${name}">`)}
          <p id="alert" class="alert" role="alert" tabindex="-1"></p>
          <button type="submit">${say.send}</button>
          <p class="legal">${say.legal} <a href="mailto:${email}">${email}</a>.</p>
        </form>`;
};

/** Filled in by the page's script. */
const filledIn = [
  "pageUrl",
  "utm_source",
  "utm_medium",
  "utm_campaign",
  "utm_term",
  "utm_content",
  "_started",
  "_next",
] as const;
