import { untilWritten } from "../adapters/contention.ts";
import { readLead } from "../adapters/dynamo-leads.ts";
import { assertNever } from "../domain/assert-never.ts";
import {
  bodyErrorOf,
  parseAnswer,
  parseAnswerBody,
  type RawAnswer,
  type SaidOfLead,
} from "../domain/follow-up/parse-answer.ts";
import { type FieldError, sayFieldErrors } from "../domain/http/http.ts";
import { isUnanswered, type Lead } from "../domain/lead/lead.ts";
import { findColleague } from "../domain/team/owner.ts";
import { saySettled } from "../views/follow-up/settled-sentence.ts";
import { ownerNow } from "./owner-of.ts";
import { type AnswerDependencies, type Answering, type AnswerStored, storeAnswer } from "./store-answer.ts";

export type FromOutside =
  | Exclude<AnswerStored, { is: "unfit" }>
  | { readonly is: "unfit"; readonly errors: readonly FieldError[] }
  | { readonly is: "no-lead" };

/** By which request it came, and by whose key. */
type Sent = Pick<Answering, "correlationId" | "keyId">;

/** An answer from another system, by API or bus, with the same parsing and the same write as the page. */
export const intakeAnswer = async (deps: AnswerDependencies, body: unknown, sent: Sent): Promise<FromOutside> => {
  const read = parseAnswerBody(body);
  if (!read.ok) return { is: "unfit", errors: read.errors };
  return untilWritten(async () => {
    const lead = await readLead(deps.table, read.of.leadId);
    return lead === undefined ? { is: "no-lead" } : answerOf(deps, lead, read.of, sent);
  });
};

const answerOf = async (
  deps: AnswerDependencies,
  lead: Lead,
  { by: named, said, cycle }: SaidOfLead,
  sent: Sent,
): Promise<FromOutside | undefined> => {
  const { agreement } = deps;
  const by = findColleague(named, agreement)?.id;
  if (by === undefined)
    return { is: "unfit", errors: [{ field: "by", detail: "no team member has this ID or address" }] };
  const timeZone = await zoneOf(deps, lead);
  const read = parseAnswer(withIds(said, deps), { agreement, timeZone, now: deps.now() });
  if (!read.ok) return { is: "unfit", errors: [bodyErrorOf(read.problem)] };
  const about = { cycle: cycle ?? answeredCycle(lead) };
  const taken = await storeAnswer(deps, lead, { answer: read.answer, about, by, ...sent });
  return taken?.is === "unfit" ? { is: "unfit", errors: [bodyErrorOf(taken.problem)] } : taken;
};

/** A colleague may be named by address instead of id. */
const withIds = (said: RawAnswer, { agreement }: AnswerDependencies): RawAnswer => ({
  ...said,
  to: findColleague(said.to, agreement)?.id ?? said.to,
});

const zoneOf = async (deps: AnswerDependencies, lead: Lead): Promise<string> => {
  const owner = isUnanswered(lead) ? await ownerNow(deps, lead) : undefined;
  return owner?.timeZone ?? deps.agreement.terms.company.timeZone;
};

/** A lead that was just rejected is in its next cycle: a repeated rejection belongs to the one before. */
const answeredCycle = ({ stage, cycle, because }: Lead): number =>
  stage === "captured" && because.startsWith("rejected:") ? cycle - 1 : cycle;

/**
 * The detail of the bus event `AnswerHandOff`: same body as `POST /answers`. Delivered twice, it counts once.
 * @returns why it can never be processed.
 */
export const answerFromBus = async (
  deps: AnswerDependencies,
  detail: unknown,
  eventId: string,
): Promise<string | undefined> => {
  const outcome = await intakeAnswer(deps, detail, { correlationId: eventId });
  switch (outcome.is) {
    case "taken":
    case "known":
      return undefined;
    case "settled":
      return `the lead is not waiting for this answer: ${saySettled(outcome.settled)}`;
    case "unfit":
      return sayFieldErrors(outcome.errors);
    case "no-lead":
      return "leadId: no such lead";
    default:
      return assertNever(outcome);
  }
};
