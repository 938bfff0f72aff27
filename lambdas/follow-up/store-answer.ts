import { readFacts, recordFact } from "../adapters/dynamo-answers.ts";
import type { DynamoTable, NamedWrite } from "../adapters/dynamo-table.ts";
import { countPlace, readTeamFor, takePlace } from "../adapters/dynamo-team.ts";
import { log } from "../adapters/logger.ts";
import type { Agreement } from "../contract/agreement.ts";
import type { Answer, StoredAnswer } from "../domain/follow-up/answer.ts";
import { refusalOf } from "../domain/follow-up/answer-limits.ts";
import type { AnswerProblem } from "../domain/follow-up/answer-problems.ts";
import { applyAnswer } from "../domain/follow-up/apply-answer.ts";
import { type PossibleOwner, possibleOwners } from "../domain/follow-up/colleagues.ts";
import { type Addressee, awaitsAnswer, repeatedBy, type Settled, settledBy } from "../domain/follow-up/settled.ts";
import type { Lead, Unanswered, Worked } from "../domain/lead/lead.ts";
import { ownerNow } from "./owner-of.ts";

export interface AnswerDependencies {
  readonly table: DynamoTable;
  readonly agreement: Agreement;
  readonly now: () => string;
}

/** An answer to a hand-off: its owner's, a manager's for them, or another system's. */
export interface Answering {
  readonly answer: Answer;
  readonly about: Addressee;
  /** Id of the author; the owner when left out. */
  readonly by?: string | undefined;
  /** Id of the key that signed it, when another system sent it. */
  readonly keyId?: string | undefined;
  readonly correlationId: string;
  /** Further writes of the same transaction. */
  readonly also?: readonly NamedWrite[];
}

export type AnswerStored =
  | { readonly is: "taken"; readonly lead: Lead; readonly given: StoredAnswer }
  /** The same answer was stored before. */
  | { readonly is: "known"; readonly lead: Lead; readonly given: StoredAnswer }
  | { readonly is: "settled"; readonly lead: Lead; readonly settled: Settled }
  /** The lead waits, but this answer is refused. */
  | { readonly is: "unfit"; readonly lead: Unanswered; readonly problem: AnswerProblem };

/**
 * The one function by which page, API and event answer a hand-off. The first answer counts.
 * @returns `undefined` when another writer came first: read the lead and call again.
 */
export const storeAnswer = async (
  deps: AnswerDependencies,
  lead: Lead,
  { answer, about, by, keyId, correlationId, also = [] }: Answering,
): Promise<AnswerStored | undefined> => {
  const { leadId } = lead;
  const [facts, at] = [await readFacts(deps.table, "answer", { leadId, cycle: about.cycle }), deps.now()];
  const repeated = repeatedBy(lead, about, facts, answer, at);
  if (repeated !== undefined) return { is: "known", lead, given: repeated };
  if (!awaitsAnswer(lead, about)) {
    log.info("An answer came too late", { code: "answer-refused", leadId, correlationId });
    return { is: "settled", lead, settled: settledBy(lead, about, facts) };
  }
  const owner = await ownerNow(deps, lead);
  const possible = answer.kind === "passed-on" ? await possibleNow(deps, lead, at) : [];
  const problem = refusalOf(answer, { followUp: lead.followUp, owner, agreement: deps.agreement, now: at, possible });
  if (problem !== undefined) return { is: "unfit", lead, problem };
  const to = possible.find(({ colleague }) => answer.kind === "passed-on" && colleague.id === answer.to);
  const next = applyAnswer(lead, answer, { owner, to: to?.colleague }, deps.agreement, at);
  const given = { ...answer, ...measured(lead, at), by: by ?? owner.id };
  const isAgain = answer.kind === "accepted" && facts.some(({ kind }) => kind === "accepted");
  const content = { ...given, correlationId, keyId, ...(isAgain && { again: true }) };
  const fact = { kind: "answer", at, ownerId: owner.id, content } as const;
  const written = await recordFact(deps.table, lead, next, fact, [...placeWith(deps, to, at), ...also]);
  if (!written) return undefined;
  log.info("A hand-off was answered", { code: `answer-${answer.kind}`, leadId, ownerId: owner.id, correlationId });
  return { is: "taken", lead: next, given: { ...given, at, ownerId: owner.id } };
};

/** The colleagues to whom the lead can be passed on now. */
export const possibleNow = async (
  { table, agreement }: Pick<AnswerDependencies, "table" | "agreement">,
  lead: Unanswered | Worked,
  now: string,
): Promise<PossibleOwner[]> => possibleOwners(lead, await readTeamFor(table, lead, agreement, now), agreement, now);

/** What happened to the lead instead, for a page that only shows it. */
export const settledNow = async ({ table }: Pick<AnswerDependencies, "table">, lead: Lead, about: Addressee) =>
  settledBy(lead, about, await readFacts(table, "answer", { leadId: lead.leadId, cycle: about.cycle }));

/** How long this turn's owner took. */
const measured = ({ followUp }: Unanswered, at: string) => ({
  turn: followUp.turn,
  inTime: at <= followUp.dueAt,
  responseSeconds: Math.round((Date.parse(at) - Date.parse(followUp.assignedAt)) / 1000),
});

/** Leads passed on concurrently never exceed a rep's capacity: a full rep refuses the write. */
export const placeWith = (
  { table, agreement }: AnswerDependencies,
  to: PossibleOwner | undefined,
  now: string,
): readonly NamedWrite[] => {
  if (to === undefined) return [];
  return to.repNow === undefined ? [countPlace(table, to.colleague.id)] : takePlace(table, to.repNow, agreement, now);
};
