import { decisionWrite } from "../adapters/dynamo-decisions.ts";
import { signal } from "../adapters/dynamo-leads.ts";
import { moveWrites } from "../adapters/dynamo-moves.ts";
import { countPending } from "../adapters/dynamo-pending.ts";
import { markConfirmed, readSentForm, type SentForm } from "../adapters/dynamo-sent-forms.ts";
import { liftSuppression, readSuppression } from "../adapters/dynamo-suppressions.ts";
import { type NamedWrite, transact } from "../adapters/dynamo-table.ts";
import { log } from "../adapters/logger.ts";
import { applyEngagements } from "../domain/capture/apply-submission.ts";
import { fastLaneWish, withShorterClock } from "../domain/follow-up/shorten-clock.ts";
import { type HttpResponse, html } from "../domain/http/http.ts";
import { differing, withConfirmed } from "../domain/lead/claims.ts";
import { isUnanswered, type Lead } from "../domain/lead/lead.ts";
import { dueInStage } from "../domain/lead/next-due.ts";
import { confirmable, confirmed, isOfForm, openConsents } from "../domain/nurture/confirm.ts";
import { isLifted } from "../domain/nurture/suppression.ts";
import { requestedKinds } from "../domain/text/requested-kind.ts";
import { ownerNow } from "../follow-up/owner-of.ts";
import { bindToApi } from "../http/bind-to-api.ts";
import { type PageDependencies, pageDependencies, referencePage, type Visit } from "../http/reference-page.ts";
import { sayShortened } from "../views/follow-up/shortened.ts";
import { type ConfirmPage, confirmPage } from "../views/nurture/confirm-page.ts";

/**
 * The page where the owner of the address confirms the form that its link was mailed for: that they sent it, so that what it
 * asks for counts; its consent; and of the values that differ from what is known those that they tick.
 */
export const confirm = (deps: PageDependencies) =>
  referencePage(deps, "confirm", {
    show: async (visit) => {
      const found = await findFor(deps, visit);
      return shown(deps, visit, found, found.state === "open" ? found.differs : []);
    },
    act: (visit) => act(deps, visit),
  });

/** The form that the link was mailed for, and how it stands; links of earlier releases name none. */
const findFor = async ({ table, agreement }: PageDependencies, { lead, leadId, grant }: Visit) => {
  const { submissionId, content: consentAt } = grant;
  const link = { submissionId, consentAt };
  const form = submissionId === undefined ? undefined : await readSentForm(table, leadId, submissionId);
  const state = confirmable(lead, agreement, link, form);
  return { link, form, state, differs: form === undefined ? [] : differing(lead, form) };
};

/** @returns `undefined` when another writer came first. */
const act = async (deps: PageDependencies, visit: Visit): Promise<HttpResponse | undefined> => {
  const { table, agreement } = deps;
  const { lead, leadId, correlationId } = visit;
  const { link, form, state, differs } = await findFor(deps, visit);
  if (state !== "open") return shown(deps, visit, { state, form }, [], state === "confirmed" ? 200 : 409);
  const now = deps.now();
  const ticked = new Set(visit.form.getAll("fact"));
  const source = { from: "link", id: form?.submissionId, at: now } as const;
  const values = differs.filter(({ field }) => ticked.has(field));
  const heard = confirmed(withConfirmed(lead, values, source), agreement, now, link);
  const reception = { now, nextDueAt: dueInStage("captured", agreement, now), did: form?.at };
  const next = form === undefined ? heard : await hurry(deps, applyEngagements(heard, reception), form, now);
  const suppression = lead.unsubscribedAt === undefined ? undefined : await readSuppression(table, lead.email);
  const outcome = await transact(table, [
    ...moveWrites(table, lead, next, now),
    ...(form === undefined
      ? []
      : [
          markConfirmed(table, leadId, form.submissionId, now),
          ...(await countPending(table, next, form, agreement, now)),
        ]),
    ...storyOf(deps, next, now),
    ...(isLifted(suppression, next) ? [liftSuppression(table, lead.email, now)] : []),
    signal(table, leadId),
  ]);
  if (!outcome.done) return undefined;
  log.info("A lead confirmed a form", { code: "form-confirmed", leadId, values: values.length, correlationId });
  return shown(deps, visit, { state: "confirmed", form }, []);
};

/** Who owes an answer must answer sooner when the lead has now confirmed that it asks for something that must not wait. */
const hurry = async (deps: PageDependencies, lead: Lead, form: SentForm, now: string): Promise<Lead> => {
  const { agreement } = deps;
  const confirmedForm = { ...form, kinds: requestedKinds(form.contact.interest) };
  if (!isUnanswered(lead) || fastLaneWish(confirmedForm, agreement, now) === undefined) return lead;
  return withShorterClock(lead, confirmedForm, await ownerNow(deps, lead), agreement, now);
};

const storyOf = ({ table, agreement }: PageDependencies, lead: Lead, now: string): NamedWrite[] => {
  if (lead.hurried?.at !== now) return [];
  const reasons = [sayShortened(agreement)];
  const { version: agreementVersion } = agreement;
  return [decisionWrite(table, lead, { at: now, of: "clock", verdict: "shortened", reasons, agreementVersion })];
};

const shown = (
  { agreement }: PageDependencies,
  { grant, lead }: Visit,
  { state, form }: { readonly state: ConfirmPage["state"]; readonly form: SentForm | undefined },
  differs: ConfirmPage["differs"],
  status = 200,
): HttpResponse => {
  const link = { submissionId: grant.submissionId, consentAt: grant.content };
  const ofConsent = !isOfForm(link);
  // The mail asks whose the form is. About the consent alone are links of earlier releases, what a colleague noted, and why
  // one has ended.
  const isAlone = grant.submissionId === undefined || form?.noted !== undefined || state === "ended";
  const about = ofConsent && isAlone ? "consent" : "form";
  const agrees = (ofConsent && lead.declinedAt === undefined) || openConsents(lead, agreement, link).length > 0;
  return html(status, confirmPage({ state, about, agrees, language: grant.language, agreement, differs }));
};

export const handler = bindToApi(pageDependencies, confirm);
