/** What a test sees of markup: enough of a reader of HTML to look at our own. */

const entities: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&nbsp;": " ",
  "&zwnj;": "",
  "&#847;": "",
};

const decoded = (text: string): string => text.replace(/&#?\w+;/g, (entity) => entities[entity] ?? entity);

/** Runs of white space are one to a reader. */
export const flat = (text: string): string => text.replace(/\s+/g, " ").trim();

/** The names of all tags in order, closing ones with their slash. */
export const tagsOf = (html: string): string[] =>
  [...html.matchAll(/<(\/?[a-z][a-z0-9]*)/gi)].map(([, tag = ""]) => tag);

/** Values of all attributes of this name, as a browser reads them. */
export const attributesOf = (html: string, name: string): string[] =>
  [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, "g"))].map(([, value = ""]) => decoded(value));

/** The pieces of text that a reader of the body sees, in order. */
export const visibleOf = (html: string): string[] => {
  const body = html.slice(html.indexOf("<body"));
  const shown = body.replace(/<!--.*?-->/gs, "").replace(/<div style="display:none.*?<\/div>/s, "");
  return shown
    .split(/<[^>]*>/)
    .map((text) => flat(decoded(text)))
    .filter((text) => text !== "");
};
