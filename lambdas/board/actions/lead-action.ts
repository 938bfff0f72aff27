import { untilWritten } from "../../adapters/contention.ts";
import { readLead } from "../../adapters/dynamo-leads.ts";
import type { ActionDone, LeadAction } from "../../contract/board.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { fits, mayDo } from "../../domain/board/actions/actions-now.ts";
import { movedOn, notNow } from "../../domain/board/actions/said.ts";
import { maySee } from "../../domain/board/board-user.ts";
import { sayWhy } from "../../domain/board/story/why.ts";
import { type HttpResponse, json } from "../../domain/http/index.ts";
import type { Lead } from "../../domain/lead/lead.ts";
import { type BoardDependencies, type BoardRequest, forbidden, notFound } from "../board-request.ts";

/** Somebody who may do this does it to a lead that they may see. */
export interface Doing {
  readonly deps: BoardDependencies;
  readonly request: BoardRequest;
  readonly lead: Lead;
  /** Id by which it is recorded who did it: the colleague's of the agreement, or the user's name. */
  readonly by: string;
}

/** One action with its body read. */
export interface Deed {
  readonly action: LeadAction;
  /** The lead's when it was looked at. */
  readonly version: number;
  /** What was said when this very thing was done by the same person before; `undefined`: it was not. */
  readonly doneBefore: (doing: Doing) => Promise<Bilingual | undefined>;
  /** What is said when there is no such lead, where that is what was wanted. */
  readonly gone?: Bilingual;
  /** `undefined` when another writer came first. */
  readonly act: (doing: Doing) => Promise<HttpResponse | undefined>;
}

/**
 * The frame of all actions. Nothing is done to a lead that has changed since it was looked at, unless it is what was
 * asked for: a request that comes again gets the answer that was lost, and does nothing.
 */
export const actOn = (deps: BoardDependencies, request: BoardRequest, leadId: string, deed: Deed) =>
  untilWritten<HttpResponse>(async () => {
    const { user } = request;
    if (!mayDo(user.role, deed.action)) return forbidden();
    const lead = await readLead(deps.table, leadId);
    if (lead === undefined) return deed.gone === undefined ? notFound() : done(leadId, deed.gone);
    const doing = { deps, request, lead, by: user.colleagueId ?? user.user };
    const isTheirs = maySee(user, lead);
    if (lead.version !== deed.version || !isTheirs) {
      // A rep who has turned a lead down no longer has it, and is told once more that this was done.
      const said = await deed.doneBefore(doing);
      if (said !== undefined) return done(leadId, said);
      return isTheirs ? movedOn(sayWhy(lead, deps.agreement)) : notFound();
    }
    return fits(deed.action, lead) ? deed.act(doing) : notNow(sayWhy(lead, deps.agreement));
  });

export const done = (leadId: string, said: Bilingual): HttpResponse => json(200, { leadId, said } satisfies ActionDone);
