import { readDecisions } from "../adapters/dynamo-decisions.ts";
import { assertNever } from "../domain/assert-never.ts";
import { isFinal, type StoredAnswer } from "../domain/follow-up/answer.ts";
import type { AnswerProblem } from "../domain/follow-up/answer-problems.ts";
import { answerInForm, parseAnswer } from "../domain/follow-up/parse-answer.ts";
import { type HttpResponse, html } from "../domain/http/http.ts";
import type { Lead, Unanswered } from "../domain/lead/lead.ts";
import type { Owner } from "../domain/team/owner.ts";
import { bindToApi } from "../http/bind-to-api.ts";
import { type PageDependencies, pageDependencies, referencePage, type Visit } from "../http/reference-page.ts";
import { answerPage, awaitsAnswer, type TypedAnswer, typedAnswer } from "../views/follow-up/answer-page.ts";
import { type AnsweredView, answeredPage } from "../views/follow-up/answered-page.ts";
import { colleagueNow, ownerNow } from "./owner-of.ts";
import { possibleNow, settledNow, storeAnswer } from "./store-answer.ts";

/** The page where a hand-off is answered, by its owner or by a manager who was notified. The first answer counts. */
export const answer = (deps: PageDependencies) =>
  referencePage(deps, "answer", {
    show: (visit) => show(deps, visit),
    act: (visit) => act(deps, visit),
  });

const show = async (deps: PageDependencies, visit: Visit): Promise<HttpResponse> => {
  const { lead, grant, request } = visit;
  if (!awaitsAnswer(lead, grant)) {
    const settled = await settledNow(deps, lead, grant);
    return answered(deps, visit, { lead, settled, refused: false });
  }
  return form(deps, visit, lead, { answer: request.query.get("choose") ?? undefined });
};

/** @returns `undefined` when another writer came first. */
const act = async (deps: PageDependencies, visit: Visit): Promise<HttpResponse | undefined> => {
  const { lead, grant, correlationId } = visit;
  const { agreement, now } = deps;
  const { timeZone = agreement.terms.company.timeZone } = await readerOf(deps, visit);
  const read = parseAnswer(answerInForm(visit.form), { agreement, timeZone, now: now() });
  const typed = typedAnswer(visit.form);
  if (!read.ok) {
    if (awaitsAnswer(lead, grant)) return form(deps, visit, lead, typed, read.problem);
    return answered(deps, visit, { lead, settled: await settledNow(deps, lead, grant), refused: true });
  }
  const taken = await storeAnswer(deps, lead, { answer: read.answer, about: grant, by: grant.by, correlationId });
  switch (taken?.is) {
    case undefined:
      return undefined;
    case "taken":
    case "known":
      return answered(deps, visit, { lead: taken.lead, settled: settledAs(taken), refused: false });
    case "settled":
      return answered(deps, visit, { lead, settled: taken.settled, refused: true });
    case "unfit":
      return form(deps, visit, taken.lead, typed, taken.problem);
    default:
      return assertNever(taken);
  }
};

/** The page after an accepted answer. */
const settledAs = ({ lead, given }: { readonly lead: Lead; readonly given: StoredAnswer }): AnsweredView["settled"] => {
  const has = "followUp" in lead ? lead.followUp : undefined;
  if (given.kind === "passed-on") return { is: "passed-on", ownerId: has?.ownerId ?? given.to ?? "", answer: given };
  if (!isFinal(given) && has !== undefined) return { is: "put-off", answer: given, dueAt: has.dueAt };
  return { is: "answered", answer: given };
};

/** The recipient of the link: the owner at that time, or the manager. */
const readerOf = async (deps: PageDependencies, { grant }: Visit): Promise<Owner> => ({
  ...(await colleagueNow(deps, grant.by ?? grant.ownerId ?? "")),
  language: grant.language,
});

const form = async (
  deps: PageDependencies,
  visit: Visit,
  lead: Unanswered,
  typed: TypedAnswer,
  problem?: AnswerProblem,
): Promise<HttpResponse> => {
  const now = deps.now();
  const [owner, reader, possible, decisions] = await Promise.all([
    ownerNow(deps, lead),
    readerOf(deps, visit),
    possibleNow(deps, lead, now),
    readDecisions(deps.table, lead),
  ]);
  const gateReasons = decisions.findLast(({ of }) => of === "gate")?.reasons ?? [];
  const { agreement } = deps;
  const page = answerPage({ lead, agreement, owner, reader, possible, gateReasons, typed, problem, now });
  return html(problem === undefined ? 200 : 422, page);
};

const answered = async (
  deps: PageDependencies,
  visit: Visit,
  view: Pick<AnsweredView, "lead" | "settled" | "refused">,
): Promise<HttpResponse> => {
  const reader = await readerOf(deps, visit);
  return html(view.refused ? 409 : 200, answeredPage({ ...view, agreement: deps.agreement, reader }));
};

export const handler = bindToApi(pageDependencies, answer);
