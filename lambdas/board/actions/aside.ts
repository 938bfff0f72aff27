import { randomUUID } from "node:crypto";
import type * as z from "zod/mini";
import { untilWritten } from "../../adapters/contention.ts";
import { beginErasure } from "../../adapters/dynamo-erasure.ts";
import { dropKeptForm, keptSince, readAsideKeys, readKeptForm } from "../../adapters/dynamo-kept-aside.ts";
import { readLead, replaceLead, signal } from "../../adapters/dynamo-leads.ts";
import { writeOverride } from "../../adapters/dynamo-overrides.ts";
import { transact } from "../../adapters/dynamo-table.ts";
import { log } from "../../adapters/logger.ts";
import { releaseForm } from "../../capture/store-form.ts";
import type { AsideDecision, AsideDone, AsideWishSchema } from "../../contract/board.ts";
import { type AsideRef, asideIdOf, asideRefOf } from "../../domain/board/aside-id.ts";
import { erasureOf } from "../../domain/erasure/erasure.ts";
import { type HttpResponse, json } from "../../domain/http/http.ts";
import type { Lead } from "../../domain/lead/lead.ts";
import { dueInStage } from "../../domain/lead/next-due.ts";
import { nameOfPerson } from "../../domain/team/owner.ts";
import { keptOut, letIn, sayDropped, sayReleased } from "../../views/board/kept-aside.ts";
import type { BoardDependencies, BoardRequest } from "../board-request.ts";

/** Decided on in one request: it answers within some seconds. */
const mostAtOnce = 25;

/**
 * Releases or drops what is kept aside: what is named, or the oldest for one reason, of those that came until the list was
 * read. What somebody else has decided on meanwhile is left as it is; a repeated request does nothing twice.
 */
export const decideOnAside = async (
  deps: BoardDependencies,
  { user, correlationId }: BoardRequest,
  decision: AsideDecision,
  wish: z.infer<typeof AsideWishSchema>,
): Promise<HttpResponse> => {
  const by = user.colleagueId ?? user.user;
  const { refs, left } = await wanted(deps, wish);
  let count = 0;
  for (const ref of refs) if (await decided(deps, decision, ref, by)) count++;
  log.info("Colleagues decided on what was kept aside", { code: `aside-${decision}`, count, correlationId });
  const said = decision === "release" ? sayReleased(count) : sayDropped(count);
  return json(200, { count, left, said } satisfies AsideDone);
};

const wanted = async ({ table, agreement, now }: BoardDependencies, wish: z.infer<typeof AsideWishSchema>) => {
  if ("ids" in wish) return { refs: wish.ids.flatMap((id) => asideRefOf(id) ?? []), left: false };
  const span = { since: keptSince(agreement, now()), until: wish.until };
  const found = await readAsideKeys(table, wish.kind, { most: mostAtOnce + 1, ...span });
  const refs = found.slice(0, mostAtOnce).flatMap((key) => asideRefOf(asideIdOf(key)) ?? []);
  return { refs, left: found.length > mostAtOnce };
};

const decided = async (
  deps: BoardDependencies,
  decision: AsideDecision,
  ref: AsideRef,
  by: string,
): Promise<boolean> => {
  if (ref.is === "lead") return decideOnLead(deps, decision, ref.leadId, by);
  const form = await readKeptForm(deps.table, ref.key, deps.now());
  if (form === undefined) return false;
  if (decision === "drop") return dropKeptForm(deps.table, ref.key);
  await releaseForm(deps, ref.key, form);
  return true;
};

const decideOnLead = (deps: BoardDependencies, decision: AsideDecision, leadId: string, by: string) =>
  untilWritten(async () => {
    const lead = await readLead(deps.table, leadId);
    if (lead?.aside !== undefined) return decision === "release" ? goOn(deps, lead) : dropLead(deps, lead, by);
    const waitsForLane = lead?.laneFullAt !== undefined && lead.override === undefined;
    return waitsForLane ? decideOnLane(deps, decision, lead, by) : false;
  });

/** Lets a lead go on that was kept aside. @returns whether it was */
export const releaseLead = (deps: BoardDependencies, leadId: string): Promise<boolean> =>
  untilWritten(async () => {
    const lead = await readLead(deps.table, leadId);
    return lead?.aside === undefined ? false : goOn(deps, lead);
  });

/** The journey begins; the lead's own times stay. */
const goOn = async ({ table, agreement, now }: BoardDependencies, lead: Lead): Promise<true | undefined> => {
  const nextDueAt = dueInStage("captured", agreement, now());
  const released = { ...lead, aside: undefined, ...("nextDueAt" in lead && { nextDueAt }) };
  const outcome = await transact(table, [replaceLead(table, lead, released), signal(table, lead.leadId)]);
  return outcome.done || undefined;
};

/** The sweep goes on with the erasure. */
const dropLead = async ({ table, now }: BoardDependencies, lead: Lead, by: string): Promise<true | undefined> =>
  (await beginErasure(table, lead, erasureOf(lead, { erasureId: randomUUID(), by, at: now() }))) || undefined;

/** By the gate's override, which holds for the rest of the cycle. */
const decideOnLane = async (
  { table, agreement, now }: BoardDependencies,
  decision: AsideDecision,
  lead: Lead,
  by: string,
): Promise<boolean | undefined> => {
  const override = { ...overrides[decision], by: nameOfPerson(by, agreement), at: now() };
  const outcome = await writeOverride(table, lead, override, { agreement, by });
  return outcome && outcome.is === "recorded";
};

const overrides = {
  release: { verdict: "qualified", reason: letIn },
  drop: { verdict: "not-yet", reason: keptOut },
} as const;
