import path from "node:path";
import type { AgreementTerms } from "../../lambdas/contract/agreement.ts";
import { preferredLanguage } from "../../lambdas/views/page/preferred-language.ts";
import { sitePages } from "../../web/site/pages.ts";
import { paths } from "../../web/site/site.ts";
import { projectRoot } from "../project-root.ts";
import type { Handler } from "./door.ts";
import { staticFiles } from "./static-files.ts";

/** Path under which the sample site lies. */
export const sitePath = "/site";

/** The sample site as the agreement makes it: its pages, and its static files. */
export const siteHandler = (terms: AgreementTerms): Handler => {
  const pages = sitePages({ terms, prefix: sitePath });
  const assets = staticFiles(path.join(projectRoot, "web", "site", "assets"), `${sitePath}/assets`);
  return async (request, response) => {
    const { pathname, search } = new URL(request.url ?? "/", "http://front.invalid");
    if (pathname.startsWith(`${sitePath}/assets/`)) return assets(request, response);
    const below = pathname.slice(sitePath.length);
    const page = pages.get(below);
    const elsewhere = below === "" || below === "/" ? homeFor(request.headers["accept-language"]) : `${below}/`;
    if (page !== undefined && request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { "content-type": "text/plain; charset=utf-8" }).end("Only GET and HEAD.\n");
    } else if (page !== undefined) {
      response.writeHead(200, { "content-type": typeOf(below), "cache-control": "no-cache" }).end(page);
    } else if (pages.has(elsewhere)) {
      response.writeHead(302, { location: `${sitePath}${elsewhere}${search}` }).end();
    } else {
      response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("There is no such page.\n");
    }
  };
};

const typeOf = (file: string): string => `text/${file.endsWith(".txt") ? "plain" : "html"}; charset=utf-8`;

const homeFor = (accepted: string | undefined): string => paths.home[preferredLanguage(accepted, "es")];

const contact = (language: "es" | "en"): string => `${sitePath}${paths.contact[language]}`;

/** The addresses of the form alone, which is the shortest to type. */
const formAddresses = new Map([
  ["/form/es", contact("es")],
  ["/form/en", contact("en")],
]);

/** Leads from `/form/`, `/form/es/` and `/form/en/` to the page with the form. */
export const formHandler: Handler = async (request, response) => {
  const { pathname, search } = new URL(request.url ?? "/", "http://front.invalid");
  const known = formAddresses.get(pathname.replace(/\/$/, ""));
  const language = preferredLanguage(request.headers["accept-language"], "es");
  response.writeHead(302, { location: `${known ?? contact(language)}${search}` }).end();
};
