import { decisionWrite, isSame, readDecisions } from "../../adapters/dynamo-decisions.ts";
import { signal } from "../../adapters/dynamo-leads.ts";
import { moveWrites } from "../../adapters/dynamo-moves.ts";
import { transact } from "../../adapters/dynamo-table.ts";
import type { Bilingual } from "../../contract/stages.ts";
import type { HttpResponse } from "../../domain/http/http.ts";
import type { Lead } from "../../domain/lead/lead.ts";
import { type Doing, done } from "./lead-action.ts";

/** The sentence, when the newest decision of this kind in the lead's cycle says the same: it was carried out before. */
export const decidedBefore = async (
  { deps, lead }: Doing,
  of: string,
  sentence: Bilingual,
): Promise<Bilingual | undefined> => {
  const last = (await readDecisions(deps.table, lead)).findLast((each) => each.of === of);
  return last !== undefined && isSame(last, sentence) ? sentence : undefined;
};

/** What a colleague has decided, in the sentence that they and everybody else read. */
interface Decided {
  readonly at: string;
  readonly of: string;
  readonly verdict: string;
  readonly sentence: Bilingual;
}

/** Moves the lead by a colleague's decision, keeps it, and wakes the journey. @returns `undefined` when another writer came first */
export const moveByDecision = async (
  { deps, lead, by, mark }: Doing,
  next: Lead,
  { sentence, ...decided }: Decided,
): Promise<HttpResponse | undefined> => {
  const { table, agreement } = deps;
  const decision = { ...decided, reasons: [sentence], agreementVersion: agreement.version, by };
  const outcome = await transact(table, [
    ...moveWrites(table, lead, next, decided.at),
    decisionWrite(table, next, decision),
    signal(table, lead.leadId),
    ...mark,
  ]);
  return outcome.done ? done(lead.leadId, sentence) : undefined;
};
