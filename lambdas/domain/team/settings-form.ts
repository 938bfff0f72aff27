import { html, type Markup } from "../page/index.ts";

/** A field of the settings page. */
export interface Control {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly type: "date" | "number";
  readonly value: string;
  readonly hint?: string;
  readonly min?: string;
  readonly max?: string;
}

export const settingsField = ({ id, name, label, type, value, hint, min, max }: Control): Markup =>
  html`<div class="field">
<label for="${id}">${label}</label>
<input type="${type}" id="${id}" name="${name}" value="${value.slice(0, longestValue)}"${min !== undefined && html` min="${min}"`}${
    max !== undefined && html` max="${max}"`
  }${hint !== undefined && html` aria-describedby="${id}-hint"`}>
${hint !== undefined && html`<small id="${id}-hint">${hint}</small>`}
</div>
`;

const longestValue = 40;

/** A form that posts to the page it stands on. `label` says which of several buttons of the same words it is. */
export const settingsForm = (
  hidden: Readonly<Record<string, string>>,
  fields: Markup,
  { says, label }: { readonly says: string; readonly label?: string },
): Markup =>
  html`<form method="post">
${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${fields}<button${label !== undefined && html` aria-label="${label}"`}>${says}</button>
</form>
`;
