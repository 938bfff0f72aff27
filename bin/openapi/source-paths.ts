import * as z from "zod/mini";
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from "zod-openapi";
import { ArrivalTakenSchema } from "../../lambdas/contract/api.ts";
import { limits } from "../../lambdas/contract/limits.ts";
import { always, inJson, problems } from "./responses.ts";

const anything = { schema: {} };

const post = (id: string, more: string): ZodOpenApiOperationObject => ({
  operationId: id,
  tags: ["Form tools"],
  summary: "What a form tool sends",
  description: `The tool's own body, unchanged, of at most ${limits.arrivalBytes / 1024 / 1024} MB. It is kept whole, answered, and read afterwards; the tool's own id again is the same lead. ${more}docs/sources.md has each tool.`,
  security: [],
  requestBody: {
    required: true,
    content: {
      "application/json": anything,
      "application/x-www-form-urlencoded": anything,
      "multipart/form-data": anything,
    },
  },
  responses: {
    "200": {
      description: "It is kept. A browser that posts a plain form gets a page",
      content: {
        ...inJson("", ArrivalTakenSchema, { received: true }).content,
        "text/html": { schema: { type: "string" } },
      },
    },
    "303": { description: "To the form's `_next`, on one of the agreement's sites" },
    ...problems(401, 404, 413),
    ...always,
  },
});

const get = (id: string): ZodOpenApiOperationObject => ({
  operationId: id,
  tags: ["Form tools"],
  summary: "A form tool asks whether we are who we say",
  description: "Meta and LinkedIn do, when the address is entered; the response is what they want to read.",
  security: [],
  responses: {
    "200": {
      description: "What the tool wants to read",
      content: { "text/plain": { schema: { type: "string" } }, "application/json": anything },
    },
    ...problems(403, 404, 405),
    ...always,
  },
});

const source = z.string();
z.globalRegistry.add(source, { description: "Id of a source of the agreement" });

/** What form tools ask. Each proves itself in its own way: by its signature, a header or its address. */
export const sourcePaths: ZodOpenApiPathsObject = {
  "/sources/{source}": {
    get: { ...get("askSource"), requestParams: { path: z.object({ source }) } },
    post: { ...post("postSource", ""), requestParams: { path: z.object({ source }) } },
  },
  "/sources/{source}/{secret}": {
    post: {
      ...post("postSourceByAddress", "Of tools that can neither sign nor set a header. "),
      requestParams: { path: z.object({ source, secret: z.string() }) },
    },
  },
};
