import * as z from "zod/mini";
import { createDocument } from "zod-openapi";
import * as api from "../../lambdas/contract/api.ts";
import * as board from "../../lambdas/contract/board.ts";
import { boardPaths } from "./board-paths.ts";
import { describeByComments, isSchema } from "./comments.ts";
import { engagementForms } from "./engagement-form.ts";
import { leadForms } from "./lead-form.ts";
import { publicPaths } from "./public-paths.ts";
import { signatureSchemes, signedPaths } from "./signed-paths.ts";
import { sourcePaths } from "./source-paths.ts";

/** Where it stands. */
export const documentFile = "docs/openapi.json";

/** In the document a schema has the name that it has in the contract: `CardSchema` is `Card`. */
const nameAll = (): void => {
  for (const [name, schema] of Object.entries({ ...api, ...board, ...named })) {
    if (name.endsWith("Schema") && isSchema(schema) && !z.globalRegistry.has(schema))
      z.globalRegistry.add(schema, { id: name.slice(0, -"Schema".length) });
  }
};

const named = {
  OverrideBodySchema: board.actionBodies.override,
  ReassignBodySchema: board.actionBodies.reassign,
  EraseBodySchema: board.actionBodies.erase,
};

const description = `Web forms post leads, other systems answer hand-offs and tell outcomes by signed requests, and the board
shows both departments the same. Instants are ISO 8601 in UTC, shares and rates go from 0 to 1 and are \`null\` where there
is nothing to divide by, and texts for people are in Spanish and English. Faults are problems by RFC 9457. A response may
get more fields: leave those aside that you do not know.`;

/** The API's reference by OpenAPI 3.1, made of the schemas that the functions themselves read and are typed by. */
export const openApiDocument = () => {
  nameAll();
  describeByComments("lambdas/contract/api.ts", api);
  describeByComments("lambdas/contract/board.ts", board);
  return createDocument(
    {
      openapi: "3.1.1",
      info: {
        title: "Smarketing",
        version: "1.0.0",
        description,
      },
      servers: [{ url: "/", description: "Where this document is served" }],
      tags: [
        { name: "Forms", description: "What web sites send" },
        { name: "Signed", description: "What other systems, such as the CRM, tell and ask" },
        { name: "Board", description: "What both departments look at" },
        { name: "Session", description: "Sign-in and sign-out of the board" },
        { name: "Pages", description: "What links in mails lead to: `GET` shows a page and changes nothing" },
        { name: "Files", description: "The script for web sites, the board's files, this document" },
      ],
      paths: { ...publicPaths, ...sourcePaths, ...signedPaths, ...boardPaths },
      components: {
        schemas: { ...leadForms, ...engagementForms },
        securitySchemes: {
          ...signatureSchemes,
          boardToken: {
            type: "http",
            scheme: "bearer",
            bearerFormat: "JWT",
            description: "Cognito's access token, as `POST /board/session` gives it",
          },
          session: {
            type: "apiKey",
            in: "cookie",
            name: "__Secure-smarketing-session",
            description: "Scripts cannot read it",
          },
        },
      },
    },
    { override: ({ zodSchema, jsonSchema }) => leaveOpen(zodSchema, jsonSchema) },
  );
};

/** Only what is strict refuses fields that it does not know. */
const leaveOpen = (schema: z.core.$ZodTypes, json: { additionalProperties?: unknown }): void => {
  if (schema._zod.def.type === "object" && schema._zod.def.catchall === undefined) delete json.additionalProperties;
};

/** As it is written, and served. */
export const openApiText = (): string => `${JSON.stringify(openApiDocument(), undefined, 2)}\n`;
