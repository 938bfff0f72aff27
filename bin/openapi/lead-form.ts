import type { oas31 } from "zod-openapi";
import { limits } from "../../lambdas/contract/limits.ts";
import { spellings } from "../../lambdas/domain/capture/field-names.ts";
import { fieldLabels } from "../../lambdas/views/page/field-labels.ts";

/**
 * What a form may send. No one schema checks it: forms have many spellings, so that it is told from the tables that the
 * function itself reads by; a test holds the two together.
 */

const more: Readonly<Record<string, oas31.SchemaObject>> = {
  email: { type: "string", maxLength: 640, description: "E-mail address; the one field that is required" },
  companySize: {
    description: "How many work there: a number, or a span such as `50-200`",
  },
  country: { description: "ISO 3166-1 alpha-2 or alpha-3, or the name in a language of Europe" },
  language: { description: "Such as `es`, or the name of a language" },
  timeZone: { description: "IANA name" },
  interest: {
    description: "What they ask for, several as a list; the id of an agreed one, such as `demo`, is understood",
  },
  consent: {
    description:
      "An explicit yes: a tick (`true`, `on`, `yes`, `sí` ...), the id of what is agreed to, such as `nurture`, or an object with `given` and its proof; several as a list. A no is no consent, nor is what the agreement does not name or what is neither yes nor no; that is kept as it was said.",
    anyOf: [
      { type: ["string", "boolean", "number"] },
      { type: "array", items: { anyOf: [{ type: ["string", "boolean"] }, { type: "object" }] } },
      {
        type: "object",
        properties: {
          given: { type: ["string", "boolean"] },
          purpose: { type: "string" },
          textVersion: { type: "string" },
          at: { type: "string", description: "ISO 8601; without an offset in the agreement's time zone" },
        },
      },
    ],
  },
  visitorId: {
    description: "As `smarketing.visitorId()` gives it: what was read before becomes theirs",
  },
  pageUrl: { description: "Where the form stands" },
};

/** Those of a form's own making are named as they are sent. */
const sentAs: Readonly<Record<string, string>> = { honeypot: "_gotcha", started: "_started", next: "_next" };

const ofForms: Readonly<Record<string, string>> = {
  honeypot: "A field that people cannot see and leave empty",
  started: "When the form was opened: ISO 8601 or the epoch's milliseconds",
  next: "Where the sender of a plain form is sent afterwards, on one of the agreement's sites",
};

const properties = Object.fromEntries(
  Object.entries(spellings).map(([field, names]): [string, oas31.SchemaObject] => {
    const most = Object.entries(limits.fieldCharacters).find(([name]) => name === field)?.[1];
    const others = names.split(/\s+/).filter((name) => name !== (sentAs[field] ?? field));
    const described = ofForms[field] ?? fieldLabels.get(field)?.en ?? "Of the campaign";
    const schema: oas31.SchemaObject = {
      ...(more[field] ?? { description: described }),
      ...(most !== undefined && field !== "email" && { "x-kept-characters": most }),
      "x-spellings": others,
    };
    return [sentAs[field] ?? field, schema];
  }),
);

const everyName =
  "Case, accents, blanks, underscores, hyphens and dots in names do not count, nor do places in a list (`interest[0]`); a label (`E-mail *`, `¿En qué país está su empresa?`) is read as its name where it is sure";

export const leadForms: Readonly<Record<"Lead" | "LeadByOtherNames", oas31.SchemaObject>> = {
  Lead: {
    type: "object",
    description: `A form's fields by our names. Those that the agreement declares are read by their ids, labels and other names. What else is sent is kept with the submission, and so is what a field has beyond \`x-kept-characters\`: only an address that is missing or impossible refuses a form. Objects that hold fields (\`contact\`, \`data\`, \`fields\` ...) and the parts of a name or a telephone are read. ${everyName}.`,
    properties,
    required: ["email"],
    additionalProperties: true,
    maxProperties: 1000,
  },
  LeadByOtherNames: {
    type: "object",
    description: `The same by any of the names in \`x-spellings\` of each field, in Spanish or English, such as \`correo\` for \`email\`. ${everyName}.`,
    minProperties: 1,
    additionalProperties: true,
    maxProperties: 1000,
  },
};

export const leadExample = {
  email: "lucia@empresa.example",
  name: "Lucía Marín",
  company: "Empresa",
  jobTitle: "Directora de operaciones",
  country: "ES",
  interest: "demo",
  consent: "nurture",
};

export const leadInSpanish = { correo: "lucia@empresa.example", nombre: "Lucía", cargo: "Directora de operaciones" };
