import { untilWritten } from "../../adapters/contention.ts";
import { actionMark, type NamedAction, readActionMark } from "../../adapters/dynamo-idempotency.ts";
import { readLead } from "../../adapters/dynamo-leads.ts";
import type { NamedWrite } from "../../adapters/dynamo-table.ts";
import type { ActionDone, LeadAction } from "../../contract/board.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { fits, mayDo } from "../../domain/board/actions-now.ts";
import { maySee } from "../../domain/board/board-user.ts";
import { type HttpResponse, json } from "../../domain/http/http.ts";
import type { Lead } from "../../domain/lead/lead.ts";
import { movedOn, notNow, usedBefore } from "../../views/board/action-problems.ts";
import { sayWhy } from "../../views/story/why.ts";
import { type BoardDependencies, type BoardRequest, forbidden, notFound } from "../board-request.ts";

/** An action by a user who may do it, on a lead that they may see. */
export interface Doing {
  readonly deps: BoardDependencies;
  readonly request: BoardRequest;
  readonly lead: Lead;
  /** The id recorded as the author: the colleague's in the agreement, or the user's name. */
  readonly by: string;
  /** Of a request that has a key: belongs into the transaction that carries the action out. */
  readonly mark: readonly NamedWrite[];
}

/** One action with its parsed body. */
export interface BoardAction {
  readonly action: LeadAction;
  /** The lead's version in the story on the screen. */
  readonly version: number;
  /** The response to the same action by the same user before; `undefined` when there was none. */
  readonly doneBefore: (doing: Doing) => Promise<Bilingual | undefined>;
  /** The response with that sentence, where it is more than the sentence. */
  readonly again?: (doing: Doing, said: Bilingual) => Promise<HttpResponse>;
  /** The response when the lead does not exist, for an action that wants just that. */
  readonly gone?: Bilingual;
  /** `undefined` when another writer came first. */
  readonly act: (doing: Doing) => Promise<HttpResponse | undefined>;
}

/**
 * The frame of all actions. A lead that has changed since the user saw it is left alone, unless the change is what was
 * asked for: a repeated request gets the response that was lost, and does nothing. One with a key is known by its key,
 * whatever has become of the lead since; one without, by what it says.
 */
export const actOn = (deps: BoardDependencies, request: BoardRequest, leadId: string, asked: BoardAction) =>
  untilWritten<HttpResponse>(async () => {
    const { user } = request;
    if (!mayDo(user.role, asked.action)) return forbidden();
    const [named, now] = [nameOf(request), deps.now()];
    const [lead, before] = await Promise.all([
      readLead(deps.table, leadId),
      named && readActionMark(deps.table, named, now),
    ]);
    if (before === "other") return usedBefore();
    if (lead === undefined) {
      const gone = asked.gone ?? (before && doneBefore);
      return gone === undefined ? notFound() : done(leadId, gone);
    }
    const mark = named === undefined ? [] : [actionMark(deps.table, named, now)];
    const doing = { deps, request, lead, by: user.colleagueId ?? user.user, mark };
    const again = async (said: Bilingual) => asked.again?.(doing, said) ?? done(leadId, said);
    if (before === "done") return again((await asked.doneBefore(doing)) ?? doneBefore);
    const isTheirs = maySee(user, lead);
    if (lead.version !== asked.version || !isTheirs) {
      // A rep who has rejected a lead no longer has it; the same request again still succeeds.
      const said = await asked.doneBefore(doing);
      if (said !== undefined) return again(said);
      return isTheirs ? movedOn(sayWhy(lead, deps.agreement)) : notFound();
    }
    return fits(asked.action, lead) ? asked.act(doing) : notNow(sayWhy(lead, deps.agreement));
  });

const nameOf = ({ user: { user }, idempotencyKey: key, path, json: body }: BoardRequest): NamedAction | undefined =>
  key === undefined ? undefined : { user, key, asks: JSON.stringify([path, body]) };

const doneBefore: Bilingual = {
  es: "Ya estaba hecho, y no se ha repetido.",
  en: "It was done before, and has not been repeated.",
};

export const done = (leadId: string, said: Bilingual): HttpResponse => json(200, { leadId, said } satisfies ActionDone);
