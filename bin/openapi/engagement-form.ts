import type { oas31 } from "zod-openapi";

/** What a browser or a server tells of a visitor; read by hand, field by field, and told here: a test holds the two together. */

const event = {
  kind: {
    type: "string",
    maxLength: 64,
    pattern: "^[a-z0-9]+(-[a-z0-9]+)*$",
    description: "Such as `page-viewed`. `page_viewed` and `pageViewed` are taken for the same.",
  },
  at: {
    type: "string",
    format: "date-time",
    description: "When it happened, at most 400 days ago; just now when left out",
  },
  subject: { type: "string", maxLength: 500, description: "Of what: an address (kept without its query), or an id" },
  id: {
    type: "string",
    pattern: "^[\\x21-\\x7e]{1,128}$",
    description: "The sender's own; an event with the same one counts once",
  },
} as const satisfies Record<string, oas31.SchemaObject>;

const sender = {
  reference: { type: "string", minLength: 1, maxLength: 300, description: "As `POST /leads` gave it" },
  visitorId: { type: "string", pattern: "^[A-Za-z0-9_-]{16,64}$", description: "The browser's own" },
} as const satisfies Record<string, oas31.SchemaObject>;

const bySomebody: oas31.SchemaObject[] = [{ required: ["reference"] }, { required: ["visitorId"] }];

export const engagementForms: Readonly<Record<"Event" | "Engagement" | "Engagements", oas31.SchemaObject>> = {
  Event: { type: "object", properties: event, required: ["kind"] },
  Engagement: {
    type: "object",
    description: "One event, with the sender beside it",
    properties: { ...sender, ...event },
    required: ["kind"],
    anyOf: bySomebody,
  },
  Engagements: {
    type: "object",
    description: "What somebody did, by reference or by the browser's id, or by both",
    properties: {
      ...sender,
      events: { type: "array", minItems: 1, maxItems: 20, items: { $ref: "#/components/schemas/Event" } },
    },
    required: ["events"],
    anyOf: bySomebody,
  },
};

export const engagementsExample = {
  visitorId: "3f0c5c1e-8a52-4d0a-9a57-2f3f8a2b7c11",
  events: [
    { kind: "webinar-attended", id: "one-per-event", at: "2026-11-24T10:00:00Z" },
    { kind: "page-viewed", subject: "https://www.empresa.example/precios" },
  ],
};
