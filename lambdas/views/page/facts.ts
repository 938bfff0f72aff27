import { html, type Markup } from "./html.ts";

/** A line of a list of facts, in a page or a mail. */
export interface FactLine {
  readonly label: string;
  readonly value: string;
  /** The target of a click on the value, such as `tel:+34910000000`. */
  readonly href?: string | undefined;
}

const safeSchemes = ["https:", "http:", "mailto:", "tel:"];

/** The address when it can only open a page, a mail or a call; otherwise nothing. */
export const safeHref = (address: string | undefined): string | undefined =>
  address !== undefined && URL.canParse(address) && safeSchemes.includes(new URL(address).protocol)
    ? address
    : undefined;

export const factList = (facts: readonly FactLine[]): Markup =>
  html`<dl>${facts.map(({ label, value, href }) => html`<dt>${label}</dt><dd>${linked(value, href)}</dd>`)}</dl>`;

const linked = (value: string, href: string | undefined): Markup => {
  const address = safeHref(href);
  return address === undefined ? html`${value}` : html`<a href="${address}">${value}</a>`;
};
