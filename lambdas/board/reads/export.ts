import { columnParts, readColumn } from "../../adapters/dynamo-columns.ts";
import { readTrail, recordStep } from "../../adapters/dynamo-trail.ts";
import type { AsideKind } from "../../contract/agreed-limits.ts";
import {
  type Export,
  type ExportList,
  ExportListSchema,
  type ExportQuery,
  ExportQuerySchema,
} from "../../contract/board-export.ts";
import { openStages, type Stage, StageSchema, stagesInHand } from "../../contract/stages.ts";
import { matches, type Place } from "../../domain/board/column-query.ts";
import { type BoardRoute, mayRead } from "../../domain/board/rights.ts";
import { exportStep } from "../../domain/board/trail.ts";
import { fieldErrorsOf } from "../../domain/http/http.ts";
import { mostExported, tableOf } from "../../domain/list/table.ts";
import { cardColumns } from "../../views/board/card-columns.ts";
import {
  asideColumns,
  attentionColumns,
  attentionRows,
  trailColumns,
  winColumns,
} from "../../views/board/export-columns.ts";
import { type BoardRequest, forbidden, notFound } from "../board-request.ts";
import { reply } from "../reply.ts";
import { asideEntries } from "./aside.ts";
import { attentionOf } from "./attention.ts";
import { notUnderstood, type Read, type ReadDependencies } from "./read.ts";

/** Who may take a list along is who may see it. */
const seenBy = {
  pipeline: "columns",
  worklist: "worklist",
  attention: "attention",
  aside: "aside",
  wins: "wins",
  trail: "trail",
  page: "figures",
} as const satisfies Record<ExportList, BoardRoute>;

const ofOwners: ReadonlySet<ExportList> = new Set(["pipeline", "worklist"]);

interface Asked extends ReadDependencies {
  readonly user: BoardRequest["user"];
  readonly query: ExportQuery;
  readonly asOf: string;
}

/**
 * `GET exports/{list}`: all rows of a list with the filters in effect, whatever the page has loaded of them, up to a bound.
 * It stands in the audit trail before anybody gets it.
 */
export const readExport: Read = async (deps, { path, query, user }) => {
  const list = ExportListSchema.safeParse(path[1]);
  if (!list.success || path.length > 2) return notFound();
  if (!mayRead(user.role, seenBy[list.data])) return forbidden();
  const read = ExportQuerySchema.safeParse(Object.fromEntries([...query].filter(([, value]) => value !== "")));
  if (!read.success) return notUnderstood(fieldErrorsOf(read.error));
  // A rep takes along own leads only, whoever was asked for.
  const owner = user.role === "rep" && ofOwners.has(list.data) ? user.colleagueId : read.data.owner;
  const asked: Asked = { ...deps, user, query: { ...read.data, owner }, asOf: deps.now() };
  const exported = await lists[list.data](asked);
  const rows = list.data === "page" ? Number(asked.query.rows ?? 0) : exported.rows.length;
  await recordStep(deps.table, exportStep(user, list.data, { filters: codesOf(asked.query), rows }, asked.asOf));
  return reply("exports/{list}", exported);
};

/** What was filtered by, without anything that somebody has typed. */
const codesOf = ({ language: _language, rows: _rows, ...filters }: ExportQuery): string =>
  Object.entries(filters)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${isCode.test(value) ? value : "other"}`]))
    .join(" ");

const isCode = /^[\w.-]{1,80}$/;

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
  return tableOf(cardColumns(deps.agreement, language), cards, false);
};

const isOpenStage = (stage: Stage): boolean => openStages.some((open) => open === stage);

const worklist = async ({ query: { owner, language }, ...deps }: Asked): Promise<Export> => {
  const parts = stagesInHand.flatMap((stage) => columnParts(stage, owner ?? deps.user.colleagueId ?? ""));
  const entries = await readAll(deps, { parts, newestFirst: false });
  return tableOf(
    cardColumns(deps.agreement, language),
    entries.map(({ card }) => card),
    false,
  );
};

const wins = async ({ query, ...deps }: Asked): Promise<Export> => {
  const entries = await readAll(deps, { parts: columnParts("won"), newestFirst: true });
  return tableOf(winColumns(deps.agreement, query.language), entries, false);
};

/** Each of these is looked up by itself. */
const mostLookedUp = 1000;

const attention = async ({ query, user, ...deps }: Asked): Promise<Export> => {
  const view = await attentionOf(deps, user, mostLookedUp);
  const isCut = view.moreBreached || view.moreUnanswered || view.flagged.length >= mostLookedUp;
  return tableOf(attentionColumns(deps.agreement, query.language), attentionRows(view), isCut);
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

const lists: Record<ExportList, (asked: Asked) => Promise<Export>> = {
  pipeline,
  worklist,
  attention,
  aside,
  wins,
  trail,
  page: async () => ({ columns: [], rows: [], more: false }),
};

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
