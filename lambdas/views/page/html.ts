/** Text that is safe as markup; only `html` makes it, so nothing unescaped can get in. */
export class Markup {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** The values of a template: text and numbers are escaped, markup is kept, `undefined` and `false` are nothing. */
export type Interpolation = string | number | Markup | readonly Markup[] | undefined | false;

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Safe between tags and inside a quoted attribute. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);

const written = (value: Interpolation): string => {
  if (value === undefined || value === false) return "";
  if (value instanceof Markup) return value.toString();
  return typeof value === "object" ? value.join("") : escaped(String(value));
};

/** The tag of every template that becomes a page or a mail: each value in it is escaped unless it is markup already. */
export const html = (parts: TemplateStringsArray, ...values: readonly Interpolation[]): Markup =>
  new Markup(parts.reduce((before, part, i) => `${before}${written(values[i - 1])}${part}`));
