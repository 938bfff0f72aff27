import { recordStep } from "../adapters/dynamo-trail.ts";
import {
  type Export,
  type Exported,
  type ExportList,
  ExportListSchema,
  type ExportQuery,
  ExportQuerySchema,
} from "../contract/board-export.ts";
import { mayExport } from "../domain/board/rights.ts";
import { exportStep } from "../domain/board/trail.ts";
import { fieldErrorsOf, type HttpResponse } from "../domain/http/http.ts";
import { type BoardDependencies, type BoardRequest, forbidden, notFound } from "./board-request.ts";
import { notUnderstood } from "./reads/read.ts";
import { reply } from "./reply.ts";

export type Asked<Deps = BoardDependencies> = Deps & {
  readonly user: BoardRequest["user"];
  readonly query: ExportQuery;
  readonly asOf: string;
};

/** `undefined`: there is no such list. */
export type Exporter<Deps> = (asked: Asked<Deps>) => Promise<Export | undefined>;

const ofOwners: ReadonlySet<ExportList> = new Set(["pipeline", "worklist"]);

/**
 * `GET exports/{list}`, of the lists that a function reads: all rows with the filters in effect, whatever the page has
 * loaded of them, up to a bound.
 */
export const handOut = async <Deps extends BoardDependencies>(
  deps: Deps,
  { path, query, user }: Pick<BoardRequest, "path" | "query" | "user">,
  lists: { readonly [List in ExportList]?: Exporter<Deps> },
): Promise<HttpResponse> => {
  const list = ExportListSchema.safeParse(path[1]).data;
  const exporter = list && lists[list];
  if (list === undefined || exporter === undefined || path.length > 2) return notFound();
  if (!mayExport(user.role, list)) return forbidden();
  const read = ExportQuerySchema.safeParse(Object.fromEntries([...query].filter(([, value]) => value !== "")));
  if (!read.success) return notUnderstood(fieldErrorsOf(read.error));
  // A rep takes along own leads only, whoever was asked for.
  const owner = user.role === "rep" && ofOwners.has(list) ? user.colleagueId : read.data.owner;
  const asked = { ...deps, user, query: { ...read.data, owner }, asOf: deps.now() };
  const exported = await exporter(asked);
  if (exported === undefined) return notFound();
  const rows = list === "page" ? Number(asked.query.rows ?? 0) : exported.rows.length;
  await noteExport(asked, list, { filters: codesOf(asked.query), rows });
  return reply("exports/{list}", exported);
};

/** It stands in the audit trail before anybody gets it. */
export const noteExport = (
  { table, user, asOf }: Pick<Asked, "table" | "user" | "asOf">,
  list: Exported,
  what: { readonly filters: string; readonly rows: number },
): Promise<void> => recordStep(table, exportStep(user, list, what, asOf));

/** What was filtered by, without anything that somebody has typed. */
const codesOf = ({ language: _language, rows: _rows, ...filters }: ExportQuery): string =>
  Object.entries(filters)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${isCode.test(value) ? value : "other"}`]))
    .join(" ");

const isCode = /^[\w.-]{1,80}$/;
