import * as z from "zod/mini";
import type { oas31, ZodOpenApiOperationObject, ZodOpenApiPathsObject, ZodOpenApiRequestBodyObject } from "zod-openapi";
import { EngagementsTakenSchema, LeadTakenSchema, referencePath } from "../../lambdas/contract/api.ts";
import { boardPaths } from "../../lambdas/contract/board.ts";
import { acceptedTypes } from "../../lambdas/domain/capture/parse-body.ts";
import { answerInForm } from "../../lambdas/domain/follow-up/parse-answer.ts";
import { idempotencyKeyForm } from "../../lambdas/domain/http/http.ts";
import { outcomeInForm } from "../../lambdas/domain/outcome/parse-outcome.ts";
import { engagementsExample } from "./engagement-form.ts";
import { leadExample, leadInSpanish } from "./lead-form.ts";
import { always, alwaysAsPage, asPage, inJson, problems } from "./responses.ts";

const ref = (...names: readonly string[]): oas31.SchemaObject => ({
  anyOf: names.map((name) => ({ $ref: `#/components/schemas/${name}` })),
});

/** The same fields in every type that is taken; as text they are JSON, as a browser's beacon sends it. */
const inEveryType = (schema: oas31.SchemaObject, examples: Record<string, unknown>): ZodOpenApiRequestBodyObject => ({
  required: true,
  content: Object.fromEntries(
    acceptedTypes.map((type) => [
      type,
      type === "text/plain"
        ? { schema: { type: "string", contentMediaType: "application/json", contentSchema: schema } }
        : {
            schema,
            ...(type === "application/json" && {
              examples: Object.fromEntries(Object.entries(examples).map(([name, value]) => [name, { value }])),
            }),
          },
    ]),
  ),
});

const key = z.optional(z.string().check(z.regex(idempotencyKeyForm)));
z.globalRegistry.add(key, {
  description: "The sender's own name for the request: within a day the same one does nothing",
});

/** `HEAD` is `GET` without the body. */
export const withHead = (get: ZodOpenApiOperationObject) => ({
  get,
  head: {
    ...get,
    operationId: `${get.operationId}Head`,
    summary: `${get.summary}: the headers only`,
    responses: Object.fromEntries(
      Object.entries(get.responses).map(([status, response]) => [
        status,
        { description: "description" in response ? String(response.description) : "" },
      ]),
    ),
  },
});

const reference = { path: z.object({ reference: z.string() }) };
const opensNothing = asPage("A forged, unknown or expired reference: the same page for each");

interface Linked {
  readonly id: string;
  readonly what: string;
  readonly fields: readonly string[];
  readonly statuses: readonly ("200" | "202" | "409" | "410" | "413" | "422")[];
  readonly query?: z.ZodMiniObject;
}

const said: Readonly<Record<Linked["statuses"][number], string>> = {
  "200": "Done, or done before",
  "202": "Counted",
  "409": "It is no longer waited for; the page says what happened instead",
  "410": "The link opens once, and was used",
  "413": "It is too much for one page; nothing was shown",
  "422": "Something is missing or wrong; the page says what",
};

/** A page behind a link that we mailed: `GET` shows it and changes nothing, `POST` acts. */
const linked = ({ id, what, fields, statuses, query }: Linked) => ({
  ...withHead({
    operationId: `show${id}`,
    tags: ["Pages"],
    summary: `${what}: the page`,
    security: [],
    requestParams: { ...reference, ...(query !== undefined && { query }) },
    responses: { "200": asPage("The page; it changes nothing"), "404": opensNothing, ...alwaysAsPage },
  }),
  post: {
    operationId: `post${id}`,
    tags: ["Pages"],
    summary: `${what}: what its form posts`,
    security: [],
    requestParams: reference,
    ...(fields.length > 0 && {
      requestBody: {
        content: {
          "application/x-www-form-urlencoded": {
            schema: {
              type: "object",
              properties: Object.fromEntries(fields.map((field) => [field, { type: "string" }])),
            } satisfies oas31.SchemaObject,
          },
        },
      },
    }),
    responses: {
      ...Object.fromEntries(statuses.map((status) => [status, asPage(said[status])])),
      "404": opensNothing,
      ...alwaysAsPage,
    },
  } satisfies ZodOpenApiOperationObject,
});

const empty = new URLSearchParams();

const file = (id: string, summary: string, type: string): ZodOpenApiOperationObject => ({
  operationId: id,
  tags: ["Files"],
  summary,
  security: [],
  responses: {
    "200": { description: "The file", content: { [type]: { schema: { type: "string" } } } },
    "304": { description: "As it was, by `if-none-match`" },
    ...always,
  },
});

const noFile = {
  description: "There is no such file",
  content: { "text/plain": { schema: { type: "string" } } },
} as const;

/** What anyone may ask: web sites, and a person who has a link that we mailed. */
export const publicPaths: ZodOpenApiPathsObject = {
  "/leads": {
    post: {
      operationId: "postLead",
      tags: ["Forms"],
      summary: "Post a lead",
      description:
        "A repeat (the same `idempotency-key` within a day, or the same fields within ten minutes) gets the same response and does nothing. A plain form in a browser gets a page, or is sent to its `_next`.",
      security: [],
      requestParams: { header: z.object({ "idempotency-key": key }) },
      requestBody: inEveryType(ref("Lead", "LeadByOtherNames"), { english: leadExample, spanish: leadInSpanish }),
      responses: {
        "200": asPage("Taken in, from a plain form without `_next`"),
        "202": inJson("Taken in; `reference` names the lead in `POST /engagements`", LeadTakenSchema, {
          reference: "Zx3…",
        }),
        "303": {
          description: "Taken in, from a plain form with `_next` on one of the agreement's sites",
          headers: { location: { schema: { type: "string", format: "uri" }, required: true } },
        },
        ...problems(400, 413, 415, 422),
        ...alwaysAsPage,
      },
    },
  },
  "/engagements": {
    post: {
      operationId: "postEngagements",
      tags: ["Forms"],
      summary: "Tell what a visitor or a lead did",
      description: "Good, unknown and forged references, and visitors of every kind, get the same response.",
      security: [],
      requestBody: inEveryType(ref("Engagements", "Engagement"), { events: engagementsExample }),
      responses: {
        "202": inJson("So many events were taken in", EngagementsTakenSchema, { accepted: 2 }),
        ...problems(400, 413, 415, 422),
        ...always,
      },
    },
  },
  "/answers/{reference}": linked({
    id: "AnswerPage",
    what: "A rep, or a manager, answers a hand-off",
    fields: Object.keys(answerInForm(empty)),
    statuses: ["200", "409", "422"],
    query: z.object({ choose: z.optional(z.string()) }),
  }),
  "/outcomes/{reference}": linked({
    id: "OutcomePage",
    what: "A rep says what became of a lead",
    fields: [...Object.keys(outcomeInForm(empty)), "corrects"],
    statuses: ["200", "409", "422"],
  }),
  "/unsubscribe/{reference}": linked({
    id: "UnsubscribePage",
    what: "A lead ends our mails (any `POST` does it, a mailbox's own by RFC 8058 too)",
    fields: [],
    statuses: ["200"],
  }),
  "/confirm/{reference}": linked({
    id: "ConfirmPage",
    what: "A lead confirms that our mails are welcome",
    fields: [],
    statuses: ["200", "409"],
  }),
  "/my-data/{reference}": linked({
    id: "ExportPage",
    what: "A person gets all that is kept of them, once",
    fields: [],
    statuses: ["200", "410", "413"],
  }),
  "/go/{reference}": {
    ...linked({ id: "VisitPage", what: "A lead opens the content it was sent", fields: [], statuses: [] }),
    post: {
      operationId: "postVisitPage",
      tags: ["Pages"],
      summary: "A lead opens the content it was sent: the report of the page's script",
      security: [],
      requestParams: reference,
      requestBody: { content: { "application/json": { schema: z.object({ read: z.string() }) } } },
      responses: {
        "202": inJson("Counted once, however often it comes", EngagementsTakenSchema, { accepted: 1 }),
        "404": opensNothing,
        ...problems(422),
        ...always,
      },
    },
  },
  "/team/{reference}": linked({
    id: "TeamPage",
    what: "A rep, or a manager for their reps, changes absences and capacity",
    fields: ["rep", "version", "set", "from", "to", "newPerWeek", "openAtMost", "leaves"],
    statuses: ["200", "409", "422"],
  }),
  "/smarketing.js": withHead(file("getScript", "The script for web sites", "text/javascript")),
  [referencePath]: withHead(file("getReference", "This document", "application/json")),
  [boardPaths.board]: withHead(file("getBoardPage", "The board's page", "text/html")),
  [`${boardPaths.board}/{file}`]: withHead({
    ...file("getBoardFile", "A file of the board; of a name without a dot, its page", "text/html"),
    requestParams: { path: z.object({ file: z.string() }) },
    responses: {
      ...file("", "", "*/*").responses,
      "404": noFile,
    },
  }),
};
