import type * as z from "zod/mini";
import type { oas31, ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from "zod-openapi";
import { ProblemSchema } from "../../lambdas/contract/api.ts";

type Schema = z.ZodMiniType;
type Status = keyof ZodOpenApiResponsesObject & `${number}`;

/** A response in JSON. */
export const inJson = (description: string, schema: Schema, example?: unknown): ZodOpenApiResponseObject => ({
  description,
  content: { "application/json": { schema, ...(example !== undefined && { example }) } },
});

/** A page for people. */
export const asPage = (description: string): ZodOpenApiResponseObject => ({
  description,
  content: { "text/html": { schema: { type: "string" } } },
});

const titles: Readonly<Record<number, string>> = {
  400: "The request cannot be read",
  401: "Not signed by a key in use, or not signed in",
  403: "Not for this role, or not from here; or, where a front stands before the API, not by its public address",
  404: "There is no such thing, or not for you",
  405: "Not by this method",
  409: "The lead, the rep or the proposal is no longer as it was",
  413: "The body is too long",
  415: "No content type that is taken",
  422: "Some fields are invalid; `errors` has one entry for each",
};

/** Each is one object, by which the document knows that it is the same response everywhere. */
const problemOf: ReadonlyMap<number, ZodOpenApiResponseObject> = new Map(
  Object.entries(titles).map(([status, description]) => [
    Number(status),
    { id: `Problem${status}`, description, content: { "application/problem+json": { schema: ProblemSchema } } },
  ]),
);

const problem = (status: number): ZodOpenApiResponseObject => problemOf.get(status) ?? unknown(status);

/** The faults that a request may have, each as a problem by RFC 9457. */
export const problems = (...statuses: number[]): ZodOpenApiResponsesObject =>
  Object.fromEntries(statuses.map((status) => [String(status), problem(status)]));

const unknown = (status: number): never => {
  throw new Error(`no words for status ${status}`);
};

/** What the gateway itself responds has a sentence of its own. */
const fromGateway: oas31.SchemaObject = {
  type: "object",
  properties: { message: { type: "string" } },
  required: ["message"],
};

/** The gateway has checked the token before any function was asked. */
export const withoutToken: ZodOpenApiResponseObject = {
  id: "WithoutToken",
  description: "No token, or one that is over",
  content: { "application/json": { schema: fromGateway, example: { message: "Unauthorized" } } },
};

/** The token is good, but the sign-in behind it is too old for what is asked. */
export const withOldToken: ZodOpenApiResponseObject = {
  ...withoutToken,
  id: "WithOldToken",
  description: "No token, or one that is over; or a sign-in that has to be repeated before",
  content: { ...withoutToken.content, ...problem(401).content },
};

const retryAfter = {
  "retry-after": {
    description: "Seconds, from two to five: not the same for everybody",
    schema: { type: "string" },
    required: true,
  },
} as const satisfies ZodOpenApiResponseObject["headers"];

const busy =
  "We are busy, or something of ours fails for a moment: send the same again after `retry-after` seconds; nothing counts twice";

/** Of every route: a request that has gone around the front, too many of them, and a fault of ours. */
export const always: Record<Extract<Status, "403" | "429" | "503">, ZodOpenApiResponseObject> = {
  "403": problem(403),
  "429": {
    id: "TooMany",
    description: "Too many requests: try again a little later",
    content: { "application/json": { schema: fromGateway, example: { message: "Too Many Requests" } } },
  },
  "503": {
    id: "TryAgain",
    description: busy,
    headers: retryAfter,
    content: { "application/problem+json": { schema: ProblemSchema } },
  },
};

/** The same, of what a browser may show: a page that loads itself again, or keeps the form that was sent. */
export const alwaysAsPage: typeof always = {
  ...always,
  "503": {
    id: "TryAgainPage",
    description: `${busy}. A browser gets a page that loads itself again, or one that keeps the form`,
    headers: retryAfter,
    content: { "text/html": { schema: { type: "string" } }, "application/problem+json": { schema: ProblemSchema } },
  },
};
