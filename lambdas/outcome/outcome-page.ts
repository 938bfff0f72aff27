import { type HttpResponse, html } from "../domain/http/http.ts";
import type { Lead, Worked } from "../domain/lead/lead.ts";
import { awaitsOutcome, mayCorrect } from "../domain/outcome/judge-outcome.ts";
import { type OutcomeProblem, outcomeInForm, parseCorrection, parseOutcome } from "../domain/outcome/parse-outcome.ts";
import { isEnding, type StoredOutcome } from "../domain/outcome/stored-outcome.ts";
import { bindToApi } from "../http/bind-to-api.ts";
import { type PageDependencies, pageDependencies, referencePage, type Visit } from "../http/reference-page.ts";
import { typedOutcome } from "../views/outcome/outcome-fields.ts";
import { type OutcomeForm, outcomePage } from "../views/outcome/outcome-page.ts";
import { outcomeRecordedPage, type RecordedOutcomeView } from "../views/outcome/outcome-recorded-page.ts";
import { lastOutcome, type OutcomeStored, storeOutcome } from "./store-outcome.ts";

/**
 * The page where a lead's owner reports and corrects outcomes. Of two
 * endings the first counts, until it is corrected.
 */
export const record = (deps: PageDependencies) =>
  referencePage(deps, "outcome", {
    show: (visit) => show(deps, visit),
    act: (visit) => act(deps, visit),
  });

const show = async (deps: PageDependencies, visit: Visit): Promise<HttpResponse> => {
  const { lead, grant } = visit;
  if (awaitsOutcome(lead, grant)) return formPage(deps, visit, 200, lead);
  return recordedPage(deps, visit, 200, { lead, stored: await lastOutcome(deps.table, lead.leadId, grant.cycle) });
};

/** @returns `undefined` when another writer came first. */
const act = async (deps: PageDependencies, visit: Visit): Promise<HttpResponse | undefined> => {
  const { lead, grant, form, correlationId } = visit;
  const corrects = form.get("corrects") ?? undefined;
  const read = (corrects === undefined ? parseOutcome : parseCorrection)(
    outcomeInForm(form),
    deps.agreement,
    grant.language,
  );
  if (!read.ok) return complaint(deps, visit, read.problem);
  const by = grant.by ?? grant.ownerId ?? "";
  const telling = { outcome: read.outcome, about: grant, by, corrects, correlationId };
  const taken = await storeOutcome(deps, lead, telling);
  return taken && answerTo(deps, visit, taken);
};

const answerTo = (deps: PageDependencies, visit: Visit, taken: OutcomeStored): HttpResponse => {
  const isRefused = taken.is === "refused";
  const status = isRefused ? 409 : 200;
  const { lead, stored } = taken;
  if (!awaitsOutcome(lead, visit.grant)) return recordedPage(deps, visit, status, { lead, stored, refused: isRefused });
  return formPage(deps, visit, status, lead, { sent: isRefused ? "further-already" : "taken" });
};

/** A form that came too late is not an error: its reader sees what happened. */
const complaint = async (deps: PageDependencies, visit: Visit, problem: OutcomeProblem): Promise<HttpResponse> => {
  const { lead, grant, form } = visit;
  const typed = typedOutcome(form);
  if (awaitsOutcome(lead, grant)) return formPage(deps, visit, 422, lead, { typed, problem });
  const stored = await lastOutcome(deps.table, lead.leadId, grant.cycle);
  if (form.has("corrects") && mayCorrect(lead, grant))
    return recordedPage(deps, visit, 422, { lead, stored, typed, problem });
  return recordedPage(deps, visit, 409, { lead, stored, refused: true });
};

const formPage = (
  { agreement }: PageDependencies,
  { grant }: Visit,
  status: number,
  lead: Worked,
  more: Partial<Pick<OutcomeForm, "typed" | "problem" | "sent">> = {},
): HttpResponse => html(status, outcomePage({ lead, agreement, language: grant.language, typed: {}, ...more }));

interface RecordedPage extends Partial<Pick<RecordedOutcomeView, "refused" | "typed" | "problem">> {
  readonly lead: Lead;
  readonly stored: StoredOutcome | undefined;
}

/** Only an ending is shown when the lead does not wait for this reader; earlier stages are no longer of interest. */
const recordedPage = (
  { agreement }: PageDependencies,
  { grant }: Visit,
  status: number,
  view: RecordedPage,
): HttpResponse => {
  const stored = view.stored !== undefined && isEnding(view.stored) ? view.stored : undefined;
  const rest = { agreement, language: grant.language, mayCorrect: mayCorrect(view.lead, grant) };
  return html(status, outcomeRecordedPage({ refused: false, ...view, ...rest, stored }));
};

export const handler = bindToApi(pageDependencies, record);
