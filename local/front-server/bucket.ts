import type { IncomingMessage } from "node:http";
import * as z from "zod/mini";
import type { Handler } from "./door.ts";
import { forwardTo } from "./forward.ts";

const RuleSchema = z.object({
  AllowedOrigins: z.array(z.string()),
  AllowedMethods: z.array(z.string()),
  AllowedHeaders: z._default(z.array(z.string()), []),
});
/** As CloudFormation writes it. */
export const BucketCorsSchema = z.object({ CorsRules: z.array(RuleSchema) });
type Rule = z.infer<typeof RuleSchema>;

/**
 * The bucket at an origin of its own, as on AWS: what a page of another origin may send there, the template's rules say. The
 * emulator lets everything through.
 */
export const bucketAt = (awsEndpoint: string, { CorsRules: rules }: z.infer<typeof BucketCorsSchema>): Handler => {
  const allowOrigin = (request: IncomingMessage) =>
    rules.some((rule) => allows(rule, request)) ? (request.headers.origin ?? "") : "";
  const forward = forwardTo(awsEndpoint, (_, request) => ({ "access-control-allow-origin": allowOrigin(request) }));
  return async (request, response) => {
    if (request.method !== "OPTIONS") return forward(request, response);
    request.resume();
    const { "access-control-request-method": method = "", "access-control-request-headers": headers = "" } =
      request.headers;
    const origin = allowOrigin(request);
    if (origin === "") response.writeHead(403);
    else
      response.writeHead(200, {
        "access-control-allow-origin": origin,
        "access-control-allow-methods": method,
        "access-control-allow-headers": headers,
      });
    response.end();
  };
};

const allows = (
  { AllowedOrigins, AllowedMethods, AllowedHeaders }: Rule,
  { method = "", headers }: IncomingMessage,
) => {
  const asked = headers["access-control-request-headers"]?.split(",").map((name) => name.trim().toLowerCase()) ?? [];
  return (
    AllowedOrigins.includes(headers.origin ?? "") &&
    AllowedMethods.includes(headers["access-control-request-method"] ?? method) &&
    asked.every((name) => AllowedHeaders.includes(name))
  );
};
