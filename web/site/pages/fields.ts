import type { Language } from "../../../lambdas/contract/stages.ts";
import { html, type Markup } from "../../../lambdas/views/page/html.ts";
import type { formWords } from "../words/form-words.ts";

interface Field {
  readonly name: string;
  readonly label: string;
  readonly type?: "text" | "email" | "tel";
  readonly autocomplete: string;
  /** Characters at most. */
  readonly most: number;
  readonly wide?: boolean;
  /** Words that mark it as required; optional when left out. */
  readonly required?: string;
  /** Words that say what it is needed for; the page's script asks for it then. */
  readonly neededFor?: string;
}

export const field = ({
  name,
  label,
  type = "text",
  autocomplete,
  most,
  wide,
  required,
  neededFor,
}: Field): Markup => html`
          <div class="field${wide === true && " wide"}">
            <label for="${name}">${label}${required !== undefined && html` <small>${required}</small>`}${neededFor !== undefined && html` <small id="${name}-for">${neededFor}</small>`}</label>
            <input id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete}" maxlength="${most}"${required !== undefined && " required"}>
          </div>`;

interface Select {
  readonly name: string;
  readonly label: string;
  /** The first option, which chooses nothing. */
  readonly choose: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly autocomplete?: string;
  readonly wide?: boolean;
}

export const select = ({ name, label, choose, options, autocomplete, wide }: Select): Markup => html`
          <div class="field${wide === true && " wide"}">
            <label for="${name}">${label}</label>
            <select id="${name}" name="${name}"${autocomplete !== undefined && html` autocomplete="${autocomplete}"`}>
              <option value="">${choose}</option>
              ${options.map(([value, text]) => html`<option value="${value}">${text}</option>`)}
            </select>
          </div>`;

/** Where the company sells, first. */
const near = ["ES", "PT", "AD"];
const others = "AR AT BE CH CL CO DE DK FI FR GB IE IT MX NL NO PE PL SE US".split(" ");

export const countrySelect = ({ country, choose, elsewhere }: (typeof formWords)[Language], language: Language) => {
  const names = new Intl.DisplayNames(language, { type: "region" });
  const named = (code: string): [string, string] => [code, names.of(code) ?? code];
  const sorted = others.map(named).sort(([, a], [, b]) => a.localeCompare(b, language));
  return select({
    name: "country",
    label: country,
    choose,
    options: [...near.map(named), ...sorted, [elsewhere, elsewhere]],
    autocomplete: "country",
    wide: true,
  });
};
