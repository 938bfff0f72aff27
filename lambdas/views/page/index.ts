export { html, Markup } from "./html.ts";
export { page } from "./page.ts";
