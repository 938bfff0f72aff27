import { storeEngagements } from "../adapters/dynamo-engagements.ts";
import { sign } from "../adapters/dynamo-references.ts";
import { log } from "../adapters/logger.ts";
import type { Content } from "../contract/agreement.ts";
import type { EngagementsTaken } from "../contract/api.ts";
import { applyEngagements } from "../domain/capture/apply-submission.ts";
import { type HttpResponse, html, json, problem } from "../domain/http/http.ts";
import { dueInStage } from "../domain/lead/next-due.ts";
import { reportsVisit, siteReferenceId, visitEngagement } from "../domain/nurture/visit.ts";
import { bindToApi } from "../http/bind-to-api.ts";
import {
  opensNothing,
  type PageDependencies,
  pageDependencies,
  referencePage,
  type Visit,
} from "../http/reference-page.ts";
import { visitPage, visitScript } from "../views/nurture/visit-page.ts";

/**
 * The target of a nurture mail's button: a page that leads on to the content. Only its script's report counts as a
 * visit, and the same piece counts once, however often the link is opened.
 */
export const visit = (deps: PageDependencies) =>
  referencePage(deps, "visit", {
    show: (visit) => show(deps, visit),
    act: (visit) => act(deps, visit),
  });

const show = async (deps: PageDependencies, { grant, request }: Visit): Promise<HttpResponse> => {
  const content = contentOf(deps, grant.content);
  if (content === undefined) return opensNothing(deps, request);
  const { language } = grant;
  const reference = await sign(deps.keyring, siteReferenceId(grant));
  const company = deps.agreement.terms.company.name;
  const view = { language, company, content: content.id, title: content.title[language], url: content.url[language] };
  return html(200, visitPage({ ...view, reference }), { script: visitScript });
};

const act = async (deps: PageDependencies, { grant, lead, request, correlationId }: Visit): Promise<HttpResponse> => {
  const content = contentOf(deps, grant.content);
  if (content === undefined) return opensNothing(deps, request);
  if (!reportsVisit(request.body, content.id))
    return problem(422, "Invalid request", "Expected the report that our page sends.");
  const { table, agreement, now } = deps;
  const { leadId } = lead;
  const at = now();
  const reception = { now: at, nextDueAt: dueInStage("captured", agreement, at) };
  const engagements = [visitEngagement(lead, content.id, at)];
  const receive = (lead: Visit["lead"]) => applyEngagements(lead, reception);
  const fresh = await storeEngagements(table, leadId, engagements, receive, agreement);
  log.info("A lead opened what it was sent", { code: "content-visited", leadId, fresh, correlationId });
  return json(202, { accepted: engagements.length } satisfies EngagementsTaken);
};

const contentOf = ({ agreement }: PageDependencies, id: string | undefined): Content | undefined =>
  agreement.terms.nurture.content.find((piece) => piece.id === id);

export const handler = bindToApi(pageDependencies, visit);
