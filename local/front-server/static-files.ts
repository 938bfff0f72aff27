import sirv from "sirv";
import type { Handler } from "./door.ts";

/** The files of a directory, a folder by its `index.html`; `below` is the address that they are served under. */
export const staticFiles = (directory: string, below: string): Handler => {
  const serve = sirv(directory, {
    // Read at each request: an edited file shows at once.
    dev: true,
    etag: true,
    setHeaders: (response) => response.setHeader("x-content-type-options", "nosniff"),
  });
  return async (request, response) => {
    const refuse = (status: number, text: string): void => {
      response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(text);
    };
    const { pathname, search } = new URL(request.url ?? "/", "http://front.invalid");
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, "Only GET and HEAD.\n");
    if (pathname === below) {
      response.writeHead(308, { location: `${below}/${search}` }).end();
      return;
    }
    request.url = pathname.slice(below.length);
    serve(request, response, () => refuse(404, "There is no such page.\n"));
  };
};
