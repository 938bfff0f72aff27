import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { text } from "node:stream/consumers";
import * as z from "zod/mini";
import { siteScript } from "../../lib/house/bundle.ts";

const VisitSchema = z.object({
  visitorId: z.optional(z.string()),
  reference: z.optional(z.string()),
  events: z.array(z.object({ id: z.string(), kind: z.string(), at: z.optional(z.string()), subject: z.string() })),
});
export type Visit = z.infer<typeof VisitSchema>;

/** A web site and, at an origin of its own, the API to which its script reports visits. */
export interface Site {
  readonly origin: string;
  /** The reports so far, each request as sent. */
  readonly told: readonly Visit[];
  /** The fields of each form that has been sent. */
  readonly leads: readonly URLSearchParams[];
  /** How the API answers visits from now on. */
  answerWith(status: number): void;
  close(): Promise<void>;
}

/** Pages by path, with their body. `consent` as in the script's tag. */
export const openSite = async (pages: Record<string, string>, consent = "pending"): Promise<Site> => {
  const [told, leads]: [Visit[], URLSearchParams[]] = [[], []];
  let status = 202;
  const api = await serve(async (request, response) => {
    const body = await text(request);
    response.setHeader("access-control-allow-origin", request.headers.origin ?? "*");
    if (request.url === "/smarketing.js") response.end(siteScript());
    else if (request.url === "/engagements") {
      told.push(VisitSchema.parse(JSON.parse(body)));
      response.writeHead(status).end("{}");
    } else {
      leads.push(new URLSearchParams(body));
      response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>Sent</title>");
    }
  });
  const site = await serve(async ({ url = "/" }, response) => {
    const body = pages[url.split("?")[0] ?? ""];
    const tag = `<script async src="${api.origin}/smarketing.js" data-consent="${consent}" data-read-after="1"></script>`;
    response.writeHead(body === undefined ? 404 : 200, { "content-type": "text/html; charset=utf-8" });
    response.end(`<!doctype html><link rel="icon" href="data:,">${tag}${body?.replaceAll("API", api.origin) ?? ""}`);
  });
  return {
    origin: site.origin,
    told,
    leads,
    answerWith: (next) => {
      status = next;
    },
    close: async () => {
      await Promise.all([close(api.server), close(site.server)]);
    },
  };
};

const serve = async (answer: RequestListener): Promise<{ server: Server; origin: string }> => {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  return { server, origin: `http://127.0.0.1:${Object(server.address()).port}` };
};

const close = async (server: Server): Promise<void> => {
  server.close();
  server.closeAllConnections();
  await once(server, "close");
};
