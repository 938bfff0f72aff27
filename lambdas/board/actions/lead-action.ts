import { untilWritten } from "../../adapters/contention.ts";
import { readLead } from "../../adapters/dynamo-leads.ts";
import type { ActionDone, LeadAction } from "../../contract/board.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { fits, mayDo } from "../../domain/board/actions-now.ts";
import { maySee } from "../../domain/board/board-user.ts";
import { type HttpResponse, json } from "../../domain/http/http.ts";
import type { Lead } from "../../domain/lead/lead.ts";
import { movedOn, notNow } from "../../views/board/action-problems.ts";
import { sayWhy } from "../../views/story/why.ts";
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
export interface BoardAction {
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
export const actOn = (deps: BoardDependencies, request: BoardRequest, leadId: string, asked: BoardAction) =>
  untilWritten<HttpResponse>(async () => {
    const { user } = request;
    if (!mayDo(user.role, asked.action)) return forbidden();
    const lead = await readLead(deps.table, leadId);
    if (lead === undefined) return asked.gone === undefined ? notFound() : done(leadId, asked.gone);
    const doing = { deps, request, lead, by: user.colleagueId ?? user.user };
    const isTheirs = maySee(user, lead);
    if (lead.version !== asked.version || !isTheirs) {
      // A rep who has turned a lead down no longer has it, and is told once more that this was done.
      const said = await asked.doneBefore(doing);
      if (said !== undefined) return done(leadId, said);
      return isTheirs ? movedOn(sayWhy(lead, deps.agreement)) : notFound();
    }
    return fits(asked.action, lead) ? asked.act(doing) : notNow(sayWhy(lead, deps.agreement));
  });

export const done = (leadId: string, said: Bilingual): HttpResponse => json(200, { leadId, said } satisfies ActionDone);
