/** Imports on the twin of the table: what colleagues ask for on the board, and what the function makes of their lists. */
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { expect } from "vitest";
import * as z from "zod/mini";
import { readImport } from "../../lambdas/adapters/dynamo-imports.ts";
import type { ListStore } from "../../lambdas/adapters/s3-lists.ts";
import { boardImports } from "../../lambdas/board/imports.ts";
import type { Agreement } from "../../lambdas/contract/agreement.ts";
import { boardPaths, type Role } from "../../lambdas/contract/board.ts";
import { type ImportTerms, ImportUploadSchema, ImportViewSchema } from "../../lambdas/contract/imports.ts";
import { eventsOfChange } from "../../lambdas/domain/publish/events-of-change.ts";
import { workOnImports } from "../../lambdas/import/work.ts";
import { sweepImports } from "../../lambdas/wake/sweep-imports.ts";
import { dynamoTwin, type Twin } from "../../local/twin/dynamo-twin.ts";
import { anAgreement } from "../builders/agreement.ts";
import { now as start } from "../builders/now.ts";
import { undocumented } from "../openapi/documented.ts";

/** A bucket in memory. */
export const bucketTwin = (before: (call: string) => void = () => {}) => {
  const objects = new Map<string, Uint8Array>();
  const lists: ListStore = {
    get: async (name) => {
      before(`GET ${name}`);
      return objects.get(name);
    },
    put: async (name, body) => {
      before(`PUT ${name}`);
      objects.set(name, body);
    },
    remove: async (name) => {
      before(`DELETE ${name}`);
      objects.delete(name);
    },
  };
  return { lists, objects };
};

/** All that is in the bucket, as text. */
export const textIn = (objects: ReadonlyMap<string, Uint8Array>): string =>
  [...objects.values()].map((body) => new TextDecoder().decode(body)).join("\n");

export const someTerms = (over: Partial<ImportTerms> = {}): ImportTerms => ({
  mapping: [
    { column: 0, to: "name" },
    { column: 1, to: "email" },
    { column: 2, to: "company" },
    { column: 3, to: "phone" },
  ],
  headerRows: 1,
  dateOrder: "dmy",
  decimal: ",",
  origin: "feria-2026",
  basis: { is: "consented", proof: "Marta, stand 12, 3 March 2026, paper form" },
  ...over,
});

const fast: Partial<Agreement["terms"]> = { imports: { perHour: 1_000_000, pauseAtWaiting: 1_000_000 } };

export const importsOn = (
  over: Partial<Agreement["terms"]> = fast,
  table: Twin = dynamoTwin(),
  bucket = bucketTwin(),
) => {
  const clock = { now: start };
  const agreement = anAgreement(over);
  const deps = () => ({
    table,
    agreement,
    now: () => clock.now,
    lists: bucket.lists,
    presign: async (importId: string, bytes: number) => ({
      url: `https://lists.example/${importId}?${bytes}`,
      headers: {},
    }),
  });
  const parked: string[] = [];
  let requests = 0;
  let queue: { readonly messageId: string; readonly body: string }[] = [];

  const ask = async (
    method: "GET" | "POST",
    path: string,
    body?: object,
    { user = "marta", role = "marketing" }: { readonly user?: string; readonly role?: Role } = {},
  ) => {
    requests += 1;
    const [rawPath = "", rawQueryString = ""] = `${boardPaths.api}/${path}`.split("?");
    const response = await boardImports(deps())({
      rawPath,
      rawQueryString,
      headers: { "content-type": "application/json" },
      requestContext: {
        requestId: `request-${requests}`,
        http: { method },
        authorizer: { jwt: { claims: { username: user, "cognito:groups": `[${role}]` } } },
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const { statusCode: status, headers } = response;
    const contentType = headers["content-type"] ?? "";
    const json: unknown = JSON.parse(response.body);
    expect(undocumented({ method, path: rawPath, status, contentType, body: json })).toBe("");
    return { status, json };
  };
  const view = async (importId: string) => ImportViewSchema.parse((await ask("GET", `imports/${importId}`)).json);
  const decide = async (importId: string, action: string, more: object = {}) => {
    const { version } = await view(importId);
    return ask("POST", `imports/${importId}/${action}`, { version, ...more });
  };
  /** One message after the other, as the queue brings them; what fails comes again. @returns whether there is more */
  const turn = async (): Promise<boolean> => {
    const events = table
      .takeChanges()
      .flatMap(({ id, before, after }) =>
        eventsOfChange({ id, at: clock.now, before: before && unmarshall(before), after: after && unmarshall(after) }),
      );
    const due = events.filter(({ type }) => type === "ImportDue");
    queue = [...queue, ...due.map((detail) => ({ messageId: detail.id, body: JSON.stringify({ detail }) }))];
    if (queue.length === 0) return false;
    const { batchItemFailures } = await workOnImports(deps(), async (body, reason) => {
      parked.push(`${reason} ${body}`);
    })({ Records: queue });
    const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    queue = queue.filter(({ messageId }) => failed.has(messageId));
    return true;
  };
  const work = async (most = 1000): Promise<void> => {
    for (let i = 0; i < most; i++) if (!(await turn())) return;
  };
  /** The sweep of each minute, for so many. */
  const minutes = async (count: number): Promise<void> => {
    for (let i = 0; i < count; i++) {
      clock.now = new Date(Date.parse(clock.now) + 60_000).toISOString();
      await sweepImports(table, clock.now, () => {});
      await work();
    }
  };
  const begin = async (bytes: Uint8Array | string, fileName = "feria.csv"): Promise<string> => {
    const file = typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes;
    const { json } = await ask("POST", "imports", { fileName, bytes: file.length });
    const { importId } = ImportUploadSchema.parse(json);
    await bucket.lists.put(`${importId}/upload`, file);
    await decide(importId, "uploaded");
    return importId;
  };
  const upload = async (bytes: Uint8Array | string, fileName?: string): Promise<string> => {
    const importId = await begin(bytes, fileName);
    await work();
    return importId;
  };
  const items = () => table.items().map((item) => unmarshall(item));
  return {
    table,
    clock,
    agreement,
    bucket,
    parked,
    ask,
    view,
    decide,
    turn,
    work,
    minutes,
    begin,
    upload,
    items,
    /** Uploads, tries and starts it. */
    run: async (bytes: Uint8Array | string, terms: Partial<ImportTerms> = {}): Promise<string> => {
      const importId = await upload(bytes);
      await decide(importId, "terms", { terms: someTerms(terms) });
      await work();
      await decide(importId, "start");
      await work();
      return importId;
    },
    stored: (importId: string) => readImport(table, importId),
    leads: () => items().filter(({ sk }) => sk === "PROFILE"),
    submissions: () => items().filter(({ sk }) => String(sk).startsWith("SUBMISSION#")),
  };
};

/** A list of so many people, with a header. */
export const aList = (people: number, from = 0): string =>
  [
    "Nombre y apellidos;Correo;Empresa;Teléfono",
    ...Array.from(
      { length: people },
      (_, i) =>
        `Persona ${from + i};p${from + i}@empresa-${from + i}.example;Empresa ${from + i} S.L.;+34 600 ${String(100000 + from + i)}`,
    ),
    "",
  ].join("\r\n");

export const RowsSchema = z.object({
  rows: z.array(z.object({ row: z.int(), verdict: z.looseObject({ is: z.string() }) })),
});
