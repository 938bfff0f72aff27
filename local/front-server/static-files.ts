import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import type { Handler } from "./door.ts";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
};

/** The files of a directory, a folder by its `index.html`; `below` is the address that they are served under. */
export const staticFiles =
  (directory: string, below: string): Handler =>
  async (request, response) => {
    const { pathname, search } = new URL(request.url ?? "/", "http://front.invalid");
    const file = fileAt(directory, pathname.slice(below.length));
    const found = file === undefined ? undefined : await stat(file).catch(() => undefined);
    if (file === undefined || found === undefined) return refuse(response, 404, "There is no such page.\n");
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405, "Only GET and HEAD.\n");
    if (found.isDirectory() && !pathname.endsWith("/")) {
      response.writeHead(308, { location: `${pathname}/${search}` }).end();
      return;
    }
    await send(found.isDirectory() ? path.join(file, "index.html") : file, request.method, response);
  };

/** Nothing outside the directory. */
const fileAt = (directory: string, address: string): string | undefined => {
  try {
    const file = path.join(directory, decodeURIComponent(address));
    return file === directory || file.startsWith(directory + path.sep) ? file : undefined;
  } catch {
    return undefined;
  }
};

const send = async (file: string, method: string, response: Parameters<Handler>[1]): Promise<void> => {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) return refuse(response, 404, "There is no such page.\n");
  response.writeHead(200, {
    "content-type": types[path.extname(file)] ?? "application/octet-stream",
    "content-length": found.size,
    "cache-control": "no-cache",
    "x-content-type-options": "nosniff",
  });
  if (method === "HEAD") response.end();
  else await pipeline(createReadStream(file), response);
};

const refuse = (response: Parameters<Handler>[1], status: number, text: string): void => {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
  response.end(text);
};
