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

/** An action by a user who may do it, on a lead that they may see. */
export interface Doing {
  readonly deps: BoardDependencies;
  readonly request: BoardRequest;
  readonly lead: Lead;
  /** The id recorded as the author: the colleague's in the agreement, or the user's name. */
  readonly by: string;
}

/** One action with its parsed body. */
export interface BoardAction {
  readonly action: LeadAction;
  /** The lead's version in the story on the screen. */
  readonly version: number;
  /** The response to the same action by the same user before; `undefined` when there was none. */
  readonly doneBefore: (doing: Doing) => Promise<Bilingual | undefined>;
  /** The response when the lead does not exist, for an action that wants just that. */
  readonly gone?: Bilingual;
  /** `undefined` when another writer came first. */
  readonly act: (doing: Doing) => Promise<HttpResponse | undefined>;
}

/**
 * The frame of all actions. A lead that has changed since the user saw it is left alone, unless the change is what was
 * asked for: a repeated request gets the response that was lost, and does nothing.
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
      // A rep who has rejected a lead no longer has it; the same request again still succeeds.
      const said = await asked.doneBefore(doing);
      if (said !== undefined) return done(leadId, said);
      return isTheirs ? movedOn(sayWhy(lead, deps.agreement)) : notFound();
    }
    return fits(asked.action, lead) ? asked.act(doing) : notNow(sayWhy(lead, deps.agreement));
  });

export const done = (leadId: string, said: Bilingual): HttpResponse => json(200, { leadId, said } satisfies ActionDone);
