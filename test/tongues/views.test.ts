import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { explainForBoard } from "../../lambdas/agreement/explain/explain-page.ts";
import { asideKinds } from "../../lambdas/contract/agreed-limits.ts";
import type { Colleague } from "../../lambdas/contract/agreement.ts";
import { RoleSchema } from "../../lambdas/contract/board.ts";
import type { SourceView } from "../../lambdas/contract/board-sources.ts";
import { ImportStateSchema, rowRefusals, unreadableBecause } from "../../lambdas/contract/imports.ts";
import { BilingualSchema, type Language, StageSchema } from "../../lambdas/contract/stages.ts";
import { cardOf } from "../../lambdas/domain/board/card.ts";
import { answerProblems } from "../../lambdas/domain/follow-up/answer-problems.ts";
import { possibleOwners } from "../../lambdas/domain/follow-up/colleagues.ts";
import { importFields } from "../../lambdas/domain/import/import-targets.ts";
import { historySchemas } from "../../lambdas/domain/lead/history.ts";
import { leadAttributes } from "../../lambdas/domain/lead/lead.ts";
import type { TableColumn } from "../../lambdas/domain/list/table.ts";
import { invitationNow } from "../../lambdas/domain/meeting/invitation.ts";
import type { Told } from "../../lambdas/domain/nurture/telling.ts";
import { readerIn } from "../../lambdas/domain/text/when.ts";
import {
  asideColumns,
  attentionColumns,
  attentionRows,
  decisionColumns,
  trailColumns,
  winColumns,
} from "../../lambdas/views/board/export-columns.ts";
import { saySign } from "../../lambdas/views/board/kept-aside.ts";
import { leadColumns } from "../../lambdas/views/board/lead-columns.ts";
import { meOf } from "../../lambdas/views/board/me.ts";
import { newPasswordMail } from "../../lambdas/views/board/new-password-mail.ts";
import { remedyOfBreach, remedyOfFlag, remedyOfRefusal, remedyOfSilence } from "../../lambdas/views/board/remedies.ts";
import { thankYouPage } from "../../lambdas/views/capture/thank-you-page.ts";
import { breachMailForRep, escalationMail } from "../../lambdas/views/escalation/escalation-mail.ts";
import { formerOwnerMail } from "../../lambdas/views/escalation/former-owner-mail.ts";
import { answerPage } from "../../lambdas/views/follow-up/answer-page.ts";
import { answeredPage } from "../../lambdas/views/follow-up/answered-page.ts";
import { reminderMail } from "../../lambdas/views/follow-up/reminder-mail.ts";
import { deadlineFile } from "../../lambdas/views/hand-off/deadline-calendar.ts";
import { handOffMail } from "../../lambdas/views/hand-off/hand-off-mail.ts";
import { importColumns, rowColumns } from "../../lambdas/views/import/import-columns.ts";
import { refusedCsv } from "../../lambdas/views/import/refused-csv.ts";
import { sayUnreadable } from "../../lambdas/views/import/say-unreadable.ts";
import { sayVerdict } from "../../lambdas/views/import/say-verdict.ts";
import { targetLabels } from "../../lambdas/views/import/target-labels.ts";
import { invitationFile } from "../../lambdas/views/meeting/invitation-file.ts";
import { invitationMail } from "../../lambdas/views/meeting/invitation-mail.ts";
import { packMail } from "../../lambdas/views/meeting/pack-mail.ts";
import { acknowledgementMail } from "../../lambdas/views/nurture/acknowledgement-mail.ts";
import { confirmMail } from "../../lambdas/views/nurture/confirm-mail.ts";
import { confirmPage } from "../../lambdas/views/nurture/confirm-page.ts";
import { nurtureMail } from "../../lambdas/views/nurture/nurture-mail.ts";
import { unsubscribedPage, unsubscribePage } from "../../lambdas/views/nurture/unsubscribe-page.ts";
import { visitPage } from "../../lambdas/views/nurture/visit-page.ts";
import { floodMail } from "../../lambdas/views/outcome/flood-mail.ts";
import { nobodyAnsweredMail } from "../../lambdas/views/outcome/nobody-answered-mail.ts";
import { askOutcomeMail } from "../../lambdas/views/outcome/outcome-mail.ts";
import { outcomePage } from "../../lambdas/views/outcome/outcome-page.ts";
import { outcomeRecordedPage } from "../../lambdas/views/outcome/outcome-recorded-page.ts";
import { proposalMail } from "../../lambdas/views/outcome/proposal-mail.ts";
import { rejectedMail } from "../../lambdas/views/outcome/rejected-mail.ts";
import { salesIsFullMail } from "../../lambdas/views/outcome/sales-is-full-mail.ts";
import { shorterClockMail } from "../../lambdas/views/outcome/shorter-clock-mail.ts";
import { stageLimitMail } from "../../lambdas/views/outcome/stage-limit-mail.ts";
import { leadUnreachedMail, undeliveredMail } from "../../lambdas/views/outcome/unreached-mails.ts";
import { wonMail } from "../../lambdas/views/outcome/won-mail.ts";
import { wroteAgainMail } from "../../lambdas/views/outcome/wrote-again-mail.ts";
import { claimLines } from "../../lambdas/views/page/claim-lines.ts";
import { sayUnconfirmed } from "../../lambdas/views/page/unconfirmed-line.ts";
import { unknownReferencePage } from "../../lambdas/views/page/unknown-reference-page.ts";
import { exportMail } from "../../lambdas/views/person/export-mail.ts";
import { askExportPage, tooLargeExportPage, usedExportPage } from "../../lambdas/views/person/export-page.ts";
import { personFiles } from "../../lambdas/views/person/person-files.ts";
import { fieldWords } from "../../lambdas/views/person/person-words.ts";
import { sourceColumns, unreadColumns } from "../../lambdas/views/source/source-columns.ts";
import { sayUnread } from "../../lambdas/views/source/unread-words.ts";
import { entriesOf } from "../../lambdas/views/story/entries.ts";
import { factsOf } from "../../lambdas/views/story/facts.ts";
import { knownValues } from "../../lambdas/views/story/known-values.ts";
import { nextOf } from "../../lambdas/views/story/next.ts";
import { settingsPage } from "../../lambdas/views/team/settings-page.ts";
import { aLead } from "../builders/lead.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { aFullPack } from "../builders/pack.ts";
import { aProposal } from "../builders/proposal.ts";
import { aRepNow } from "../builders/rep-now.ts";
import { tonguesOf } from "./other-tongue.ts";
import {
  agreement,
  decision,
  differs,
  engagements,
  familiarity,
  fit,
  history,
  items,
  known,
  lead,
  reasons,
  typed,
} from "./rich-lead.ts";
import { seenOfHtml, seenOfMail } from "./seen.ts";

const { terms } = agreement;
const { company, team, sla } = terms;
const [rep, otherRep] = team.reps;
const [manager] = team.managers;
const [content] = terms.nurture.content;
if (rep === undefined || otherRep === undefined || manager === undefined || content === undefined)
  throw new Error("the shipped agreement has a team and contents");

const tongues = tonguesOf(agreement);
const link = "https://api.example/answers/k.r.s";
const links = { page: link, accept: link, reject: link };
const reader = <C extends Colleague>(colleague: C, language: Language): C => ({ ...colleague, language });
const list = { known: engagements, inAll: engagements.length };
const isSent = [{ title: content.title, url: link }];
const tellings: Told[] = [
  { is: "call", by: now },
  { is: "write", by: now },
  ...(["waits", "passedOn", "notYet", "notForUs"] as const).map((is) => ({ is })),
];
const form = { submissionId: "form-1", at: now, kinds: terms.familiarity.map(({ kind }) => kind) };
const worked = aLead("opportunity", { ...known, limitAt: daysFromNow(-1), followUp: { ownerId: rep.id } });
/** People and companies of the pack, and what colleagues wrote. */
const inTheirHistory = {
  aside: { kind: "network", at: now },
  override: { verdict: "not-yet", reason: typed.note, by: "irene", at: now },
  nobodyAnswered: { cycle: 1, at: now, since: now, owners: ["marta"], settledAt: now },
  deals: [{ cycle: 1, wonAt: now, ownerId: "marta", amount: 1200, currency: "USD" }],
  asideReason: ["too-fast"],
  sourceId: "google-ads",
};
const pack = aFullPack(agreement);
const inPack = [
  ...[...pack.wins, ...pack.breaches, ...pack.rejected, ...pack.stuck].flatMap(({ title }) => title.es.split(/[()]/)),
  ...pack.decisions.map(({ text }) => text),
  "Que vuelva en marzo, con el presupuesto nuevo",
  // The hash of the version stands beside its number.
  pack.agreement?.version ?? "",
].map((text) => text.trim());
const page = { company: company.name };
const request = (language: Language) => ({
  method: "GET",
  path: "/",
  headers: { "accept-language": language },
  query: new URLSearchParams(),
  body: new Uint8Array(),
});

/** Every view by the name of its file, as a reader of the language sees it: fragments of HTML, mails, texts. */
const views: Record<string, (language: Language) => readonly string[]> = {
  "board/new-password-mail": (language) =>
    seenOfMail(newPasswordMail({ user: "marta", email: rep.email, language, company: company.name, link })),
  "capture/thank-you-page": (language) =>
    seenOfHtml(thankYouPage({ language, ...page, promised: ["content", "answer", "nothing"] })),
  "escalation/escalation-mail": (language) =>
    [1, 2, 3, 4].flatMap((level) => {
      const breach = { lead, rep: reader(rep, language), agreement, link, level, now: daysFromNow(4) };
      const recipient = reader(manager, language);
      return [...seenOfMail(breachMailForRep(breach)), ...seenOfMail(escalationMail({ ...breach, recipient }))];
    }),
  "escalation/former-owner-mail": (language) =>
    ["reassigned:breach", "reassigned:away", "reassigned:left", "reassigned:unreachable", "passed-on"].flatMap(
      (because) =>
        seenOfMail(
          formerOwnerMail({ lead: { ...lead, because }, former: reader(rep, language), owner: otherRep, agreement }),
        ),
    ),
  "follow-up/answer-page": (language) =>
    [undefined, ...Object.keys(answerProblems)].flatMap((problem) =>
      seenOfHtml(
        answerPage({
          lead,
          agreement,
          owner: rep,
          reader: reader(rep, language),
          possible: possibleOwners(
            lead,
            team.reps.map((each) => aRepNow(each, 9)),
            agreement,
            now,
          ),
          gateReasons: reasons,
          typed: {},
          problem: (Object.keys(answerProblems) as (keyof typeof answerProblems)[]).find((each) => each === problem),
          now,
        }),
      ),
    ),
  "follow-up/answered-page": (language) =>
    [
      ...history.answers.map((answer) => ({ is: "answered", answer }) as const),
      { is: "passed-on", ownerId: otherRep.id, answer: undefined } as const,
      { is: "returned", at: now } as const,
      { is: "moved-on", at: now } as const,
    ].flatMap((settled) =>
      [false, true].flatMap((refused) =>
        seenOfHtml(answeredPage({ lead: worked, agreement, reader: { ...rep, language }, settled, refused })),
      ),
    ),
  "follow-up/reminder-mail": (language) =>
    seenOfMail(reminderMail({ lead, rep: reader(rep, language), agreement, link, now })),
  "hand-off/hand-off-mail": (language) =>
    seenOfMail(
      handOffMail({
        lead: aLead("assigned", { ...known, cycle: 2, followUp: { ownerId: rep.id } }),
        rep: reader(rep, language),
        agreement,
        gateReasons: decision.reasons,
        fit: fit.lines,
        familiarity: familiarity.lines,
        engagements: list,
        facts: [...history.answers, ...history.outcomes].map((fact) => ({ ...fact, cycle: 1 })),
        forms: items.submission.slice(0, 1).map((each) => ({ ...history.forms[0], ...each })) as never,
        links,
        now,
      }),
    ),
  "import/refused-csv": (language) =>
    rowRefusals.flatMap((because) =>
      refusedCsv([{ row: 2, cells: [], verdict: { is: "refused", because, field: "email" } }], language).split(
        /[;,\r\n]+/,
      ),
    ),
  "meeting/invitation-mail": (language) =>
    (["REQUEST", "CANCEL"] as const).flatMap((method) => {
      const to = { ...manager, language };
      const invitation = invitationNow(undefined, agreement, now);
      return seenOfMail(invitationMail({ invitation, method, reader: to, attendees: [to], agreement, boardUrl: link }));
    }),
  "meeting/pack-mail": (language) =>
    seenOfMail(
      packMail({
        pack,
        reader: { ...manager, language },
        agreement,
        publicUrl: link,
        pictures: [],
      }),
    ),
  "nurture/acknowledgement-mail": (language) =>
    tellings.flatMap((told) =>
      seenOfMail(
        acknowledgementMail({
          lead: { ...lead, language },
          agreement,
          telling: { form, told },
          content: isSent,
          unsubscribeUrl: link,
        }),
      ),
    ),
  "nurture/confirm-mail": (language) =>
    (["form", "consent"] as const).flatMap((about) =>
      ([undefined, "colleague", "list"] as const).flatMap((noted) =>
        seenOfMail(
          confirmMail({
            lead: { ...lead, language },
            agreement,
            about,
            at: now,
            form: { contact: lead.contact, ...(noted && { noted }) },
            consents: lead.consents,
            content: isSent,
            confirmUrl: link,
            unsubscribeUrl: link,
          }),
        ),
      ),
    ),
  "nurture/confirm-page": (language) =>
    (["open", "confirmed", "ended", "undeliverable"] as const).flatMap((state) =>
      (["form", "consent"] as const).flatMap((about) =>
        seenOfHtml(confirmPage({ state, about, agrees: true, language, agreement, differs })),
      ),
    ),
  "nurture/nurture-mail": (language) =>
    terms.nurture.content.flatMap((each) =>
      seenOfMail(
        nurtureMail({
          lead: aLead("nurturing", { ...known, language }),
          content: each,
          agreement,
          contentUrl: link,
          unsubscribeUrl: link,
        }),
      ),
    ),
  "nurture/unsubscribe-page": (language) => [
    ...seenOfHtml(unsubscribePage({ language, ...page })),
    ...seenOfHtml(unsubscribedPage({ language, ...page })),
  ],
  "nurture/visit-page": (language) =>
    seenOfHtml(
      visitPage({ language, ...page, content: content.id, title: content.title[language], url: link, reference: "r" }),
    ),
  "outcome/flood-mail": (language) =>
    seenOfMail(
      floodMail({
        recipient: reader(team.marketing, language),
        flood: {
          at: now,
          forms: 700,
          kinds: asideKinds.map((kind) => ({ kind, count: 100 })),
          sample: { looked: 50, networks: 3, texts: 7, domains: [{ domain: "flood.example", count: 9 }] },
        },
        agreement,
        board: link,
      }),
    ),
  "outcome/proposal-mail": (language) =>
    (["proposed", "signed", "agreed", "withdrawn", "refused"] as const).flatMap((is) =>
      [true, false].flatMap((isSigner) =>
        seenOfMail(
          proposalMail({
            recipient: reader(team.director, language),
            proposal: {
              ...aProposal({ title: typed.note, why: typed.note, ...(isSigner && { counters: "20260310" }) }),
              becomes: { number: 2, version: "bbbbbbbbbbbb", since: daysFromNow(1) },
              ended: { by: "irene", byName: "Irene Salas", at: now, reason: typed.note },
            },
            step: { is, by: "irene", byName: "Irene Salas", at: now },
            changes: Array.from({ length: 17 }, () => ({
              es: "MQL: antes 50, ahora 44",
              en: "MQL: was 50, is now 44",
            })),
            isSigner,
            agreement,
            board: link,
          }),
        ),
      ),
    ),
  "outcome/nobody-answered-mail": (language) =>
    seenOfMail(
      nobodyAnsweredMail({
        lead: {
          ...aLead("nurturing", known),
          nobodyAnswered: { cycle: 1, at: now, since: daysFromNow(-9), owners: [rep.id, otherRep.id] },
        },
        recipient: reader(team.director, language),
        agreement,
        publicUrl: link,
      }),
    ),
  "outcome/outcome-mail": (language) =>
    seenOfMail(askOutcomeMail({ lead: worked, rep: reader(rep, language), agreement, link })),
  "outcome/outcome-page": (language) =>
    (
      ["choice-missing", "amount-not-a-number", "currency-unknown", "reason-missing", "reason-unknown"] as const
    ).flatMap((problem) =>
      seenOfHtml(outcomePage({ lead: worked, agreement, language, typed: { outcome: "lost" }, problem })),
    ),
  "outcome/outcome-recorded-page": (language) =>
    history.outcomes.flatMap((outcome) =>
      [false, true].flatMap((refused) =>
        seenOfHtml(
          outcomeRecordedPage({
            lead: aLead("won", known),
            agreement,
            language,
            stored: outcome as never,
            refused,
            mayCorrect: true,
          }),
        ),
      ),
    ),
  "outcome/rejected-mail": (language) => {
    const inTheirs = {
      ...agreement,
      terms: { ...terms, team: { ...team, marketing: reader(team.marketing, language) } },
    };
    const turned = [
      ...sla.sales.rejectReasons.map(({ id }) => ({ kind: "rejected", reason: id }) as const),
      ...sla.sales.rejectReasons.map(({ id }) => ({ kind: "recycled", reason: id }) as const),
      ...sla.sales.lostReasons.map(({ id }) => ({ kind: "lost", reason: id }) as const),
    ];
    return turned.flatMap((fact) =>
      seenOfMail(
        rejectedMail({
          lead: { ...lead, recycled: { ...known.recycled, reason: fact.reason } },
          fact: { ...fact, at: now, by: rep.name, corrects: true, note: typed.note },
          gateReasons: reasons,
          agreement: inTheirs,
        }),
      ),
    );
  },
  "outcome/sales-is-full-mail": (language) =>
    seenOfMail(
      salesIsFullMail({
        recipient: reader(manager, language),
        waiting: 3,
        orMore: true,
        team: team.reps.map((each) => aRepNow(each, 9)),
        agreement,
      }),
    ),
  "outcome/shorter-clock-mail": (language) =>
    seenOfMail(
      shorterClockMail({
        lead,
        owner: rep,
        recipient: reader(rep, language),
        requested: form.kinds,
        agreement,
        publicUrl: link,
      }),
    ),
  "outcome/stage-limit-mail": (language) =>
    [rep, manager].flatMap((recipient) =>
      seenOfMail(stageLimitMail({ lead: worked, rep, recipient: reader(recipient, language), agreement, link, now })),
    ),
  "outcome/unreached-mails": (language) => [
    ...(["hand-off", "reminder"] as const).flatMap((purpose) =>
      seenOfMail(undeliveredMail({ lead, owner: rep, recipient: reader(manager, language), purpose }, agreement)),
    ),
    ...(["bounced", "complained"] as const).flatMap((because) =>
      seenOfMail(leadUnreachedMail(lead, reader(rep, language), { because, at: now, code: "5.1.1" }, agreement)),
    ),
  ],
  "outcome/won-mail": (language) =>
    seenOfMail(
      wonMail({
        lead: aLead("won", {
          ...known,
          amount: 12_500.5,
          createdAt: daysFromNow(-60),
          qualifiedAt: daysFromNow(-40),
          acceptedAt: daysFromNow(-30),
        }),
        recipient: reader(team.director, language),
        closedBy: rep.name,
        wonAt: now,
        origin: {
          pageUrl: "https://www.anaquel.example/es/demo",
          utm: { source: "newsletter", medium: "email", campaign: typed.campaign },
        },
        read: terms.nurture.content.map(({ id }) => id),
        agreement,
      }),
    ),
  "outcome/wrote-again-mail": (language) =>
    (["won", "lost", "accepted"] as const).flatMap((stage) =>
      seenOfMail(
        wroteAgainMail({
          lead: aLead(stage, known),
          owner: rep,
          recipient: reader(manager, language),
          agreement,
          publicUrl: link,
        }),
      ),
    ),
  "page/page": () => [],
  "page/unknown-reference-page": (language) => seenOfHtml(unknownReferencePage(request(language), company.name)),
  "person/export-mail": (language) =>
    seenOfMail(exportMail({ lead: { ...lead, language }, agreement, url: link, until: now })),
  "person/export-page": (language) =>
    [askExportPage, usedExportPage, tooLargeExportPage].flatMap((of) => seenOfHtml(of({ language, ...page }))),
  "person/person-page": (language) =>
    seenOfHtml(
      personFiles(
        { email: lead.email, leadId: lead.leadId, kept: { ...items, lead: [{ ...lead, ...inTheirHistory }] } },
        agreement,
        readerIn(language, agreement),
        now,
      ).page,
    ),
  "team/settings-page": (language) =>
    seenOfHtml(
      settingsPage({
        agreement,
        language,
        reader: manager.id,
        reps: team.reps.map((each) => ({
          rep: each,
          asManager: true,
          settings: {
            version: 1,
            absences: [{ from: "2026-04-01", to: "2026-04-02" }],
            capacity: { newPerWeek: 3 },
            by: manager.id,
            at: now,
          },
          load: { open: 1, newThisWeek: 2 },
          today: "2026-03-10",
        })),
      }),
    ),
  "agreement/explain": (language) => saidIn(explainForBoard(agreement), language),
  "hand-off/deadline-calendar": (language) =>
    deadlineFile({ lead, language, agreement, when: "", page: link, now }).content.split(/\r\n|\\n|[A-Z-]+[:;]/),
  "meeting/invitation-file": (language) => {
    const to = { ...manager, language };
    const invitation = invitationNow(undefined, agreement, now);
    const file = invitationFile({
      invitation,
      method: "REQUEST",
      reader: to,
      attendees: [to],
      agreement,
      boardUrl: link,
    });
    return [...file.matchAll(/^(?:SUMMARY|DESCRIPTION):(.*(?:\r\n .*)*)/gm)].map(([, text = ""]) =>
      text.replace(/\r\n /g, ""),
    );
  },
  "board/lead-columns": (language) =>
    StageSchema.options.flatMap((stage) => {
      const listed = aLead(stage, sourced);
      return cellsOf(leadColumns(agreement, language), [{ card: cardOf(listed), contact: listed.contact }]);
    }),
  "source/source-columns": (language) => [
    ...cellsOf(sourceColumns(agreement, language), [aSourceView]),
    ...cellsOf(unreadColumns(agreement, language), [
      { source: aSourceView, entry: { id: "1", at: now, reason: sayUnread("body-gone") } },
    ]),
  ],
  "import/import-columns": (language) => [
    ...cellsOf(
      importColumns(agreement, language),
      ImportStateSchema.options.map((state) => ({
        importId: "1",
        state,
        by: rep.id,
        at: now,
        fileName: typed.note,
        origin: "fair",
      })),
    ),
    ...cellsOf(rowColumns([], language), [
      {
        row: 2,
        verdict: { is: "refused", because: "duplicate-in-list", ofRow: 1 },
        says: sayVerdict({ is: "refused", because: "duplicate-in-list", ofRow: 1 }),
      },
    ]),
  ],
  "board/export-columns": (language) => [
    ...cellsOf(attentionColumns(agreement, language), attentionRows(attention)),
    ...cellsOf(asideColumns(agreement, language), [
      { id: "1", at: now, email: lead.email, reasons: [saySign("too-fast")] },
    ]),
    ...cellsOf(winColumns(agreement, language), [{ card: cardOf(aLead("won", sourced)), createdAt: daysFromNow(-9) }]),
    ...cellsOf(trailColumns(agreement, language), steps),
    ...cellsOf(decisionColumns(agreement, language), pack.decisions),
  ],
  "board/me": (language) => saidIn(meOf({ user: "olga", role: "manager" }, agreement, ["fair"]), language),
  "board/remedies": (language) =>
    saidIn(
      [
        remedyOfFlag("x"),
        remedyOfRefusal(rep.name, manager.name),
        remedyOfSilence,
        remedyOfBreach(rep.name, manager.name),
      ],
      language,
    ),
  "import/say-verdict": (language) =>
    saidIn(
      [
        ...rowRefusals.map((because) => sayVerdict({ is: "refused", because, ofRow: 3 }, terms.fields)),
        sayVerdict(
          {
            is: "known",
            leadId: "1",
            fills: [...importFields, "erp"],
            differs: ["industry", "warehouses"],
            consent: "not-understood",
            mail: "unsubscribed",
            notes: [{ field: "erp", because: "ambiguous-date" }],
          },
          terms.fields,
        ),
        ...unreadableBecause.map((because) => sayUnreadable(because)),
        ...[...importFields, "other", "ignore"].map(targetLabels),
      ],
      language,
    ),
  "story/next": (language) =>
    StageSchema.options.flatMap((stage) =>
      saidIn(nextOf({ lead: aLead(stage, known), history, owner: rep, now }, agreement), language),
    ),
  "story/facts": (language) =>
    factsOf(lead, agreement).flatMap(({ label, value, said }) => [label[language], said?.[language] ?? value]),
  "story/known-values": (language) => saidIn(knownValues(lead, agreement), language),
  "page/claim-lines": (language) => claimLines(lead, language, agreement),
  "page/unconfirmed-line": (language) =>
    (lead.unconfirmedForms ?? []).map((each) => sayUnconfirmed(each, language, agreement)),
  "story/entries": (language) =>
    entriesOf(lead, history, agreement).flatMap(({ title, details }) =>
      [title, ...details].map((said) => said[language]),
    ),
};

/** Identifiers, counters and positions of ours. */
const onlyInFile =
  "again agreementVersion asked beyond bouncesInARow claimedAt correlationId currency cycle demo engagementId firstForm " +
  "handOffMail hurried importId isLimited laneFullAt leadId level limitTold matched needsAttention notSame nurture of " +
  "refusedHandOffs sk submissionId turn undoes unknownVerdicts untold version wokenBy";

/** A user, a section of the runbook, kinds of files. */
const namesOfOurs = ["olga", "Needs attention", "docs/runbook.md", ".xlsx", ".xls"];

/** All that a value says in both languages, in this one. */
const saidIn = (value: unknown, language: Language): string[] => {
  if (typeof value !== "object" || value === null) return [];
  const said = BilingualSchema.safeParse(value);
  return said.success ? [said.data[language]] : Object.values(value).flatMap((each) => saidIn(each, language));
};

const cellsOf = <Row>(columns: readonly TableColumn<Row>[], rows: readonly Row[]): string[] =>
  columns.flatMap(({ label, cell }) => [label, ...rows.map((row) => String(cell(row) ?? ""))]);

const sourced = { ...known, source: "calendly", leadId: "lead-1" };
const counts = { received: 1, accepted: 1, aside: 0, tests: 0, engagements: 0, refused: 0 };
const [formTool = { id: "", label: { es: "", en: "" } }] = terms.sources ?? [];
const aSourceView: SourceView = {
  id: "1",
  label: formTool.label,
  tool: typed.note,
  isUntried: false,
  proof: "signed",
  address: link,
  steps: [],
  needs: [],
  toolMakes: [],
  secrets: [],
  today: counts,
  week: counts,
  unread: { count: 1, entries: [] },
};
const attention = {
  asOf: now,
  flagged: [{ card: cardOf(aLead("captured", known)), error: "x", at: now, remedy: remedyOfFlag("x") }],
  refused: [],
  unanswered: [],
  breached: [],
  moreUnanswered: false,
  moreBreached: false,
  orphans: [],
  deadLetters: [],
};
const deeds = [
  ...["answer", "edit", "erase"].map((action) => ({ did: "changed", by: `leads/${action}` }) as const),
  ...(["opened", "searched", "exported"] as const).map((did) => ({ did, by: "board" })),
];
const steps = RoleSchema.options.flatMap((role) =>
  deeds.map((deed) => ({
    ...deed,
    user: "olga",
    role,
    filters: "stage=handed-off grade=A1 source=fair owner=marta verdict=refused",
    rows: 3,
    firstAt: now,
    lastAt: now,
    times: 1,
  })),
);

describe("the words of what people read", () => {
  it.each(Object.keys(views))("are of one language, without codes, in %s", (name) => {
    const view = views[name] ?? (() => []);
    expect(
      tongues.wrongIn({ es: view("es"), en: view("en") }, [...Object.values(typed), ...inPack, ...namesOfOurs]),
    ).toEqual([]);
  });

  it.each([
    ["a code of the agreement", { es: ["Etapa: handed-off"], en: ["Stage: Handed off"] }],
    ["a code that is an English word", { es: ["Sector: food"], en: ["Industry: Food"] }],
    ["a label of the other language", { es: ["Etapa: Entregado a ventas"], en: ["Stage: Entregado a ventas"] }],
    ["a sentence in one language only", { es: ["Nothing to report"], en: ["Nothing to report"] }],
  ])("would be found wrong with %s", (_, seen) => {
    expect(tongues.wrongIn(seen, [])).not.toEqual([]);
  });

  it("may have what people wrote, and what both languages call the same", () => {
    const seen = { es: ["ERP: SAP", "Nota: «food, please»"], en: ["ERP: SAP", "Note: “food, please”"] };
    expect(tongues.wrongIn(seen, ["food, please"])).toEqual([]);
  });

  it("name every field of a person, or leave it to the file", () => {
    const fields = [...leadAttributes, ...Object.values(historySchemas).flatMap(({ shape }) => Object.keys(shape))];
    const unnamed = [...new Set(fields)].filter((field) => fieldWords[field] === undefined);
    expect(unnamed.sort()).toEqual(onlyInFile.split(" ").sort());
  });

  it("are looked at in every page and mail that there is", () => {
    const files = readdirSync("lambdas/views", { recursive: true, encoding: "utf8" })
      .filter((file) => /-(mail|mails|page|csv|file|columns)\.ts$/.test(file))
      .map((file) => file.replaceAll("\\", "/").slice(0, -3));
    expect(files.filter((name) => views[name] === undefined)).toEqual(["mail/colleague-mail", "mail/compose-mail"]);
  });
});
