import type { ServerResponse } from "node:http";
import type { Handler } from "./door.ts";

/** The handler of each part of the address space. */
export interface Parts {
  readonly site: Handler;
  readonly form: Handler;
  readonly inbox: Handler;
  readonly reference: Handler;
  readonly api: Handler;
}

/** The index page at `/`, site, form, inbox and reference below theirs, and the API at every other address, as on AWS. */
export const front =
  ({ site, form, inbox, reference, api }: Parts): Handler =>
  async (request, response) => {
    const [path = "/"] = (request.url ?? "/").split("?");
    if (path === "/" && (request.method === "GET" || request.method === "HEAD")) return showIndex(response);
    if (isBelow(path, "/site")) return site(request, response);
    if (isBelow(path, "/form")) return form(request, response);
    if (isBelow(path, "/inbox")) return inbox(request, response);
    if (isBelow(path, "/reference")) return reference(request, response);
    return api(request, response);
  };

const isBelow = (path: string, part: string): boolean => path === part || path.startsWith(`${part}/`);

const showIndex = (response: ServerResponse): void => {
  response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-cache" });
  response.end(indexPage);
};

/** The start page. */
const indexPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Smarketing on this machine</title>
<style>
  body { font: 1.1rem/1.6 system-ui, sans-serif; max-width: 34rem; margin: 3rem auto; padding: 0 1rem }
</style>
<h1>Smarketing on this machine</h1>
<ul>
  <li><a href="/board">The board, which both departments share</a></li>
  <li>The sample web site, <a lang="es" href="/site/es/">en español</a> and <a href="/site/en/">in English</a></li>
  <li>Its form, <a lang="es" href="/form/es/">en español</a> and <a href="/form/en/">in English</a></li>
  <li><a href="/inbox/">The inbox: every e-mail that was sent</a></li>
  <li><a href="/reference/">The API, to be read and tried out</a></li>
</ul>
<p>Read a page or two, send the form, then watch the inbox.
<span lang="es">Lee alguna página, envía el formulario y mira el buzón.</span></p>
</html>
`;
