import { boardPaths } from "../../contract/board.ts";
import { guarded, type HttpRequest, type HttpResponse, headerOf, problem } from "../http/http.ts";

/** Content encodings, the smallest first. */
const encodings = ["br", "gzip"] as const;
type Encoding = (typeof encodings)[number];

/** A file of the board. */
export interface SiteFile {
  readonly type: string;
  /** Changes with the content; in quotation marks. */
  readonly etag: string;
  /** Base64. */
  readonly plain: string;
  /** Base64; missing where compression does not help. */
  readonly packed: Readonly<Partial<Record<Encoding, string>>>;
}

export interface Site {
  /** By name below the board's address; `undefined` when there is none. */
  readonly file: (name: string) => SiteFile | undefined;
  /** Where the page may upload lists to; empty: to where it comes from. */
  readonly uploadsOrigin: string;
}

/** The start of every page; the browser routes to the requested one. */
const start = "index.html";

/**
 * The board loads nothing from other origins, runs only our own files, and may not be framed. Only a list is sent elsewhere:
 * into the bucket for it.
 */
const policyOf = (uploadsOrigin: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    ["connect-src 'self'", uploadsOrigin].filter(Boolean).join(" "),
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

const nothingOfTheDevice = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

/**
 * `GET /board` and below: a file; a page of the board is its start; an unknown file is not found. With a slash at its end
 * the board's address leads to the one without; whatever else no route knows is not found.
 */
export const siteResponse = (request: HttpRequest, site: Site): HttpResponse => {
  if (request.path === `${boardPaths.board}/`) return withoutSlash(request, headersOf(site));
  if (!isOfBoard(request)) return problem(404, "Not found", "There is nothing at this address.");
  const asked = nameIn(request.path);
  const name = asked.includes(".") ? asked : start;
  const file = site.file(name);
  const headers = headersOf(site);
  if (file === undefined) return notFound(headers);
  const described = { ...headers, etag: file.etag, ...caching(name) };
  if (isKnown(request, file.etag)) return { statusCode: 304, headers: described, body: "" };
  const encoding = encodings.find((each) => file.packed[each] !== undefined && takes(request, each));
  return {
    statusCode: 200,
    headers: {
      ...described,
      "content-type": file.type,
      ...(encoding !== undefined && { "content-encoding": encoding }),
    },
    body: (encoding && file.packed[encoding]) ?? file.plain,
    isBase64Encoded: true,
  };
};

const isOfBoard = ({ method, path }: HttpRequest): boolean =>
  (method === "GET" || method === "HEAD") && `${path}/`.includes(`${boardPaths.board}/`);

/** Browsers keep what stands behind `#`. */
const withoutSlash = ({ query }: HttpRequest, headers: HttpResponse["headers"]): HttpResponse => ({
  statusCode: 308,
  headers: {
    ...headers,
    "cache-control": "no-cache",
    location: `${boardPaths.board}${query.size === 0 ? "" : `?${query}`}`,
  },
  body: "",
});

const nameIn = (path: string): string => path.slice(path.indexOf(boardPaths.board) + boardPaths.board.length + 1);

const headersOf = ({ uploadsOrigin }: Pick<Site, "uploadsOrigin">) => ({
  ...guarded,
  "content-security-policy": policyOf(uploadsOrigin),
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": nothingOfTheDevice,
  "referrer-policy": "no-referrer",
  vary: "accept-encoding",
  "x-robots-tag": "noindex",
});

/** Names of what was built change with its content; everything else, and the start that names them, is revalidated. */
const caching = (name: string) => ({
  "cache-control": name.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache",
});

/** Not cached: during a deployment the file may exist a second later. */
const notFound = (headers: HttpResponse["headers"]): HttpResponse => ({
  statusCode: 404,
  headers: { ...headers, "cache-control": "no-store", "content-type": "text/plain; charset=utf-8" },
  body: "File not found.\n",
});

const isKnown = (request: HttpRequest, etag: string): boolean =>
  (headerOf(request, "if-none-match") ?? "").split(",").some((each) => each.trim().replace(/^W\//, "") === etag);

const takes = (request: HttpRequest, encoding: Encoding): boolean =>
  (headerOf(request, "accept-encoding") ?? "")
    .split(",")
    .some((each) => new RegExp(`^${encoding}\\s*(?:;\\s*q=(?!0(?:\\.0*)?$)|$)`, "i").test(each.trim()));
