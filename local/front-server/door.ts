import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { CannotStart } from "../cannot-start.mjs";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A port that is bound at once, and the handler that answers there later. */
export interface Door {
  readonly port: number;
  /** As browsers write it: `http://127.0.0.1:<port>`. */
  readonly origin: string;
  /** From now on this answers; until the first call every request gets a 503. */
  answerWith(handler: Handler): void;
  /** Aborts requests that are in flight. */
  close(): Promise<void>;
}

const preferredPort = 8080;

/** Takes this very port, or 8080, or any free one; throws `CannotStart` when the port asked for is taken. */
export const openDoor = async (port?: number): Promise<Door> => {
  if (port !== undefined) {
    const door = await tryDoor(port);
    if (typeof door !== "string") return door;
    throw new CannotStart(`Port ${port} ${reasons[door] ?? `cannot be used (${door})`}; choose another with --port N.`);
  }
  const door = await tryDoor(preferredPort);
  return typeof door === "string" ? openDoor(0) : door;
};

/** A door at any free port. */
export const openAnyDoor = (): Promise<Door> => openDoor(0);

const reasons: Record<string, string> = { EADDRINUSE: "is in use", EACCES: "needs privileges" };

/** The door, or the error code that listening failed with. */
const tryDoor = async (port: number): Promise<Door | string> => {
  let handler: Handler = notYet;
  const server = createServer((request, response) => {
    if (!isLoopback(request.headers.host)) return refuse(request, response);
    handler(request, response).catch((error: unknown) => {
      console.error("A request failed:", error);
      if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain" });
      response.end("The front server failed; see the terminal for the error.\n");
    });
  });
  // Only clients close idle connections: a request on one that we close at the same moment would be lost.
  server.keepAliveTimeout = 0;
  try {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
  } catch (error) {
    return String(Object(error).code);
  }
  const address = server.address();
  const taken = address === null || typeof address === "string" ? port : address.port;
  return {
    port: taken,
    origin: new URL(`http://127.0.0.1:${taken}`).origin,
    answerWith: (next) => {
      handler = next;
    },
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};

/** A page elsewhere whose name leads to this machine would otherwise read everything here ("DNS rebinding"). */
const isLoopback = (host = ""): boolean => /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i.test(host);

const refuse = (request: IncomingMessage, response: ServerResponse): void => {
  request.resume();
  response.writeHead(421, { "content-type": "text/plain; charset=utf-8" });
  response.end("This server answers to 127.0.0.1 and localhost only.\n");
};

const notYet: Handler = async (request, response) => {
  request.resume();
  response.writeHead(503, { "content-type": "text/plain; charset=utf-8", "retry-after": "5" });
  response.end("Smarketing is starting; try again in a moment.\n");
};
