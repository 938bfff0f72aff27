import type { ServerResponse } from "node:http";
import type { Handler } from "./door.ts";
import { indexPage } from "./index-page.ts";

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
