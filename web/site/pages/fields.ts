import type { OwnField } from "../../../lambdas/contract/agreement.ts";
import { limits } from "../../../lambdas/contract/limits.ts";
import type { Language } from "../../../lambdas/contract/stages.ts";
import { assertNever } from "../../../lambdas/domain/assert-never.ts";
import { html, type Markup } from "../../../lambdas/views/page/html.ts";
import type { formWords } from "../words/form-words.ts";

type Words = (typeof formWords)[Language];

interface Field {
  readonly name: string;
  readonly label: string;
  readonly type?: "text" | "email" | "tel" | "number" | "date";
  readonly autocomplete?: string;
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
  autocomplete = "off",
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

/** What only this company's form asks for, as its agreement declares it. */
export const ownField = ({ id: name, label, type, options = [] }: OwnField, say: Words, language: Language): Markup => {
  const shared = { name, label: label[language] };
  const choices = options.map(({ id, label: option }): [string, string] => [id, option[language]]);
  switch (type) {
    case "text":
    case "money":
      return field({ ...shared, most: limits.ownFieldCharacters });
    case "number":
    case "date":
      return field({ ...shared, type, most: limits.ownFieldCharacters });
    case "yes-no":
      return select({ ...shared, choose: say.choose, options: say.yesNo });
    case "one-of":
      return select({ ...shared, choose: say.choose, options: choices });
    case "many-of":
      return html`<fieldset class="field wide"><legend>${shared.label}</legend>${choices.map(([value, text]) => html`<label class="choice"><input type="checkbox" name="${name}" value="${value}"><span>${text}</span></label>`)}</fieldset>`;
    default:
      return assertNever(type);
  }
};

/** Where the company sells, first. */
const near = ["ES", "PT", "AD"];
const others = "AR AT BE CH CL CO DE DK FI FR GB IE IT MX NL NO PE PL SE US".split(" ");

export const countrySelect = ({ country, choose, elsewhere }: Words, language: Language) => {
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
