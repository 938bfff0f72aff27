import { limits } from "../../contract/limits.ts";
import type { Language } from "../../contract/stages.ts";
import { html, type Markup } from "./html.ts";

export interface Choice {
  /** Also its id on the page. */
  readonly value: string;
  readonly label: string;
  readonly hint: string;
}

export interface Choices {
  readonly name: string;
  readonly legend: string;
  readonly choices: readonly Choice[];
  readonly chosen: string | undefined;
  readonly wrong?: string | undefined;
}

/** One of several, each with a line that says what it means. */
export const choiceField = ({ name, legend, choices, chosen, wrong }: Choices): Markup =>
  html`<fieldset${wrong !== undefined && html` aria-describedby="${name}-wrong"`}>
<legend>${legend}</legend>
${complaint(name, wrong)}${choices.map(
  ({
    value,
    label,
    hint,
  }) => html`<label class="choice"><input type="radio" name="${name}" id="${value}" value="${value}" required${
    chosen === value && html` checked`
  }> <span>${label}<small>${hint}</small></span></label>
`,
)}</fieldset>
`;

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly wrong?: string | undefined;
  /**
   * The choice (or choices, as the page's style knows them) with which the field belongs; it hides with another where
   * the browser can do that.
   */
  readonly only?: string;
  /** The option with which it belongs. */
  readonly when?: string;
}

export const amountField = ({ name, value, ...field }: Field): Markup =>
  framed(
    { name, value, ...field },
    html`<input type="text" inputmode="decimal" autocomplete="off" maxlength="40" id="${name}" name="${name}" value="${value}"${describedBy(name, field.wrong, field.hint)}>`,
  );

export interface TimeField extends Field {
  /** As the field itself writes it: `2026-12-01T10:30`. */
  readonly earliest?: string;
  readonly latest?: string;
  readonly toTheSecond?: boolean | undefined;
}

/** A day and a time of day, by the reader's own clocks. */
export const timeField = ({ earliest, latest, toTheSecond, ...field }: TimeField): Markup =>
  framed(
    field,
    html`<input type="datetime-local" id="${field.name}" name="${field.name}" value="${field.value}"${
      earliest !== undefined && html` min="${earliest}"`
    }${latest !== undefined && html` max="${latest}"`}${
      toTheSecond === true && html` step="1"`
    }${describedBy(field.name, field.wrong, field.hint)}>`,
  );

/** How many: a whole number of one or two digits. */
export const countField = (field: Field): Markup =>
  framed(
    field,
    html`<input type="text" inputmode="numeric" autocomplete="off" maxlength="2" id="${field.name}" name="${field.name}" value="${field.value}"${describedBy(field.name, field.wrong, field.hint)}>`,
  );

export const textField = ({ longest, ...field }: Field & { readonly longest: number }): Markup =>
  framed(
    field,
    html`<input type="text" autocomplete="off" maxlength="${longest}" id="${field.name}" name="${field.name}" value="${field.value}"${describedBy(field.name, field.wrong, field.hint)}>`,
  );

export interface Note extends Pick<Field, "value" | "only"> {
  readonly language: Language;
  readonly tooLong: boolean;
}

const noteWords = {
  es: {
    label: "Nota (opcional)",
    hint: "La leerán marketing y ventas.",
    tooLong: "La nota puede tener 2000 caracteres como máximo.",
  },
  en: {
    label: "Note (optional)",
    hint: "Marketing and sales will read it.",
    tooLong: "The note can have 2,000 characters at most.",
  },
} as const;

/** A note in the colleague's own words. */
export const noteField = ({ language, value, tooLong, only }: Note): Markup => {
  const { label, hint, tooLong: complaint } = noteWords[language];
  const [name, wrong] = ["note", tooLong ? complaint : undefined];
  return framed(
    { name, label, value, hint, wrong, ...(only !== undefined && { only }) },
    html`<textarea id="${name}" name="${name}" maxlength="${limits.noteCharacters}"${describedBy(name, wrong, hint)}>
${value}</textarea>`,
  );
};

/** A text that is too long is shown again up to here. */
const mostOfTyped = 20_000;

/** What was typed in a refused post. */
export const typedIn = (form: URLSearchParams, name: string): string | undefined =>
  form.get(name)?.slice(0, mostOfTyped);

export interface Options extends Field {
  /** Words for no choice, where none is possible. */
  readonly none?: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly disabled?: boolean }[];
}

export const optionField = ({ none, options, ...field }: Options): Markup =>
  framed(
    field,
    html`<select id="${field.name}" name="${field.name}"${describedBy(field.name, field.wrong, field.hint)}>
${
  none !== undefined &&
  html`<option value="">${none}</option>
`
}${options.map(
  ({ value, label, disabled }) =>
    html`<option value="${value}"${value === field.value && html` selected`}${disabled === true && html` disabled`}>${label}</option>
`,
)}</select>`,
  );

const framed = ({ name, label, hint, wrong, only, when }: Field, control: Markup): Markup =>
  html`<div class="field"${only !== undefined && html` data-only="${only}"`}${when !== undefined && html` data-when="${when}"`}>
<label for="${name}">${label}</label>
${complaint(name, wrong)}${control}
${hint !== undefined && html`<small id="${name}-hint">${hint}</small>`}
</div>
`;

const complaint = (name: string, wrong: string | undefined): Markup =>
  wrong === undefined
    ? html``
    : html`<p class="wrong" role="alert" id="${name}-wrong">${wrong}</p>
`;

const describedBy = (name: string, wrong: string | undefined, hint?: string): Markup => {
  const ids = [...(wrong === undefined ? [] : [`${name}-wrong`]), ...(hint === undefined ? [] : [`${name}-hint`])];
  if (ids.length === 0) return html``;
  return html` aria-describedby="${ids.join(" ")}"${wrong !== undefined && html` aria-invalid="true"`}`;
};
