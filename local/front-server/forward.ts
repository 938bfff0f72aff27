import { request as call, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import type { Handler } from "./door.ts";

/** Headers of one connection, not of the message. */
const perConnection = new Set([
  "connection",
  "keep-alive",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/**
 * Passes everything on to `target` (an address without a slash at the end): method, path, query, headers, bytes.
 * `overhear` gets the response before it is passed back, and gives headers of ours that replace the response's.
 */
export const forwardTo =
  (
    target: string,
    overhear: (answer: IncomingMessage, request: IncomingMessage) => Record<string, string> | undefined = () =>
      undefined,
  ): Handler =>
  async (request, response) => {
    const { protocol, hostname, port, pathname } = new URL(target);
    const upstream = call({
      protocol,
      hostname,
      port,
      // A new connection each time: a kept one may be closed by the other side while the request is in flight.
      agent: false,
      method: request.method,
      // An address without a path has a slash as its path.
      path: `${pathname === "/" ? "" : pathname}${request.url}`,
      headers: { ...ofTheMessage(request.headersDistinct), ...framing(request.headers) },
    });
    const answered = new Promise<void>((resolve, reject) => {
      upstream.on("error", reject).on("response", (answer) => {
        const ours = overhear(answer, request);
        const headers = { ...ofTheMessage(answer.headersDistinct), ...ours };
        response.writeHead(answer.statusCode ?? 502, answer.statusMessage, headers);
        pipeline(answer, response).then(resolve, reject);
      });
    });
    response.on("close", () => upstream.destroy());
    request.pipe(upstream);
    await answered.catch((error: unknown) => sayDown(response, error));
  };

const ofTheMessage = (headers: NodeJS.Dict<string[]>): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, values = []]) => {
      const [first, ...others] = perConnection.has(name) ? [] : values;
      return first === undefined ? [] : [[name, others.length === 0 ? first : values]];
    }),
  );

/** A body of unknown length stays one; without a body none is announced. */
const framing = ({ "transfer-encoding": coding }: IncomingHttpHeaders): Record<string, string> =>
  coding === undefined ? {} : { "transfer-encoding": "chunked" };

const sayDown = (response: ServerResponse, error: unknown): void => {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(502, { "content-type": "text/plain; charset=utf-8" });
  response.end(`The API of the local cloud does not answer (${String(Object(error).code ?? error)}).\n`);
};
