import type * as z from "zod/mini";
import { readImport, readImports } from "../adapters/dynamo-imports.ts";
import { openTable } from "../adapters/dynamo-table.ts";
import { importFiles, uploadName } from "../adapters/import-files.ts";
import { clock, environmentOf } from "../adapters/lambda-runtime.ts";
import { log } from "../adapters/logger.ts";
import { presignUpload } from "../adapters/presigned-upload.ts";
import { type ListStore, listStore } from "../adapters/s3-lists.ts";
import type { Agreement } from "../contract/agreement.ts";
import { mayImport } from "../contract/board.ts";
import { environments } from "../contract/environment.ts";
import { ImportBodySchema, ImportRowsQuerySchema, type ImportUpload, importBodies } from "../contract/imports.ts";
import { lifetimes } from "../contract/limits.ts";
import { mayRead } from "../domain/board/rights.ts";
import { fieldErrorsOf, type HttpResponse, json } from "../domain/http/http.ts";
import { type Decision, type Import, later } from "../domain/import/import.ts";
import { isId } from "../domain/lead/lead.ts";
import { tableOf } from "../domain/list/table.ts";
import { elapsedMillis } from "../domain/working-time/duration.ts";
import { bindToApi } from "../http/bind-to-api.ts";
import { beginImport, decideOnImport, newImportId } from "../import/decide.ts";
import { unfit } from "../views/board/action-problems.ts";
import { importColumns, rowColumns } from "../views/import/import-columns.ts";
import { importMovedOn, importNotNow, sayTermsProblem } from "../views/import/import-problems.ts";
import { type BoardDependencies, type BoardRequest, boardRequest, forbidden, notFound } from "./board-request.ts";
import { type Exporter, handOut } from "./hand-out.ts";
import { allRows, refusedFile, rowsPage } from "./import-rows.ts";
import { importCard, importView } from "./import-view.ts";
import { reply } from "./reply.ts";

export interface ImportsDependencies extends BoardDependencies {
  readonly lists: ListStore;
  /** The one request by which a browser uploads so many bytes. */
  readonly presign: (
    importId: string,
    bytes: number,
    at: string,
  ) => Promise<{ readonly url: string; readonly headers: Record<string, string> }>;
}

/** `/board/api/imports` and below, and its lists as files: a function of its own, since it alone reads lists. */
export const boardImports = (deps: ImportsDependencies) =>
  boardRequest(deps, async (request): Promise<HttpResponse> => {
    const { path, user, json: body } = request;
    const [route, importId, part, ...more] = path;
    if (route === "exports") return handOut(deps, request, { imports: exportImports, "import-rows": exportRows });
    if (route !== "imports" || more.length > 0) return notFound();
    if (!mayRead(user.role, "imports")) return forbidden();
    if (importId === undefined) return body === undefined ? listImports(deps) : begin(deps, request);
    const it = isId(importId) ? await readImport(deps.table, importId) : undefined;
    if (it === undefined) return notFound();
    if (body !== undefined) return decide(deps, request, it, part ?? "");
    switch (part) {
      case undefined:
        return show(deps, request, it);
      case "rows":
        return showRows(deps, request, it);
      case "refused":
        return mayImport(user.role) ? showRefused(deps, request, it) : forbidden();
      default:
        return notFound();
    }
  });

const mostListed = 50;

const listImports = async ({ table, now }: ImportsDependencies): Promise<HttpResponse> => {
  const found = await readImports(table, mostListed + 1);
  const imports = found.slice(0, mostListed).map(importCard);
  return reply("imports", { asOf: now(), imports, more: found.length > mostListed });
};

/** Of one page of a query, which holds 1 MB: more than are begun in a year. */
const mostOfFile = 500;

const exportImports: Exporter<ImportsDependencies> = async ({ table, agreement, query: { language } }) => {
  const found = await readImports(table, mostOfFile + 1);
  const cards = found.slice(0, mostOfFile).map(importCard);
  return tableOf(importColumns(agreement, language), cards, found.length > mostOfFile);
};

const exportRows: Exporter<ImportsDependencies> = async ({ table, agreement, lists, query }) => {
  const { importId, verdict, language } = query;
  const it = importId === undefined ? undefined : await readImport(table, importId);
  if (it === undefined) return undefined;
  const { header, rows } = await allRows(importFiles(lists, it.importId), it, agreement.terms.fields ?? [], verdict);
  return tableOf(rowColumns(header, language), rows, false);
};

const show = async (deps: ImportsDependencies, { user }: BoardRequest, it: Import): Promise<HttpResponse> =>
  reply("imports/{importId}", await importView({ ...deps, now: deps.now() }, it, mayImport(user.role)));

const showRows = async (
  { lists, agreement: { terms } }: ImportsDependencies,
  { query }: BoardRequest,
  it: Import,
): Promise<HttpResponse> => {
  const asked = ImportRowsQuerySchema.safeParse(Object.fromEntries(query));
  if (!asked.success) return unfit(fieldErrorsOf(asked.error));
  return reply(
    "imports/{importId}/rows",
    await rowsPage(importFiles(lists, it.importId), it, terms.fields ?? [], asked.data),
  );
};

const showRefused = async (
  { lists, agreement: { terms } }: ImportsDependencies,
  { query }: BoardRequest,
  it: Import,
): Promise<HttpResponse> => {
  const language = query.get("language") === "es" ? "es" : "en";
  return reply(
    "imports/{importId}/refused",
    await refusedFile(importFiles(lists, it.importId), it, { language, ownFields: terms.fields ?? [] }),
  );
};

const begin = async (deps: ImportsDependencies, request: BoardRequest): Promise<HttpResponse> => {
  const { user, correlationId } = request;
  if (!mayImport(user.role)) return forbidden();
  const asked = ImportBodySchema.safeParse(request.json);
  if (!asked.success) return unfit(fieldErrorsOf(asked.error));
  const at = deps.now();
  const { fileName, bytes } = asked.data;
  const importId = newImportId(at);
  const upload = await deps.presign(importId, bytes, at);
  await beginImport(deps, {
    importId,
    by: user.user,
    colleagueId: user.colleagueId,
    at,
    fileName,
    bytes,
    correlationId,
  });
  log.info("An import was begun", { code: "import-begun", importId, bytes, correlationId });
  const until = later(at, "importUpload");
  return json(200, { importId, upload: { method: "PUT", ...upload, until } } satisfies ImportUpload);
};

const decide = async (
  deps: ImportsDependencies,
  request: BoardRequest,
  it: Import,
  action: string,
): Promise<HttpResponse> => {
  if (!mayImport(request.user.role)) return forbidden();
  const read = decisionOf(action, request.json);
  if (read === undefined) return notFound();
  if (!read.ok) return unfit(fieldErrorsOf(read.error));
  const decided = await decideOnImport(deps, it, read);
  if (decided.is === "moved-on") return importMovedOn();
  if (decided.is === "not-now") return importNotNow();
  if (decided.is === "unfit") return unfit(decided.problems.map((problem) => sayTermsProblem(problem)));
  const { importId } = it;
  log.info("A colleague decided on an import", {
    code: `import-${action}`,
    importId,
    correlationId: request.correlationId,
  });
  return json(200, await importView({ ...deps, now: deps.now() }, decided.it, true));
};

type Read =
  | { readonly ok: true; readonly decision: Decision; readonly version: number }
  | { readonly ok: false; readonly error: z.core.$ZodError };

const decisionOf = (action: string, body: unknown): Read | undefined => {
  switch (action) {
    case "read": {
      const read = importBodies.read.safeParse(body);
      if (!read.success) return { ok: false, error: read.error };
      return { ok: true, decision: { action, asked: read.data.asked }, version: read.data.version };
    }
    case "terms": {
      const read = importBodies.terms.safeParse(body);
      if (!read.success) return { ok: false, error: read.error };
      return { ok: true, decision: { action, terms: read.data.terms }, version: read.data.version };
    }
    case "uploaded":
    case "start":
    case "pause":
    case "resume":
    case "stop":
    case "undo": {
      const read = importBodies[action].safeParse(body);
      if (!read.success) return { ok: false, error: read.error };
      return { ok: true, decision: { action }, version: read.data.version };
    }
    default:
      return undefined;
  }
};

export const handler = bindToApi(() => {
  const { TABLE_NAME, IMPORTS_BUCKET, UPLOADS_ORIGIN } = environmentOf(environments.boardImports);
  const table = openTable(TABLE_NAME);
  return (agreement: Agreement): ImportsDependencies => ({
    table,
    agreement,
    now: clock,
    lists: listStore({ client: table.client, bucket: IMPORTS_BUCKET }),
    presign: (importId, bytes, at) =>
      presignUpload(table.client, {
        bucket: IMPORTS_BUCKET,
        name: uploadName(importId),
        bytes,
        seconds: elapsedMillis(lifetimes.importUpload) / 1000,
        at,
        origin: UPLOADS_ORIGIN === "" ? undefined : UPLOADS_ORIGIN,
      }),
  });
}, boardImports);
