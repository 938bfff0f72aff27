import { columnParts, readColumn } from "../../adapters/dynamo-columns.ts";
import { readAllDecisions } from "../../adapters/dynamo-meetings.ts";
import { readTrail } from "../../adapters/dynamo-trail.ts";
import type { AsideKind } from "../../contract/agreed-limits.ts";
import { SearchExportSchema } from "../../contract/board.ts";
import type { Export, ExportList } from "../../contract/board-export.ts";
import { openStages, type Stage, StageSchema, stagesInHand } from "../../contract/stages.ts";
import { matches, type Place } from "../../domain/board/column-query.ts";
import { mayExport } from "../../domain/board/rights.ts";
import { fieldErrorsOf, json as ok } from "../../domain/http/http.ts";
import { mostExported, tableOf } from "../../domain/list/table.ts";
import {
  asideColumns,
  attentionColumns,
  attentionRows,
  decisionColumns,
  trailColumns,
  winColumns,
} from "../../views/board/export-columns.ts";
import { leadColumns } from "../../views/board/lead-columns.ts";
import { forbidden } from "../board-request.ts";
import { type Asked as AskedOf, type Exporter, handOut, noteExport } from "../hand-out.ts";
import { asideEntries } from "./aside.ts";
import { attentionOf } from "./attention.ts";
import { leadRows } from "./lead-rows.ts";
import { notUnderstood, type Read, type ReadDependencies } from "./read.ts";
import { findLeads, tooShort } from "./search.ts";

type Asked = AskedOf<ReadDependencies>;

/** `GET exports/{list}`, and `POST exports/search`: what was searched for may be a person's name, and stands in no address. */
export const readExport: Read = (deps, request) =>
  request.path[1] === "search" && request.json !== undefined
    ? exportSearch(deps, request)
    : handOut(deps, request, lists);

const exportSearch: Read = async (deps, { path, json, user }) => {
  const read = SearchExportSchema.safeParse(path.length > 2 ? undefined : json);
  if (!read.success) return notUnderstood(fieldErrorsOf(read.error));
  if (!mayExport(user.role, "search")) return forbidden();
  const found = await findLeads(deps.table, user, read.data.q, mostLookedUp);
  if (found === undefined) return tooShort();
  const rows = await leadRows({ ...deps, user }, found.cards.map(asRow));
  const exported = tableOf(leadColumns(deps.agreement, read.data.language), rows, found.more);
  await noteExport({ ...deps, user, asOf: deps.now() }, "search", { filters: "", rows: exported.rows.length });
  return ok(200, exported);
};

const asRow = <T>(card: T): { readonly card: T } => ({ card });

const pipeline = async ({ query, ...deps }: Asked): Promise<Export> => {
  const { stage, owner, overdue, language } = query;
  const stages = stage === undefined ? StageSchema.options : [stage];
  const cards = [];
  for (const each of stages) {
    if (cards.length > mostExported) break;
    if (overdue !== undefined && !isOpenStage(each)) continue;
    const entries = await readAll(deps, {
      parts: columnParts(each, owner),
      newestFirst: !isOpenStage(each),
      before: overdue === undefined ? undefined : deps.asOf,
    });
    cards.push(...entries.map(({ card }) => card).filter((card) => matches(card, query)));
  }
  return tableOf(
    leadColumns(deps.agreement, language),
    await leadRows(deps, cards.map(asRow)),
    cards.length > mostExported,
  );
};

const isOpenStage = (stage: Stage): boolean => openStages.some((open) => open === stage);

const worklist = async ({ query: { owner, language }, ...deps }: Asked): Promise<Export> => {
  const parts = stagesInHand.flatMap((stage) => columnParts(stage, owner ?? deps.user.colleagueId ?? ""));
  const entries = await readAll(deps, { parts, newestFirst: false });
  return tableOf(leadColumns(deps.agreement, language), await leadRows(deps, entries), entries.length > mostExported);
};

const wins = async ({ query, ...deps }: Asked): Promise<Export> => {
  const entries = await readAll(deps, { parts: columnParts("won"), newestFirst: true });
  return tableOf(winColumns(deps.agreement, query.language), entries, false);
};

/** Each of these is looked up by itself. */
const mostLookedUp = 1000;

const attention = async ({ query, user, ...deps }: Asked): Promise<Export> => {
  const view = await attentionOf(deps, user, mostLookedUp);
  const isCut = view.isCut === true || (view.erasedSoon?.endings ?? []).some(({ more }) => more);
  const rows = await leadRows({ ...deps, user }, attentionRows(view));
  return tableOf(attentionColumns(deps.agreement, query.language), rows, isCut);
};

const aside = async ({ query: { kind = "signs", language }, asOf, ...deps }: Asked): Promise<Export> => {
  const entries = await asideEntries(deps, kind satisfies AsideKind, asOf, mostLookedUp);
  return tableOf(asideColumns(deps.agreement, language), entries, entries.length >= mostLookedUp);
};

const trail = async ({
  table,
  agreement,
  asOf,
  query: { day = asOf.slice(0, 10), language },
}: Asked): Promise<Export> => {
  const { steps, more } = await readTrail(table, day, mostExported);
  return tableOf(trailColumns(agreement, language), steps, more);
};

/** Of one page of a query, which holds 1 MB. */
const mostDecisions = 500;

/** The newest first; of the meetings up to one of them, when it is named. */
const decisions = async ({ table, agreement, query: { week, language } }: Asked): Promise<Export> => {
  const all = await readAllDecisions(table, mostDecisions + 1);
  const made = all.filter((decision) => week === undefined || decision.week <= week);
  return tableOf(
    decisionColumns(agreement, language),
    made.toReversed().slice(0, mostDecisions),
    all.length > mostDecisions,
  );
};

/** All but those that functions of their own read. */
const lists = {
  pipeline,
  worklist,
  attention,
  aside,
  wins,
  trail,
  decisions,
  page: async () => ({ columns: [], rows: [], more: false }),
} as const satisfies { readonly [List in ExportList]?: Exporter<ReadDependencies> };

type Column = Omit<Parameters<typeof readColumn>[1], "places" | "most">;

/** Entries that are read at once. */
const portion = 1000;

/** A column to its end, or to one more than is exported. */
const readAll = async ({ table }: ReadDependencies, column: Column) => {
  const entries = [];
  let places: readonly Place[] | undefined;
  do {
    const run = await readColumn(table, { ...column, ...(places !== undefined && { places }), most: portion });
    entries.push(...run.entries);
    places = run.places;
  } while (entries.length <= mostExported && places.some((place) => place !== "end"));
  return entries;
};
