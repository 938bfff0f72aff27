/** Characters of an origin's id. */
const longest = 40;

/** As the figures call where leads come from: `Feria de Bilbao 2026` is `feria-de-bilbao-2026`; empty when nothing is left. */
export const originOf = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, longest)
    .replace(/^-+|-+$/g, "");
