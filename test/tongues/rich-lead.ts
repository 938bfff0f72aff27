/** One lead with everything that the shipped agreement knows, and the codes of it, as the table keeps them. */
import { waysByHand, waysOfConsent } from "../../lambdas/contract/by-hand.ts";
import { mailKinds } from "../../lambdas/contract/mail.ts";
import { StageSchema } from "../../lambdas/contract/stages.ts";
import { decideAtGate } from "../../lambdas/domain/gate/decide-at-gate.ts";
import { differing } from "../../lambdas/domain/lead/claims.ts";
import type { History } from "../../lambdas/domain/lead/history.ts";
import { historySchemas } from "../../lambdas/domain/lead/history.ts";
import { sumsOf } from "../../lambdas/domain/score/familiarity-sums.ts";
import { scoreFamiliarity } from "../../lambdas/domain/score/score-familiarity.ts";
import { scoreFit } from "../../lambdas/domain/score/score-fit.ts";
import { aLead } from "../builders/lead.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { shippedAgreement } from "../builders/shipped-agreement.ts";

export const agreement = shippedAgreement();
const { terms } = agreement;
const { sales } = terms.sla;

/** What the person, or a colleague, wrote: it stands as it was written. */
export const typed = {
  name: "Inés Otero",
  company: "Talleres Norte",
  jobTitle: "Directora de logística",
  otherJob: "Estudiante",
  region: "Zaragoza",
  message: "Quisiera saber cuánto tarda la puesta en marcha.",
  note: "Hablar con Berta en mayo",
  campaign: "otoño-26",
  said: "Sí, quiero",
  text: "v-7",
  other: "Cómo nos conoció",
  otherValue: "Por un cliente",
  phone: "+34 910 000 000",
  subject: "/precios",
};
const contact = {
  name: typed.name,
  company: typed.company,
  jobTitle: typed.jobTitle,
  phone: typed.phone,
  companySize: 201,
  industry: "Logística",
  country: "DE",
  region: typed.region,
  interest: "demo, guide, pricing",
  message: typed.message,
  own: { warehouses: 3, erp: "other" },
  readAs: [{ field: "companySize", value: 201, upTo: 500 }],
};
const otherContact = { industry: "food", country: "ES", interest: "quote", companySize: 1000 };
const language = "en";
const claimed = { ...otherContact, language };
const consent = { purpose: terms.nurture.consentPurpose, textVersion: typed.text, at: daysFromNow(-1) };

export const known = {
  contact,
  email: "ines@talleresnorte.example",
  source: "fair",
  scores: {
    fit: 60,
    familiarity: 42,
    persona: "operations",
    grade: "A1",
    matched: ["decides", "mid-sized", "demo-requested"],
  },
  segment: "several-sites",
  lane: "fast" as const,
  consents: [consent, { ...consent, at: now, by: "marta", how: "in-person" as const, said: typed.said }],
  claims: Object.entries(claimed).map(([field, value]) => ({
    field,
    value,
    from: "form" as const,
    id: "form-2",
    submissionId: "form-2",
    at: now,
  })),
  unconfirmedForms: [{ submissionId: "form-3", at: now, kinds: ["form-submitted", "quote-requested"] }],
  recycled: { reason: "too-early", at: daysFromNow(-9), coolUntil: daysFromNow(50), programme: "when-the-time-comes" },
  undeliverable: { because: "bounced" as const, at: now, code: "5.1.1" },
} satisfies Parameters<typeof aLead<"handed-off">>[1];

export const lead = aLead("handed-off", {
  ...known,
  cycle: 2,
  because: "rep-told",
  followUp: { ownerId: "marta", earlier: ["nuria"], turn: 1 },
});

export const engagements = terms.familiarity.map(({ kind }, i) => ({
  engagementId: `e-${i}`,
  kind,
  at: daysFromNow(-1 - i / 10),
  subject: typed.subject,
  cycle: 2,
}));
export const fit = scoreFit(lead, terms);
const sums = sumsOf(engagements, terms);
export const familiarity = scoreFamiliarity(sums, terms, now);
const applicant = { lead, fit, familiarity: { ...familiarity, sums } };
export const decision = decideAtGate(applicant, agreement, now);
const otherDecisions = [
  { ...contact, jobTitle: typed.otherJob },
  { ...contact, country: "US" },
  { companySize: 3 },
].map((other) =>
  decideAtGate(
    {
      ...applicant,
      lead: { ...lead, recycled: undefined, contact: other },
      familiarity: { ...applicant.familiarity, points: 0, hot: false },
    },
    agreement,
    now,
  ),
);
export const reasons = [decision, ...otherDecisions].flatMap(({ reasons: all, missing }) => [...all, ...missing]);

/** Of a lead; a meeting is nobody's. */
const purposes = Object.keys(mailKinds).filter((purpose) => !purpose.startsWith("meeting-"));
const at = (i: number): string => daysFromNow(-8 + i / 50);
const causes = [
  ...[
    "form-submitted",
    "imported",
    "added-by-colleague",
    "engaged-again",
    "form-confirmed",
    "consent-confirmed",
    "gate-passed",
  ],
  ...["gate-not-yet", "gate-cooled", "gate-disqualified", "gate-overridden", "rep-chosen", "no-rep-free", "rep-told"],
  ...["accepted", "passed-on", "reassigned:left", "reassigned:away", "reassigned:unreachable", "reassigned:breach"],
  ...[
    "stayed-silent",
    "recycled-by-hand",
    "new-deal",
    "corrected",
    "nobody-followed-up",
    "sales-qualified",
    "opportunity",
    "won",
    "lost",
  ],
  ...sales.rejectReasons.flatMap(({ id }) => [`rejected:${id}`, `recycled:${id}`]),
];
const theirs = { leadId: lead.leadId, cycle: 2, ownerId: "marta" };

/** Every kind of fact with every code that it can have. */
export const items = {
  submission: [
    {
      submissionId: "form-1",
      at: at(1),
      ...theirs,
      contact,
      consents: [consent],
      declined: [consent],
      pageUrl: "https://www.anaquel.example/es/demo",
      utm: { source: "newsletter", medium: "email", campaign: typed.campaign },
      other: [{ name: typed.other, value: typed.otherValue }],
      origin: "web-form",
      language: "es",
    },
    ...waysByHand.map((way, i) => ({
      submissionId: `by-${way}`,
      at: at(2 + i),
      ...theirs,
      by: { id: "marta", way },
      contact: { message: typed.note },
      consents: waysOfConsent.map((how) => ({ ...consent, how, by: "marta", said: typed.said })),
    })),
  ],
  engagement: engagements,
  message: purposes.flatMap((purpose, i) =>
    (["sent", "unknown", "undeliverable", "not-sent"] as const).map((status, j) => ({
      ...theirs,
      purpose,
      step: purpose === "nurture" ? "total-cost" : "turn-0",
      status,
      claimedAt: at(10 + i + j),
      sentAt: at(10 + i + j),
    })),
  ),
  score: [
    { sk: "SCORE#fit", at: now, ...theirs, points: fit.points, persona: "operations", lines: fit.lines },
    { sk: "SCORE#familiarity", at: now, ...theirs, points: familiarity.points, lines: familiarity.lines },
  ],
  decision: [
    ...["qualified", "not-yet", "disqualified"].map((verdict) => ["gate", verdict]),
    ...["assignment", "reassignment"].flatMap((of) => [
      [of, "marta"],
      [of, "nobody"],
    ]),
    ...["override", "unsubscribe", "clock", "export", "edit"].map((of) => [of, "edited"]),
  ].map(([of, verdict], i) => ({
    at: at(80 + i),
    ...theirs,
    of,
    verdict,
    reasons,
    agreementVersion: "1",
    by: "irene",
  })),
  answer: [
    { kind: "accepted", how: "called" },
    { kind: "accepted", how: "meeting", meetingAt: now },
    ...sales.rejectReasons.map(({ id }) => ({ kind: "rejected", reason: id, tries: 3, note: typed.note })),
    { kind: "passed-on", to: "nuria" },
    { kind: "snoozed", until: now, why: typed.note },
    { kind: "more-time", why: typed.note },
  ].map((answer, i) => ({ at: at(120 + i), ...theirs, by: "javier", turn: 0, ...answer })),
  outcome: [
    { kind: "sales-qualified" },
    { kind: "opportunity" },
    { kind: "won", amount: 12_500.5, currency: "EUR" },
    ...sales.lostReasons.map(({ id }) => ({ kind: "lost", reason: id, note: typed.note })),
    { kind: "recycled", reason: "too-early", corrects: now },
  ].map((outcome, i) => ({ at: at(140 + i), ...theirs, by: "javier", ...outcome })),
  clock: [true, false].flatMap((answered, i) =>
    ["accepted", "nobody-followed-up", "reassigned:breach", "reassigned:away"].map((because, j) => ({
      ...theirs,
      turn: i,
      assignedAt: at(150),
      dueAt: at(151),
      closedAt: at(152 + i + j),
      because,
      answered,
      inTime: answered,
    })),
  ),
  breach: [1, 2, 3, 4].map((level) => ({ at: at(160 + level), ...theirs, level, dueAt: at(160) })),
  move: causes.map((because, i) => ({
    ...theirs,
    at: at(170 + i),
    from: StageSchema.options[i % 12],
    to: StageSchema.options[(i + 1) % 12],
    since: at(169 + i),
    because,
    formerOwnerId: "nuria",
    persona: "operations",
    grade: "A1",
    source: "google-ads",
    matched: ["decides", "demo-requested"],
    reason: "too-early",
  })),
};

const parsed = <T>(schema: { readonly parse: (item: unknown) => T }, all: readonly unknown[]): T[] =>
  all.map((item) => schema.parse(item));

export const history: History = {
  engagements: parsed(historySchemas.ENGAGEMENT, items.engagement),
  forms: parsed(historySchemas.SUBMISSION, items.submission),
  mails: parsed(historySchemas.MESSAGE, items.message),
  scores: parsed(historySchemas.SCORE, items.score),
  decisions: parsed(historySchemas.DECISION, items.decision),
  answers: parsed(historySchemas.ANSWER, items.answer),
  outcomes: parsed(historySchemas.OUTCOME, items.outcome),
  clocks: parsed(historySchemas.CLOCK, items.clock),
  breaches: parsed(historySchemas.BREACH, items.breach),
  moves: parsed(historySchemas.MOVE, items.move),
  isCut: false,
};

export const differs = differing(lead, { contact: { ...otherContact, own: { erp: "sap" } }, language });
