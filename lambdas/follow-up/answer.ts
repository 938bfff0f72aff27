import { readFacts, recordFact } from "../adapters/dynamo-answers.ts";
import { readDecisions } from "../adapters/dynamo-decisions.ts";
import { bindAtStart } from "../adapters/lambda-runtime.ts";
import { log } from "../adapters/logger.ts";
import { answerPage, awaitsAnswer, typedAnswer, type Unanswered } from "../domain/follow-up/answer-page.ts";
import { answeredPage, settledBy } from "../domain/follow-up/answered-page.ts";
import { type Answer, readAnswer } from "../domain/follow-up/read-answer.ts";
import { type HttpResponse, html } from "../domain/http/index.ts";
import type { Lead } from "../domain/lead/lead.ts";
import { applyAnswer } from "../domain/outcome/answer-rules.ts";
import { type PageDependencies, pageDependencies, referencePage, type Visit } from "../http/reference-page.ts";

/** Where a rep answers a hand-off: accept, or reject with one of the agreed reasons. The first answer counts. */
export const answer = (deps: PageDependencies) =>
  referencePage(deps, "answer", {
    show: (visit) => show(deps, visit),
    act: (visit) => act(deps, visit),
  });

const show = async (deps: PageDependencies, visit: Visit): Promise<HttpResponse> => {
  const { lead, grant, request } = visit;
  if (!awaitsAnswer(lead, grant)) return showSettled(deps, visit, lead);
  const chosen = request.query.get("choose") ?? undefined;
  return html(200, answerPage({ ...(await formFor(deps, visit, lead)), typed: { answer: chosen } }));
};

/** @returns `undefined` when another writer came first. */
const act = async (deps: PageDependencies, visit: Visit): Promise<HttpResponse | undefined> => {
  const { lead } = visit;
  const read = readAnswer(visit.form, deps.agreement);
  if (!awaitsAnswer(lead, visit.grant)) return showSettled(deps, visit, lead, read.ok ? read.answer : "unreadable");
  if (read.ok) return take(deps, visit, lead, read.answer);
  const form = { ...(await formFor(deps, visit, lead)), typed: typedAnswer(visit.form), problem: read.problem };
  return html(422, answerPage(form));
};

const take = async (deps: PageDependencies, visit: Visit, lead: Unanswered, given: Answer) => {
  const { agreement, table } = deps;
  const [at, { ownerId }] = [deps.now(), lead.followUp];
  const next = applyAnswer(lead, given, agreement, at);
  const content = { ...given, correlationId: visit.correlationId };
  if (!(await recordFact(table, lead, next, { kind: "answer", at, ownerId, content }))) return undefined;
  const { leadId, correlationId } = visit;
  log.info("A hand-off was answered", { code: `answer-${given.kind}`, leadId, ownerId, correlationId });
  const settled = { is: "answered", answer: { ...given, at } } as const;
  return html(200, answeredPage({ lead: next, agreement, language: visit.grant.language, settled, refused: false }));
};

const formFor = async ({ table, agreement, now }: PageDependencies, { grant }: Visit, lead: Unanswered) => {
  const gate = (await readDecisions(table, lead)).findLast((decision) => decision.of === "gate");
  return { lead, agreement, language: grant.language, gateReasons: gate?.reasons ?? [], now: now() };
};

/** What happened to the lead instead; the same answer once more (a double click) is no refusal. */
const showSettled = async (deps: PageDependencies, visit: Visit, lead: Lead, sent?: Answer | "unreadable") => {
  const { grant, leadId, correlationId } = visit;
  const given = (await readFacts(deps.table, "answer", grant)).find(({ ownerId }) => ownerId === grant.ownerId);
  const refused = sent !== undefined && !(given !== undefined && isSame(given, sent));
  if (refused) log.info("An answer came too late", { code: "answer-refused", leadId, correlationId });
  const settled = settledBy(lead, grant, given);
  const view = { lead, agreement: deps.agreement, language: grant.language, settled, refused };
  return html(refused ? 409 : 200, answeredPage(view));
};

const isSame = (given: { readonly kind: string; readonly reason?: string | undefined }, sent: Answer | "unreadable") =>
  sent !== "unreadable" && sent.kind === given.kind && (sent.kind === "accepted" || sent.reason === given.reason);

export const handler = bindAtStart(() => answer(pageDependencies()));
