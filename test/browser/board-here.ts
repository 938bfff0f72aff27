import { existsSync, readFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import path from "node:path";
import { buffer, text } from "node:stream/consumers";
import type { DynamoTable } from "../../lambdas/adapters/dynamo-table.ts";
import { getBoard } from "../../lambdas/board/get-board.ts";
import { postBoard } from "../../lambdas/board/post-board.ts";
import { boardSources } from "../../lambdas/board/sources.ts";
import type { Agreement } from "../../lambdas/contract/agreement.ts";
import type { Chapters } from "../../lambdas/contract/agreement-explained.ts";
import { boardPaths, type Role } from "../../lambdas/contract/board.ts";
import { type Site, siteResponse } from "../../lambdas/domain/board/site-response.ts";
import { openAnyDoor } from "../../local/front-server/door.ts";
import { builtBoard } from "./build-board-once.ts";

export interface BoardHere {
  /** Of the board's first page. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

interface Surroundings {
  readonly table: DynamoTable;
  readonly agreement: () => Agreement;
  readonly now: () => string;
  /** Whoever opens it is signed in as somebody of this role. */
  readonly role: Role;
  /** Who is signed in instead, asked for with each request; nobody signs in while there is none. */
  readonly user?: () => { readonly role: Role; readonly username: string } | undefined;
  /** The contract in plain words; none when left out. */
  readonly chapters?: Chapters;
  /** Awaited before the API responds. */
  readonly delay?: () => Promise<void>;
  /** What answers the API of imports, and takes the files that are uploaded. */
  readonly imports?: Imports;
  /** What answers the API of the negotiation room. */
  readonly room?: Imports["ask"];
}

const keyOf = ({ headers: { "idempotency-key": key } }: IncomingMessage): string | undefined =>
  typeof key === "string" ? key : undefined;

interface Imports {
  readonly ask: (
    method: "GET" | "POST",
    path: string,
    body?: object,
  ) => Promise<{ readonly status: number; readonly json: unknown }>;
  readonly put: (importId: string, file: Uint8Array) => Promise<void>;
}

const ofSources = new RegExp(`^${boardPaths.api}/(?:sources|exports/(?:sources|unread))`);
const ofImports = new RegExp(`^${boardPaths.api}/(?:imports|exports/import)`);

/** Where the twin of the bucket takes uploads; here the board's own origin does. */
const bucketOrigin = "https://lists.example";

/** The board as it is built, with the functions of its API, and nothing else. */
export const openBoard = async ({
  table,
  agreement,
  now,
  role,
  user,
  chapters = [],
  delay = async () => {},
  imports,
  room,
}: Surroundings): Promise<BoardHere> => {
  const { [builtBoard]: built } = process.env;
  if (built === undefined) throw new Error("the board is built by the global set-up of the browser's tests");
  const door = await openAnyDoor();
  const signedIn = user ?? (() => ({ role, username: "olga" }));
  const api = async (method: string, url: string, body: string, key: string | undefined) => {
    const [rawPath = "", rawQueryString = ""] = url.split("?");
    const { role = "rep", username } = signedIn() ?? {};
    const claims = { username, "cognito:groups": `[${role}]` };
    const event = {
      rawPath,
      rawQueryString,
      headers: { "content-type": "application/json", ...(key !== undefined && { "idempotency-key": key }) },
      requestContext: { requestId: "request-1", http: { method }, authorizer: { jwt: { claims } } },
      ...(method === "POST" && { body }),
    };
    const deps = { table, agreement: agreement(), now, publicUrl: "https://leads.example.com" };
    if (ofSources.test(rawPath)) return boardSources(deps)(event);
    // A search is posted, so that what is typed stands in no address.
    if (method === "POST" && !rawPath.endsWith("/search")) return postBoard(deps)(event);
    return getBoard({ ...deps, deployedChapters: () => chapters, deadLetters: async () => [] })(event);
  };
  door.answerWith(async (request, response) => {
    const { method = "GET", url = "/" } = request;
    const json = { "content-type": "application/json" };
    if (url.startsWith(boardPaths.session)) {
      const session = { is: "signed-in", accessToken: "made-up", expiresInSeconds: 3600 };
      const isIn = signedIn() !== undefined || url === boardPaths.session;
      response.writeHead(isIn ? 200 : 401, json).end(JSON.stringify(isIn ? session : {}));
    } else if (url.startsWith(boardPaths.api) && signedIn() === undefined) {
      response.writeHead(401, json).end(JSON.stringify({ message: "Unauthorized" }));
    } else if (imports !== undefined && method === "PUT") {
      await imports.put(path.basename(url.split("?")[0] ?? ""), await buffer(request));
      response.writeHead(200).end();
    } else if (imports !== undefined && ofImports.test(url)) {
      const body = await text(request);
      const asked = url.slice(boardPaths.api.length + 1);
      const reply = await imports.ask(method === "POST" ? "POST" : "GET", asked, body ? JSON.parse(body) : undefined);
      response.writeHead(reply.status, json).end(JSON.stringify(reply.json).replaceAll(bucketOrigin, door.origin));
    } else if (room !== undefined && url.startsWith(`${boardPaths.api}/proposals`)) {
      const body = await text(request);
      const asked = url.slice(boardPaths.api.length + 1);
      const reply = await room(method === "POST" ? "POST" : "GET", asked, body ? JSON.parse(body) : undefined);
      response.writeHead(reply.status, json).end(JSON.stringify(reply.json));
    } else if (url.startsWith(boardPaths.api)) {
      const sent = await text(request);
      await delay();
      const { statusCode, headers, body } = await api(method, url, sent, keyOf(request));
      response.writeHead(statusCode, { ...headers }).end(body);
    } else {
      const [path = "", query = ""] = url.split("?");
      const headers = { "accept-encoding": "identity" };
      const asked = { method, path, headers, query: new URLSearchParams(query), body: new Uint8Array() };
      const { statusCode, headers: given, body } = siteResponse(asked, { file: fileIn(built), uploadsOrigin: "" });
      response.writeHead(statusCode, { ...given }).end(Buffer.from(body, "base64"));
    }
  });
  return {
    url: `${door.origin}${boardPaths.board}`,
    close: () => door.close(),
  };
};

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

/** As the function finds them beside it. */
const fileIn =
  (folder: string): Site["file"] =>
  (name) => {
    const file = path.join(folder, name);
    if (!existsSync(file)) return undefined;
    return { type: typeOf(file), etag: `"${name}"`, plain: readFileSync(file).toString("base64"), packed: {} };
  };

const typeOf = (file: string): string => types[path.extname(file)] ?? "application/octet-stream";
