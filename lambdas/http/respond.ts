import { randomUUID } from "node:crypto";
import * as z from "zod/mini";
import { LeadContentionError } from "../adapters/contention.ts";
import { countOne } from "../adapters/emf-metrics.ts";
import { log } from "../adapters/logger.ts";
import { metricNames } from "../contract/metrics.ts";
import { fromApiEvent, type HttpResponse } from "../domain/http/http.ts";
import { tryAgain, tryAgainAs } from "../views/page/try-again.ts";

const RequestContextSchema = z.object({ requestContext: z.object({ requestId: z.string() }) });

/**
 * The frame of every handler of the API: gives the request its correlation id, logs the response, and turns an
 * internal error into a response that asks to retry, never into the gateway's own error page. `company` heads the
 * page that a browser gets then; without it every client gets a problem (RFC 9457).
 */
export const respond =
  (answer: (event: unknown, correlationId: string) => Promise<HttpResponse>, company?: string) =>
  async (event: unknown): Promise<HttpResponse> => {
    const context = RequestContextSchema.safeParse(event);
    const correlationId = context.success ? context.data.requestContext.requestId : randomUUID();
    try {
      const response = await answer(event, correlationId);
      log.info("Request answered", { code: "request-answered", status: response.statusCode, correlationId });
      return response;
    } catch (error) {
      const code = error instanceof LeadContentionError ? "too-many-writers" : "request-failed";
      log.error("A request could not be dealt with", { code, correlationId }, error);
      countOne(metricNames.requestFailed);
      return company === undefined ? tryAgain() : apology(event, company);
    }
  };

const apology = (event: unknown, company: string): HttpResponse => {
  try {
    return tryAgainAs(fromApiEvent(event), company);
  } catch {
    return tryAgain();
  }
};
