import { randomUUID } from "node:crypto";
import * as z from "zod/mini";
import { LeadContentionError } from "../adapters/contention.ts";
import { countOne } from "../adapters/emf-metrics.ts";
import { log } from "../adapters/logger.ts";
import { metricNames } from "../contract/metrics.ts";
import { fromApiEvent, type HttpResponse } from "../domain/http/http.ts";
import { type AskAgain, tryAgain, tryAgainAs } from "../views/page/try-again.ts";
import { behindFront, frontInEnvironment } from "./behind-front.ts";
import { untilItPasses } from "./until-it-passes.ts";

/** A function behind the API, as Lambda calls it. */
export type ApiHandler = (event: unknown, context?: unknown) => Promise<HttpResponse>;

/** Heads the page that a browser gets when a request could not be dealt with. */
export type OfPage = Pick<AskAgain, "company" | "siteOrigins">;

const RequestContextSchema = z.object({ requestContext: z.object({ requestId: z.string() }) });

/** Milliseconds in which one request is tried again: a person waits for it, and it takes one of the account's functions. */
const patience = 10_000;
/** Milliseconds that are kept back to respond at all: a function that is ended by Lambda responds nothing. */
const keptBack = 1500;
/** Milliseconds that a function behind the API has (`responseLimit` in lib/api/route.ts), where Lambda does not say. */
const usualTime = 20_000;

/**
 * The frame of every handler of the API: gives the request its correlation id, tries again what passes by itself, logs
 * the response, and turns what remains into a response that asks to retry, never into the gateway's own error page.
 * `answer` may be called several times for one request, with the same correlation id. Without `page` every client gets a
 * problem (RFC 9457), with it a browser gets a page. Where there is a front, only its requests are answered.
 */
export const respond = (
  answer: (event: unknown, correlationId: string) => Promise<HttpResponse>,
  page?: OfPage,
  front = frontInEnvironment(),
): ApiHandler => {
  const answerAdmitted: typeof answer = async (event, correlationId) => {
    if (front === undefined) return answer(event, correlationId);
    const arrival = await behindFront(front, event, correlationId);
    return "refused" in arrival ? arrival.refused : answer(arrival.admitted, correlationId);
  };
  return async (event, context) => {
    const read = RequestContextSchema.safeParse(event);
    const correlationId = read.success ? read.data.requestContext.requestId : randomUUID();
    try {
      const response = await untilItPasses(() => answerAdmitted(event, correlationId), {
        patience,
        inAll: Math.max(0, remaining(context) - keptBack),
      });
      log.info("Request answered", { code: "request-answered", status: response.statusCode, correlationId });
      return response;
    } catch (error) {
      const code = error instanceof LeadContentionError ? "too-many-writers" : "request-failed";
      log.error("A request could not be dealt with", { code, correlationId }, error);
      countOne(metricNames.requestFailed);
      const seconds = secondsToWait();
      return page === undefined ? tryAgain(seconds) : apology(event, { ...page, seconds });
    }
  };
};

/** Two to five: clients that were turned away together do not come back together. */
const secondsToWait = (): number => 2 + Math.floor(4 * Math.random());

const remaining = (context: unknown): number => {
  const told = typeof context === "object" && context !== null && "getRemainingTimeInMillis" in context;
  const ask = told ? context.getRemainingTimeInMillis : undefined;
  return typeof ask === "function" ? Number(Reflect.apply(ask, context, [])) : usualTime;
};

const apology = async (event: unknown, ask: AskAgain): Promise<HttpResponse> => {
  try {
    return await tryAgainAs(fromApiEvent(event), ask);
  } catch {
    return tryAgain(ask.seconds);
  }
};
