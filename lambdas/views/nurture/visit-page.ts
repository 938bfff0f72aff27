import type { Language } from "../../contract/stages.ts";
import { html, Markup, page } from "../page/index.ts";

export interface Visiting {
  readonly language: Language;
  readonly company: string;
  /** The piece of content that the page leads to. */
  readonly content: string;
  readonly title: string;
  readonly url: string;
  /** Lets our script on the web site recognise the lead. */
  readonly reference: string;
}

const words = {
  es: { opening: "Le llevamos a esta página. Si no se abre automáticamente:", open: "Abrirla ahora" },
  en: { opening: "Taking you to this page. If it does not open automatically:", open: "Open it now" },
} as const;

/**
 * Leads on to a piece of content. Its script reports the visit; who runs no script, be it a scanner or a person, gets
 * there just as well and is not counted. The address with the reference is only made by the script: a scanner that
 * follows the link is a stranger to the web site.
 */
export const visitPage = ({ language, company, content, title, url, reference }: Visiting): string => {
  const say = words[language];
  return page({
    language,
    title,
    company,
    head: html`<noscript><meta http-equiv="refresh" content="0; url=${url}"></noscript>
`,
    body: html`<p>${say.opening}</p>
<p><a id="content" href="${url}" rel="noreferrer" data-content="${content}" data-reference="${reference}">${say.open}</a></p>
<script>${new Markup(visitScript)}</script>`,
  });
};

/**
 * What the page of a nurture mail's link runs, once it is really shown: mail scanners fetch the page, browsers load it
 * ahead. It reports which piece is being opened, and goes there with the reference by which the web site knows the
 * lead; it reports again when we are busy, and waits no longer than a moment. A browser that is driven by a program is
 * just led on.
 *
 * Constant, so that the page's policy can name it by its hash.
 */
export const visitScript = `
"use strict";
const link = document.getElementById("content");
const { content, reference } = link.dataset;
const goOn = () => location.replace(link.href);
const visit = () => {
  if (navigator.webdriver) return goOn();
  link.href += (link.hash ? "&" : "#") + "sm=" + reference;
  const told = { method: "POST", keepalive: true, body: JSON.stringify({ read: content }), headers: { "content-type": "application/json" } };
  const again = () => setTimeout(tell, 400);
  const tell = () => fetch(location.href, told).then(({ status }) => (status < 500 ? goOn() : again()), again);
  tell();
  setTimeout(goOn, 1500);
};
const look = () => {
  if (document.visibilityState !== "visible") return;
  document.removeEventListener("visibilitychange", look);
  requestAnimationFrame(visit);
};
document.addEventListener("visibilitychange", look);
look();
`;
