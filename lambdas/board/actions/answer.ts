import { readFacts } from "../../adapters/dynamo-answers.ts";
import { type Answer, type StoredAnswer, saysSame } from "../../domain/follow-up/answer.ts";
import { bodyErrorOf, parseAnswer, parseAnswerBody } from "../../domain/follow-up/parse-answer.ts";
import type { FieldError } from "../../domain/http/http.ts";
import { isUnanswered, type Lead } from "../../domain/lead/lead.ts";
import { ownerNow } from "../../follow-up/owner-of.ts";
import { storeAnswer } from "../../follow-up/store-answer.ts";
import { movedOn, unfit } from "../../views/board/action-problems.ts";
import { answerEntries } from "../../views/story/answers.ts";
import { sayWhy } from "../../views/story/why.ts";
import { type BoardAction, type Doing, done } from "./lead-action.ts";

type Reading =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/**
 * The owner, or a manager for them, answers the hand-off: with the same parsing and the same write as the page and the
 * API.
 * @param fields those of `POST /answers`, without `leadId` and `by`
 */
export const answer = ({
  version,
  ...fields
}: {
  readonly version: number;
  readonly [field: string]: unknown;
}): BoardAction => ({
  action: "answer",
  version,
  doneBefore: async (doing) => {
    const read = await readFields(doing, fields);
    const given = read.ok ? await answeredBefore(doing, read.answer) : undefined;
    return given && sayAnswered(given, doing);
  },
  act: async (doing) => {
    const read = await readFields(doing, fields);
    return read.ok ? recordAnswer(doing, read.answer) : unfit(read.errors);
  },
});

/** Stores the answer. @returns `undefined` when another writer came first */
export const recordAnswer = async (doing: Doing, given: Answer) => {
  const { deps, lead, by, request, mark: also } = doing;
  const { cycle } = lead;
  const about = { cycle, ...(isUnanswered(lead) && { ownerId: lead.followUp.ownerId, turn: lead.followUp.turn }) };
  const answering = { answer: given, about, by, correlationId: request.correlationId, also };
  const taken = await storeAnswer(deps, lead, answering);
  if (taken === undefined) return undefined;
  if (taken.is === "unfit") return unfit([bodyErrorOf(taken.problem)]);
  if (taken.is === "settled") return movedOn(sayWhy(lead, deps.agreement));
  return done(lead.leadId, sayAnswered(taken.given, doing));
};

/** Their newest answer for this lead, if it is the same; in this cycle or the one that it ended. */
export const answeredBefore = async ({ deps, lead, by }: Doing, said: Answer): Promise<StoredAnswer | undefined> => {
  const facts = await Promise.all(
    [lead.cycle, lead.cycle - 1].map((cycle) => readFacts(deps.table, "answer", { leadId: lead.leadId, cycle })),
  );
  const last = facts.find((each) => each.length > 0)?.at(-1);
  return last !== undefined && (last.by ?? last.ownerId) === by && saysSame(last, said) ? last : undefined;
};

const readFields = async (doing: Doing, fields: Record<string, unknown>): Promise<Reading> => {
  const { deps, lead, by } = doing;
  const body = parseAnswerBody({ ...fields, leadId: lead.leadId, by });
  if (!body.ok) return body;
  const { agreement } = deps;
  const read = parseAnswer(body.of.said, { agreement, timeZone: await zoneOf(doing, lead), now: deps.now() });
  return read.ok ? read : { ok: false, errors: [bodyErrorOf(read.problem)] };
};

/** Times without an offset are by the clocks of the lead's owner. */
const zoneOf = async ({ deps }: Doing, lead: Lead): Promise<string> => {
  const owner = "followUp" in lead ? await ownerNow(deps, lead) : undefined;
  return owner?.timeZone ?? deps.agreement.terms.company.timeZone;
};

/** As the lead's story words it. */
export const sayAnswered = (given: StoredAnswer, { lead, deps }: Pick<Doing, "lead" | "deps">) => {
  const [entry] = answerEntries({ answers: [{ cycle: lead.cycle, ...given }] }, deps.agreement);
  return entry?.title ?? { es: given.kind, en: given.kind };
};
