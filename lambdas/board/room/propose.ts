import type * as z from "zod/mini";
import { untilWritten } from "../../adapters/contention.ts";
import { keepTerms, readTerms } from "../../adapters/dynamo-agreement-in-force.ts";
import { actionMark, type NamedAction, readMade } from "../../adapters/dynamo-idempotency.ts";
import { readDecision } from "../../adapters/dynamo-meetings.ts";
import { keepProposal, newProposalId, readProposal } from "../../adapters/dynamo-proposals.ts";
import { log } from "../../adapters/logger.ts";
import type { CheckedText, ProposeBodySchema, Proposed } from "../../contract/room.ts";
import { canHoldFrom } from "../../domain/agreement/proposal/holds-from.ts";
import { countered, propose, type StoredProposal, stateOf } from "../../domain/agreement/proposal/proposal.ts";
import { type HttpResponse, json } from "../../domain/http/http.ts";
import { isId } from "../../domain/lead/lead.ts";
import { isWeek } from "../../domain/metrics/week.ts";
import { nameOfPerson } from "../../domain/team/owner.ts";
import { usedBefore } from "../../views/board/action-problems.ts";
import { notProposed } from "../../views/room/room-problems.ts";
import type { BoardDependencies, BoardRequest } from "../board-request.ts";
import { changesOf, compiled } from "./compiled.ts";
import { type RoomNow, roomNow } from "./room-now.ts";

type Wish = z.infer<typeof ProposeBodySchema>;

/** `POST proposals/check`: nothing is kept. */
export const checkText = async (deps: BoardDependencies, text: string): Promise<HttpResponse> => {
  const { today, termsId } = await roomNow(deps);
  const read = compiled(text, today);
  if (!read.ok) return json(200, { problems: read.problems } satisfies CheckedText);
  const changes = changesOf(await readTerms(deps.table, termsId), read.terms);
  return json(200, { problems: [], changes } satisfies CheckedText);
};

/**
 * `POST proposals`. The same request again makes no second proposal: one with a key is known by its key, one without by
 * what it says, while that proposal is open.
 */
export const proposeText = (deps: BoardDependencies, request: BoardRequest, wish: Wish): Promise<HttpResponse> =>
  untilWritten<HttpResponse>(async () => {
    const room = await roomNow(deps);
    const name = await nameOf(deps, request, room);
    if (name === "other") return usedBefore();
    if ("made" in name) return proposed(name.made);
    const answered = wish.counters === undefined ? undefined : await answeredBy(deps, wish.counters, room);
    if (answered === "over") return notProposed("no-longer-open");
    const mistake = await mistakeOf(deps, wish, room);
    if (mistake !== undefined) return notProposed(mistake);
    const read = compiled(wish.text, wish.from ?? room.today);
    if (!read.ok) return json(200, { problems: read.problems } satisfies Proposed);
    const { version } = read.terms.agreement;
    if (version === room.situation.inForce.version) return notProposed("changes-nothing");
    const proposalId = newProposalId(room.at);
    const proposal = propose({
      ...termsOfWish(wish),
      proposalId,
      by: request.user.user,
      byName: nameOfPerson(request.user.user, room.agreement),
      at: room.at,
      base: room.situation.inForce,
      baseTermsId: room.termsId,
      version,
      termsId: await keepTerms(deps.table, read.terms),
    });
    const link = answered && countered(answered, proposalId);
    const marks = [actionMark(deps.table, name, room.at, proposalId)];
    if (!(await keepProposal(deps.table, proposal, link, marks))) return undefined;
    log.info("An agreement was proposed", {
      code: "agreement-proposed",
      proposalId,
      correlationId: request.correlationId,
    });
    return proposed(proposalId);
  });

const proposed = (proposalId: string): HttpResponse => json(200, { proposalId, problems: [] } satisfies Proposed);

const termsOfWish = ({ title, why, from, counters, decision, origin = "board" }: Wish) => ({
  origin,
  title,
  why,
  ...(from !== undefined && { from }),
  ...(counters !== undefined && { counters }),
  ...(decision !== undefined && { decision }),
});

/** Of requests that say the same, those that may have made one that is over by now. */
const mostAlike = 20;

/** By what this request is known, or what it has made. */
const nameOf = async (
  { table }: BoardDependencies,
  { user: { user }, idempotencyKey, json: body }: BoardRequest,
  room: RoomNow,
): Promise<NamedAction | { readonly made: string } | "other"> => {
  const asks = JSON.stringify(["proposals", body]);
  if (idempotencyKey !== undefined) {
    const name = { user, key: idempotencyKey, asks };
    const made = await readMade(table, name, room.at);
    return made === undefined ? name : made === "other" ? "other" : { made: made.id };
  }
  for (let turn = 0; turn < mostAlike; turn++) {
    const name = { user, key: `${asks} ${turn}`, asks };
    const made = await readMade(table, name, room.at);
    if (made === undefined) return name;
    const kept = made === "other" ? undefined : await readProposal(table, made.id);
    if (kept !== undefined && stateOf(kept, room.situation) === "open") return { made: kept.proposalId };
  }
  return "other";
};

const answeredBy = async (
  { table }: BoardDependencies,
  id: string,
  { situation }: RoomNow,
): Promise<StoredProposal | "over"> => {
  const kept = isId(id) ? await readProposal(table, id) : undefined;
  return kept !== undefined && stateOf(kept, situation) === "open" ? kept : "over";
};

const mistakeOf = async (
  { table }: BoardDependencies,
  { from, decision }: Wish,
  { today }: RoomNow,
): Promise<"from" | "no-decision" | undefined> => {
  if (from !== undefined && !canHoldFrom(from, today)) return "from";
  if (decision === undefined) return undefined;
  const isKnown = isWeek(decision.week) && isId(decision.decisionId);
  return isKnown && (await readDecision(table, decision)) !== undefined ? undefined : "no-decision";
};
