import { createHash, timingSafeEqual } from "node:crypto";
import * as z from "zod/mini";
import { environmentOf } from "../adapters/lambda-runtime.ts";
import { log } from "../adapters/logger.ts";
import { type OriginSecrets, originSecrets, readOriginSecrets } from "../adapters/origin-secrets.ts";
import { FrontEnvironmentSchema, frontHeaders } from "../contract/front.ts";
import { type HttpResponse, problem } from "../domain/http/http.ts";

/** The front before the API, by whose secret its requests are known. */
export interface Front {
  readonly secrets: OriginSecrets;
  /** Lets in requests that have come another way, too. */
  readonly isOpen: boolean;
}

/** The front that the deployment says there is. */
export const frontInEnvironment = (): Front | undefined => {
  if (process.env.ORIGIN_SECRET_ARN === undefined) return undefined;
  const { ORIGIN_SECRET_ARN, ORIGIN_OPEN } = environmentOf(FrontEnvironmentSchema);
  return { secrets: originSecrets(readOriginSecrets(ORIGIN_SECRET_ARN)), isOpen: ORIGIN_OPEN };
};

const EventSchema = z.looseObject({
  headers: z._default(z.record(z.string(), z.string()), {}),
  requestContext: z.looseObject({ http: z.looseObject({}) }),
});

/**
 * Lets in what came through the front, with the viewer's address in the place of the front's own. Anything else, which
 * has gone around the front and its rules, is refused; what it says of a viewer is not believed.
 */
export const behindFront = async (
  front: Front,
  event: unknown,
  correlationId: string,
): Promise<{ readonly admitted: unknown } | { readonly refused: HttpResponse }> => {
  const { headers, requestContext, ...rest } = EventSchema.parse(event);
  const { [frontHeaders.secret]: given, [frontHeaders.viewer]: viewer, ...others } = headers;
  const byFront = given !== undefined && (await front.secrets(given)).some((secret) => isSame(secret, given));
  if (!byFront && !front.isOpen) {
    log.warn("A request did not come through the front", { code: "around-the-front", correlationId });
    return { refused: aroundFront };
  }
  const http = { ...requestContext.http, ...(byFront && viewer !== undefined && { sourceIp: viewer }) };
  return { admitted: { ...rest, headers: others, requestContext: { ...requestContext, http } } };
};

/** Takes as long for a wrong one as for the right one. */
const isSame = (one: string, other: string): boolean => timingSafeEqual(sha256(one), sha256(other));

const sha256 = (text: string): Buffer => createHash("sha256").update(text).digest();

const aroundFront = problem(403, "Not by this address", "This API answers at its public address only.");
