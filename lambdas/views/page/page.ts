import type { Language } from "../../contract/stages.ts";
import { html, Markup } from "./html.ts";

export interface Page {
  readonly language: Language;
  /** Heading of the page and title of its tab. */
  readonly title: string;
  readonly company: string;
  readonly body: Markup;
  /** Further elements of the head. */
  readonly head?: Markup;
}

/** The one layout of all public pages: phone first, light and dark, nothing loaded from elsewhere. */
export const page = ({ language, title, company, body, head }: Page): string =>
  html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title} · ${company}</title>
<link rel="icon" href="data:,">
<style>${new Markup(pageStyle)}</style>
${head}</head>
<body>
<header>${company}</header>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`.toString();

/** The whole style of the pages, in one constant element: no page has another. */
const pageStyle = `
:root {
  color-scheme: light dark;
  --ground: #f3f4f6; --card: #fff; --ink: #1b2430; --quiet: #566173; --line: #d3d8e0;
  --edge: #7a8494; --accent: #0b5cad; --on-accent: #fff; --tint: #eaf2fb; --wrong: #b3261e; --wrong-tint: #fdecea;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #11161d; --card: #1a212b; --ink: #e8ecf2; --quiet: #a9b4c4; --line: #333d4b;
    --edge: #8391a5; --accent: #7db8f5; --on-accent: #0b1d30; --tint: #1d2f45; --wrong: #ffb4ab; --wrong-tint: #40201d;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--ground); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
  overflow-wrap: anywhere;
}
header { max-width: 42rem; margin: 0 auto; padding: 1.25rem 1rem .75rem; color: var(--quiet); font-weight: 600; }
main {
  max-width: 42rem; margin: 0 auto 2rem; padding: 1.25rem 1rem 1.5rem; background: var(--card);
  border-block: 1px solid var(--line);
}
h1 { margin: 0 0 .75rem; font-size: 1.5rem; line-height: 1.25; }
h2 { margin: 1.75rem 0 .5rem; font-size: 1.125rem; line-height: 1.3; }
p { margin: 0 0 .75rem; }
ul { margin: 0 0 .75rem; padding-left: 1.25rem; }
li { margin-bottom: .25rem; }
a { color: var(--accent); }
dl { margin: 0; display: grid; grid-template-columns: minmax(6rem, 30%) 1fr; gap: .375rem 1rem; }
dt { color: var(--quiet); }
dd { margin: 0; }
blockquote { margin: 0 0 .75rem; padding: .25rem 0 .25rem .875rem; border-left: 3px solid var(--edge); white-space: pre-line; }
form { margin-top: 1.75rem; }
details { margin-top: 1.25rem; }
summary { cursor: pointer; font-weight: 600; color: var(--accent); }
fieldset { margin: 0 0 1.25rem; padding: 0; border: 0; min-width: 0; }
legend { padding: 0; margin-bottom: .5rem; font-size: 1.125rem; font-weight: 600; }
.choice {
  display: flex; gap: .75rem; align-items: flex-start; margin-bottom: .5rem; padding: .75rem .875rem;
  border: 1px solid var(--edge); border-radius: .5rem; cursor: pointer;
}
.choice:has(:checked) { border-color: var(--accent); background: var(--tint); box-shadow: inset 0 0 0 1px var(--accent); }
.choice input { flex: none; width: 1.25rem; height: 1.25rem; margin: .125rem 0 0; accent-color: var(--accent); }
.choice small { display: block; }
small { color: var(--quiet); font-size: .875rem; }
.field { margin-bottom: 1.25rem; }
.field > label { display: block; margin-bottom: .25rem; font-weight: 600; }
input[type="text"], input[type="datetime-local"], input[type="date"], input[type="number"], select, textarea {
  width: 100%; padding: .625rem .75rem; border: 1px solid var(--edge); border-radius: .5rem;
  background: var(--card); color: inherit; font: inherit;
}
textarea { min-height: 6rem; resize: vertical; }
button {
  width: 100%; padding: .75rem 1.5rem; border: 1px solid transparent; border-radius: .5rem;
  background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; cursor: pointer;
}
:focus-visible, .choice:focus-within { outline: 3px solid var(--accent); outline-offset: 2px; }
.choice input:focus-visible { outline: none; }
.field [aria-invalid] { border-color: var(--wrong); }
.wrong {
  margin: 0 0 .5rem; padding: .5rem .75rem; border-radius: .5rem;
  background: var(--wrong-tint); color: var(--wrong); font-weight: 600;
}
.folded > summary { padding: .75rem 0; font-size: 1.125rem; }
.confirm { position: sticky; bottom: .75rem; box-shadow: 0 0 0 .75rem var(--card); }
.deadline { padding: .625rem .875rem; border-radius: .5rem; background: var(--tint); }
form:has(#reject):not(:has(#reject:checked)) [data-only="reject"],
form:has(#meeting):not(:has(#meeting:checked)) [data-only="meeting"],
form:has(#pass-on):not(:has(#pass-on:checked)) [data-only="pass-on"],
form:has(#snooze):not(:has(#snooze:checked)) [data-only="snooze"],
form:not(:has(#snooze:checked, #more-time:checked)) [data-only="snooze more-time"],
form:not(:has(#accept:checked, #meeting:checked, #reject:checked, #pass-on:checked)) [data-only="accept meeting reject pass-on"],
form:not(:has([value="unreachable"]:checked)) [data-when="unreachable"],
form:has(#won):not(:has(#won:checked)) [data-only="won"],
form:has(#lost):not(:has(#lost:checked)) [data-only="lost"],
form:has(#recycled):not(:has(#recycled:checked)) [data-only="recycled"],
form:has(#won:checked) [data-only="not-won"] { display: none; }
@media (min-width: 40rem) {
  header { padding-inline: 2rem; padding-top: 2.5rem; }
  main { padding: 2rem; border: 1px solid var(--line); border-radius: .75rem; }
  h1 { font-size: 1.75rem; }
  button { width: auto; min-width: 12rem; }
}
`;
