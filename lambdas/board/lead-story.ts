import { readLead } from "../adapters/dynamo-leads.ts";
import { readHistory } from "../adapters/dynamo-story.ts";
import type { DynamoTable } from "../adapters/dynamo-table.ts";
import { marksFor } from "../adapters/dynamo-version-marks.ts";
import type { Agreement } from "../contract/agreement.ts";
import type { LeadAction, LeadStory, StoryEntry } from "../contract/board.ts";
import { markOf } from "../domain/agreement/version-mark.ts";
import { actionsNow, outcomesNow } from "../domain/board/actions-now.ts";
import { type BoardUser, maySee } from "../domain/board/board-user.ts";
import { cardOf } from "../domain/board/card.ts";
import { hasProvenMailbox } from "../domain/erasure/proven-mailbox.ts";
import { isUndecided, type Undecided } from "../domain/escalation/nobody-answered.ts";
import { openClaims } from "../domain/lead/claims.ts";
import { isUnanswered, isWorked, type Lead } from "../domain/lead/lead.ts";
import { heldWish } from "../domain/lead/unconfirmed-forms.ts";
import { consentLedger } from "../domain/nurture/consent-ledger.ts";
import { nameOfPerson } from "../domain/team/owner.ts";
import { inBoth } from "../domain/text/bilingual.ts";
import { ownerNow } from "../follow-up/owner-of.ts";
import { possibleNow } from "../follow-up/store-answer.ts";
import { takersNow } from "../follow-up/takers-now.ts";
import { colleaguesNow } from "../views/board/colleagues-now.ts";
import { editableFieldsOf } from "../views/board/typed-fields.ts";
import { sayClaim } from "../views/page/claim-lines.ts";
import { sayUnconfirmed } from "../views/page/unconfirmed-line.ts";
import { entriesOf } from "../views/story/entries.ts";
import { factsOf } from "../views/story/facts.ts";
import { knownValues } from "../views/story/known-values.ts";
import { nextOf } from "../views/story/next.ts";
import { scoreNow } from "../views/story/scores.ts";
import { sayWhy } from "../views/story/why.ts";
import type { BoardDependencies } from "./board-request.ts";
import { similarTo } from "./similar-leads.ts";

/** The whole story of a lead; `undefined` when there is none, or when this user may not see it. */
export const readLeadStory = async (
  deps: BoardDependencies,
  user: BoardUser,
  leadId: string,
): Promise<LeadStory | undefined> => {
  const { table, agreement } = deps;
  const lead = await readLead(table, leadId);
  if (lead === undefined || !maySee(user, lead)) return undefined;
  const now = deps.now();
  const actions = actionsNow(user.role, lead);
  const [history, owner, possible, similar] = await Promise.all([
    readHistory(table, leadId),
    "followUp" in lead ? ownerNow(deps, lead) : undefined,
    possibleFor(deps, actions, lead, now),
    actions.includes("not-same") ? similarTo(table, user, lead) : [],
  ]);
  return {
    card: cardOf(lead),
    version: lead.version,
    language: lead.language,
    facts: factsOf(lead, agreement),
    histories: knownValues(lead, agreement),
    ...(actions.includes("edit") && { editable: editableFieldsOf(lead, agreement) }),
    similar,
    claims: openClaims(lead).map((claim) => ({
      field: claim.field,
      submissionId: claim.submissionId,
      text: inBoth((language) => sayClaim(claim, lead, language, agreement)),
    })),
    unconfirmed: (lead.unconfirmedForms ?? []).toReversed().map((form) => ({
      submissionId: form.submissionId,
      text: inBoth((language) => sayUnconfirmed(form, language, agreement)),
    })),
    heldWish: sayHeldWish(lead, agreement),
    consents: consentLedger(lead, history.forms).map(({ by, ...entry }) => ({
      ...entry,
      ...(by !== undefined && { by: nameOfPerson(by, agreement) }),
    })),
    why: sayWhy(lead, agreement),
    next: nextOf({ lead, history, owner, now }, agreement),
    fit: scoreNow(history, "fit", lead, agreement),
    familiarity: scoreNow(history, "familiarity", lead, agreement),
    entries: await withVersions(table, entriesOf(lead, history, agreement)),
    isCut: history.isCut,
    ...(isUndecided(lead) && { unanswered: unansweredOf(lead, agreement) }),
    actions,
    ...(actions.includes("export") && { hasProvenMailbox: hasProvenMailbox(lead) }),
    colleagues: colleaguesNow(possible),
    outcomes: outcomesNow(lead),
  };
};

/** Each with the number of the version by which it was decided. */
const withVersions = async (table: DynamoTable, entries: readonly StoryEntry[]): Promise<StoryEntry[]> => {
  const decided = entries.flatMap(({ agreementVersion: version, at }) =>
    version === undefined ? [] : { version, at },
  );
  const marks = await marksFor(table, decided);
  return entries.map((entry) => {
    const mark = entry.agreementVersion === undefined ? undefined : markOf(marks, entry.agreementVersion, entry.at);
    return mark === undefined ? entry : { ...entry, agreement: { number: mark.number, since: mark.since } };
  });
};

const sayHeldWish = (lead: Lead, agreement: Agreement) => {
  const wish = heldWish(lead);
  return wish && inBoth((language) => sayUnconfirmed(wish, language, agreement));
};

const unansweredOf = ({ nobodyAnswered: { since, owners } }: Undecided, agreement: Agreement) => ({
  since,
  owners: [...new Set(owners)].map((id) => ({ id, name: nameOfPerson(id, agreement) })),
});

/** The possible takers, for a user who may reassign, or decide who calls. */
const possibleFor = async (deps: BoardDependencies, actions: readonly LeadAction[], lead: Lead, now: string) => {
  if (actions.includes("decide")) return takersNow(deps, lead, now);
  const mayGive = actions.includes("reassign") || actions.includes("answer");
  return mayGive && (isUnanswered(lead) || isWorked(lead)) ? possibleNow(deps, lead, now) : [];
};
