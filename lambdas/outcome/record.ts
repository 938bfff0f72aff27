import { readFacts, recordFact } from "../adapters/dynamo-answers.ts";
import { bindAtStart } from "../adapters/lambda-runtime.ts";
import { log } from "../adapters/logger.ts";
import { type HttpResponse, html } from "../domain/http/index.ts";
import type { Lead, LeadIn } from "../domain/lead/lead.ts";
import { awaitsOutcome, outcomePage, typedOutcome } from "../domain/outcome/outcome-page.ts";
import { applyOutcome } from "../domain/outcome/outcome-rules.ts";
import { outcomeToldPage, toldBy } from "../domain/outcome/outcome-told-page.ts";
import { type Outcome, readOutcome } from "../domain/outcome/read-outcome.ts";
import { type PageDependencies, pageDependencies, referencePage, type Visit } from "../http/reference-page.ts";

/** Where a rep says what became of an accepted lead: won, lost, or back to marketing. The first word counts. */
export const record = (deps: PageDependencies) =>
  referencePage(deps, "outcome", {
    show: (visit) => show(deps, visit),
    act: (visit) => act(deps, visit),
  });

const show = async (deps: PageDependencies, visit: Visit): Promise<HttpResponse> => {
  const { lead, grant } = visit;
  if (!awaitsOutcome(lead, grant)) return showTold(deps, visit, lead);
  return html(200, outcomePage({ lead, agreement: deps.agreement, language: grant.language, typed: {} }));
};

/** @returns `undefined` when another writer came first. */
const act = async (deps: PageDependencies, visit: Visit): Promise<HttpResponse | undefined> => {
  const { agreement } = deps;
  const { lead } = visit;
  const read = readOutcome(visit.form);
  if (!awaitsOutcome(lead, visit.grant)) return showTold(deps, visit, lead, read.ok ? read.outcome.kind : "unreadable");
  if (read.ok) return take(deps, visit, lead, read.outcome);
  const form = { lead, agreement, language: visit.grant.language, typed: typedOutcome(visit.form) };
  return html(422, outcomePage({ ...form, problem: read.problem }));
};

const take = async (deps: PageDependencies, visit: Visit, lead: LeadIn<"accepted">, outcome: Outcome) => {
  const { agreement, table } = deps;
  const [at, { ownerId }] = [deps.now(), lead.followUp];
  const next = applyOutcome(lead, outcome, agreement, at);
  const content = { ...outcome, correlationId: visit.correlationId };
  if (!(await recordFact(table, lead, next, { kind: "outcome", at, ownerId, content }))) return undefined;
  const { leadId, correlationId } = visit;
  log.info("An outcome was told", { code: `outcome-${outcome.kind}`, leadId, ownerId, correlationId });
  const view = { lead: next, agreement, language: visit.grant.language, told: { ...outcome, at }, refused: false };
  return html(200, outcomeToldPage(view));
};

/** What is known instead; the same word once more (a double click) is no refusal. */
const showTold = async (deps: PageDependencies, visit: Visit, lead: Lead, sent?: Outcome["kind"] | "unreadable") => {
  const { grant, leadId, correlationId } = visit;
  const facts = await readFacts(deps.table, "outcome", grant);
  const told = toldBy(facts.find(({ ownerId }) => ownerId === grant.ownerId));
  const refused = sent !== undefined && sent !== told?.kind;
  if (refused) log.info("An outcome came too late", { code: "outcome-refused", leadId, correlationId });
  const view = { lead, agreement: deps.agreement, language: grant.language, told, refused };
  return html(refused ? 409 : 200, outcomeToldPage(view));
};

export const handler = bindAtStart(() => record(pageDependencies()));
