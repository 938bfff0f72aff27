import type * as z from "zod/mini";
import {
  askAgain,
  countUnread,
  dropUnread,
  readArrival,
  readKeptBody,
  readSomeUnread,
  readSourceDays,
  readUnread,
  type SourceDay,
} from "../adapters/dynamo-arrivals.ts";
import { readSecretFacts } from "../adapters/dynamo-source-secrets.ts";
import { openTable } from "../adapters/dynamo-table.ts";
import { clock, environmentOf } from "../adapters/lambda-runtime.ts";
import { log } from "../adapters/logger.ts";
import { captureRules } from "../capture/capture-rules-of.ts";
import type { Agreement } from "../contract/agreement.ts";
import { mayDecideAside } from "../contract/board.ts";
import {
  type SourceCounts,
  type SourceTried,
  SourceTryBodySchema,
  type SourceView,
  type UnreadDecision,
  UnreadDecisionSchema,
  type UnreadDone,
  UnreadWishSchema,
} from "../contract/board-sources.ts";
import { environments } from "../contract/environment.ts";
import type { Source } from "../contract/sources.ts";
import { mayRead } from "../domain/board/rights.ts";
import { fieldErrorsOf, type HttpResponse, json } from "../domain/http/http.ts";
import { tableOf } from "../domain/list/table.ts";
import type { ToolRequest } from "../domain/source/kind.ts";
import { rawRequest } from "../domain/source/raw-request.ts";
import { tryRequest } from "../domain/source/try-request.ts";
import { bindToApi } from "../http/bind-to-api.ts";
import { unfit } from "../views/board/action-problems.ts";
import { sayDropped } from "../views/board/kept-aside.ts";
import { sourceColumns, unreadColumns } from "../views/source/source-columns.ts";
import { nothingYet, sayHowToConnect, sayReadAgain, tooLargeToWalk } from "../views/source/source-view.ts";
import { sayUnread } from "../views/source/unread-words.ts";
import { sayWalk } from "../views/source/walk.ts";
import { type BoardDependencies, type BoardRequest, boardRequest, forbidden, notFound } from "./board-request.ts";
import { type Exporter, handOut } from "./hand-out.ts";
import { reply } from "./reply.ts";

export interface SourcesDependencies extends BoardDependencies {
  readonly publicUrl: string;
}

/** `/board/api/sources`, what is done below it, and its lists as files: a function of its own, since it alone carries every tool. */
export const boardSources = (deps: SourcesDependencies) =>
  boardRequest(deps, async (request): Promise<HttpResponse> => {
    const { path, user, json: body } = request;
    if (path[0] === "exports") return handOut(deps, request, { sources: exportSources, unread: exportUnread });
    const [, named, ...more] = path;
    if (path[0] !== "sources" || more.length > 0) return notFound();
    if (named === undefined) return mayRead(user.role, "sources") ? showSources(deps) : forbidden();
    const decision = UnreadDecisionSchema.safeParse(named);
    if (named !== "try" && !decision.success) return notFound();
    if (!mayDecideAside(user.role)) return forbidden();
    if (decision.success) {
      const wish = UnreadWishSchema.safeParse(body);
      return wish.success ? decide(deps, request, decision.data, wish.data) : unfit(fieldErrorsOf(wish.error));
    }
    const asked = SourceTryBodySchema.safeParse(body);
    return asked.success ? trySource(deps, asked.data) : unfit(fieldErrorsOf(asked.error));
  });

const showSources = async (deps: SourcesDependencies): Promise<HttpResponse> => {
  const asOf = deps.now();
  return reply("sources", { asOf, sources: await viewsOf(deps, asOf, mostShown) });
};

/** @param most of each source's entries that could not be read */
const viewsOf = (deps: SourcesDependencies, asOf: string, most: number): Promise<SourceView[]> =>
  Promise.all((deps.agreement.terms.sources ?? []).map((source) => viewOf(deps, source, { asOf, most })));

const exportSources: Exporter<SourcesDependencies> = async ({ query: { language }, asOf, ...deps }) =>
  tableOf(sourceColumns(deps.agreement, language), await viewsOf(deps, asOf, 0), false);

const exportUnread: Exporter<SourcesDependencies> = async ({ query: { source: wanted, language }, asOf, ...deps }) => {
  const sources = (await viewsOf(deps, asOf, mostLookedUp)).filter(({ id }) => wanted === undefined || id === wanted);
  const rows = sources.flatMap((source) => source.unread.entries.map((entry) => ({ source, entry })));
  const isCut = sources.some(({ unread }) => unread.entries.length >= mostLookedUp);
  return tableOf(unreadColumns(deps.agreement, language), rows, isCut);
};

const mostShown = 50;
/** Each of these is looked up by itself. */
const mostLookedUp = 500;
const daysShown = 31;
const week = 7;

const viewOf = async (
  { table, publicUrl }: SourcesDependencies,
  source: Source,
  { asOf, most }: { readonly asOf: string; readonly most: number },
): Promise<SourceView> => {
  const [secrets, days, count, unread] = await Promise.all([
    readSecretFacts(table, source.id),
    readSourceDays(table, source.id, daysShown),
    countUnread(table, source.id, asOf),
    most === 0 ? [] : readUnread(table, source.id, { most, until: asOf, newestFirst: true }),
  ]);
  const since = (before: number) => new Date(Date.parse(asOf) - before * 24 * 3_600_000).toISOString().slice(0, 10);
  const countsSince = (day: string) => sumOf(days.filter(({ sk }) => sk.slice("DAY#".length) >= day));
  const entries = unread.flatMap(({ arrivalId: id, at, because, detail }) =>
    because === undefined ? [] : [{ id, at, reason: sayUnread(because, detail) }],
  );
  return {
    ...sayHowToConnect(source, publicUrl),
    secrets,
    lastAt: newestOf(days)?.lastAt,
    today: countsSince(since(0)),
    week: countsSince(since(week - 1)),
    unread: { count, entries },
  };
};

const newestOf = (days: readonly SourceDay[]): SourceDay | undefined => days.find(({ lastAt }) => lastAt !== undefined);

const sumOf = (days: readonly SourceDay[]): SourceCounts => {
  const sum = (of: keyof SourceCounts) => days.reduce((total, day) => total + day[of], 0);
  return {
    received: sum("received"),
    accepted: sum("accepted"),
    aside: sum("aside"),
    tests: sum("tests"),
    engagements: sum("engagements"),
    refused: sum("refused"),
  };
};

/** Walks a request through what would become of it. Nothing is kept, fetched or sent. */
const trySource = async (
  deps: SourcesDependencies,
  { sourceId, request, arrivalId }: z.infer<typeof SourceTryBodySchema>,
): Promise<HttpResponse> => {
  const { agreement, now } = deps;
  const source = agreement.terms.sources?.find(({ id }) => id === sourceId);
  if (source === undefined) return notFound();
  const found =
    request === undefined
      ? await keptRequest(deps, source, arrivalId)
      : { is: rawRequest(new TextEncoder().encode(request)) };
  if ("unread" in found)
    return json(200, { at: found.at, walk: { unread: found.unread, things: [] } } satisfies SourceTried);
  const rules = captureRules({ agreement, siteOrigins: [], now });
  const tried = await tryRequest(found.is, source, agreement.terms, rules);
  return json(200, { at: found.at, walk: sayWalk(tried, source, agreement) } satisfies SourceTried);
};

type Found =
  | { readonly is: ToolRequest; readonly at?: string }
  | { readonly unread: SourceTried["walk"]["unread"]; readonly at?: string };

const keptRequest = async (
  { table }: SourcesDependencies,
  { id, kind }: Source,
  arrivalId: string | undefined,
): Promise<Found> => {
  const wanted = arrivalId ?? newestOf(await readSourceDays(table, id, daysShown))?.lastArrival;
  const arrival = wanted === undefined ? undefined : await readArrival(table, wanted);
  if (arrival === undefined || arrival.sourceId !== id) return { unread: nothingYet };
  const { at, url, headers } = arrival;
  if (arrival.kind !== kind) return { unread: sayUnread("source-gone"), at };
  const { body, key } = (await readKeptBody(table, arrival.arrivalId)) ?? {};
  if (body !== undefined) return { is: { url, headers, body }, at };
  return { unread: key === undefined ? sayUnread("body-gone") : tooLargeToWalk, at };
};

/** Decided on in one request: it answers within some seconds. */
const mostAtOnce = 25;

/** What somebody else has decided on meanwhile is left as it is. */
const decide = async (
  { table, now }: SourcesDependencies,
  { correlationId }: BoardRequest,
  decision: UnreadDecision,
  wish: z.infer<typeof UnreadWishSchema>,
): Promise<HttpResponse> => {
  const { ids, left } = "ids" in wish ? { ids: wish.ids, left: false } : await idsOf(table, wish.sourceId, wish.until);
  let count = 0;
  for (const arrivalId of ids) {
    const isDone = decision === "again" ? askAgain(table, arrivalId, now()) : dropUnread(table, arrivalId);
    if (await isDone) count++;
  }
  log.info("Colleagues decided on what could not be read", { code: `source-${decision}`, count, correlationId });
  const said = decision === "again" ? sayReadAgain(count) : sayDropped(count);
  return json(200, { count, left, said } satisfies UnreadDone);
};

const idsOf = async (table: SourcesDependencies["table"], sourceId: string, until: string) => {
  const { arrivals, isMore } = await readSomeUnread(table, sourceId, { most: mostAtOnce, until });
  return { ids: arrivals.map(({ arrivalId }) => arrivalId), left: isMore };
};

export const handler = bindToApi(() => {
  const { TABLE_NAME, PUBLIC_URL } = environmentOf(environments.boardSources);
  const table = openTable(TABLE_NAME);
  return (agreement: Agreement) => ({ table, agreement, now: clock, publicUrl: PUBLIC_URL });
}, boardSources);
