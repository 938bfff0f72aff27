import { leadItem } from "../../../lambdas/adapters/dynamo-leads.ts";
import { type Random, randomFrom } from "../../../lambdas/agreement/capacity-check/random.ts";
import type { Agreement } from "../../../lambdas/contract/agreement.ts";
import { keys } from "../../../lambdas/contract/table.ts";
import { chancesOf, type LeadHistory } from "../../../lambdas/domain/agreement/trial/history.ts";
import { instantsOf, judgeChance, pastOf } from "../../../lambdas/domain/agreement/trial/replay.ts";
import { type Engagement, type Lead, LeadSchema } from "../../../lambdas/domain/lead/lead.ts";
import { type MoveFact, MoveFactSchema } from "../../../lambdas/domain/lead/move-fact.ts";
import { now } from "../../builders/now.ts";

const dayMillis = 86_400_000;

const titles = [
  "Directora de operaciones",
  "Head of Operations",
  "Director financiero",
  "Estudiante",
  "Jefe de compras",
];
const industries = ["Fabricación", "Logística", "Retail", "Educación"];
const kinds = ["page-viewed", "page-viewed", "pricing-viewed", "mail-clicked", "webinar-left", "demo-requested"];

/** How the lead's way went on when the gate let it pass. */
type Ending = "won" | "lost" | "rejected" | "open" | "waiting" | "unanswered";

/**
 * A lead's past as generated from this seed, judged by this agreement when it happened. What is random is random in the same
 * way for each agreement.
 */
export const aPast = (seed: number, agreement: Agreement, days = 120): LeadHistory => {
  const random = randomFrom(seed * 7919 + 17);
  const one = <T>(items: readonly [T, ...T[]] | readonly T[]): T => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error("nothing to choose from");
    return item;
  };
  const at = (millis: number) => new Date(Math.round(Date.parse(now) - millis)).toISOString();
  const age = (1 + random() * (days - 1)) * dayMillis;
  const createdAt = at(age);
  const leadId = `lead-${String(seed).padStart(7, "0")}`;
  const later = () => at(random() * age);
  const said = (value: string | number, previous: string | number) => {
    const from = "colleague" as const;
    return [
      { value, from, id: "carla", at: later() },
      { value: previous, from: "form" as const, id: "form", at: createdAt },
    ];
  };
  const contact = {
    company: `Talleres ${seed}`,
    jobTitle: one(titles),
    ...(random() < 0.8 && { companySize: one([12, 60, 120, 480, 1200]) }),
    ...(random() < 0.7 && { industry: one(industries) }),
    ...(random() < 0.8 && { country: one(["ES", "ES", "PT", "MX"]) }),
    ...(random() < 0.5 && { phone: "+34 910 000 000" }),
  };
  const facts = random() < 0.2 ? { jobTitle: said(contact.jobTitle, one(titles)) } : undefined;
  const engagements = Array.from({ length: Math.floor(random() ** 2 * 16) }, (_, i): Engagement => {
    const when = later();
    return { engagementId: `e${i}`, kind: one(kinds), at: when, subject: "https://www.engranaje.example/es/precios" };
  });
  const form = { engagementId: "form.form-sent", kind: "form-sent", at: createdAt };
  const known = {
    leadId,
    version: 1,
    cycle: 1,
    email: `persona${seed}@${random() < 0.15 ? "gmail.com" : "talleres.example"}`,
    language: one(["es", "en"] as const),
    contact,
    ...(facts && { facts }),
    firstForm: "form",
    consents: [],
    createdAt,
    source: one(["google", "fair", "direct"]),
    correlationId: leadId,
  };
  const captured = LeadSchema.parse({
    ...known,
    stage: "captured",
    stageSince: createdAt,
    because: "form-submitted",
    nextDueAt: now,
  });
  const base: LeadHistory = {
    lead: captured,
    engagements: [form, ...engagements],
    forms: [{ submissionId: "form", at: createdAt }],
    moves: [moveOf(captured, { from: null, to: "captured", at: createdAt, because: "form-submitted" })],
    decisions: random() < 0.04 ? [{ at: later(), cycle: 1, verdict: one(["qualified", "disqualified"] as const) }] : [],
    outcomes: [],
  };
  const ending = one<Ending>(["won", "lost", "lost", "rejected", "rejected", "open", "waiting", "unanswered"]);
  return goOn(base, agreement, ending, random);
};

const moveOf = (
  { leadId, cycle, source }: Lead,
  move: Pick<MoveFact, "from" | "to" | "at" | "because"> & Partial<MoveFact>,
): MoveFact => MoveFactSchema.parse({ leadId, cycle, source, ...move });

/** What the gate said, and what became of it then. */
const goOn = (base: LeadHistory, agreement: Agreement, ending: Ending, random: Random): LeadHistory => {
  const [chance] = chancesOf(base);
  if (chance === undefined) throw new Error("a lead without a chance");
  const past = pastOf(base);
  const seen = judgeChance(past, chance, instantsOf(past, chance), () => agreement);
  if (seen === undefined) return base;
  const { lead } = base;
  const after = (days: number) =>
    new Date(Math.min(Date.parse(now) - 1, Date.parse(seen.at) + days * dayMillis)).toISOString();
  if (seen.verdict !== "qualified") {
    const [to, stage] =
      seen.verdict === "disqualified" ? (["disqualified", {}] as const) : (["nurturing", {}] as const);
    const moved = moveOf(lead, { from: "captured", to, at: seen.at, because: `gate-${seen.verdict}` });
    return { ...base, moves: [...base.moves, moved], lead: inStage(lead, to, seen.at, stage) };
  }
  const [given, told] = [after(random() * 0.2), after(1 + random() * 30)];
  const moves = [
    ...base.moves,
    moveOf(lead, { from: "captured", to: "qualified", at: seen.at, because: "gate-passed" }),
  ];
  if (ending === "waiting")
    return { ...base, moves, lead: inStage(lead, "qualified", seen.at, { qualifiedAt: seen.at }) };
  const handed = [...moves, moveOf(lead, { from: "qualified", to: "assigned", at: given, because: "assigned" })];
  if (ending === "rejected" || ending === "unanswered") {
    const because = ending === "rejected" ? "rejected:not-now" : "nobody-followed-up";
    const next = moveOf({ ...lead, cycle: 2 }, { from: "handed-off", to: "captured", at: told, because });
    const back = { ...inStage(lead, "captured", told, {}), cycle: 2 };
    return again({ ...base, moves: [...handed, next], lead: back }, agreement);
  }
  const accepted = [...handed, moveOf(lead, { from: "handed-off", to: "accepted", at: given, because: "accepted" })];
  if (ending === "open")
    return { ...base, moves: accepted, lead: inStage(lead, "assigned", given, { followUp: followUpSince(given) }) };
  const closed = [...accepted, moveOf(lead, { from: "accepted", to: ending, at: told, because: ending })];
  const outcome = { at: told, cycle: 1, kind: ending, ...(ending === "lost" && { reason: "price" }) };
  return { ...base, moves: closed, outcomes: [outcome], lead: inStage(lead, ending, told, { ownerId: "ana" }) };
};

/** What the gate said of a lead that sales had given back. */
const again = (base: LeadHistory, agreement: Agreement): LeadHistory => {
  const [, chance] = chancesOf(base);
  const past = pastOf(base);
  const seen = chance && judgeChance(past, chance, instantsOf(past, chance), () => agreement);
  if (seen?.verdict !== "qualified") return base;
  const { lead } = base;
  const moved = moveOf(lead, { from: "captured", to: "qualified", at: seen.at, because: "gate-passed" });
  const qualified = inStage(lead, "qualified", seen.at, { qualifiedAt: seen.at });
  return { ...base, moves: [...base.moves, moved], lead: qualified };
};

const followUpSince = (at: string) => ({ ownerId: "ana", assignedAt: at, reminderAt: at, dueAt: at, rung: 0 });

const inStage = (lead: Lead, stage: Lead["stage"], stageSince: string, facts: object): Lead =>
  LeadSchema.parse({ ...lead, stage, stageSince, because: "for-the-test", ...facts });

/** The same past as the table has it. */
export const itemsOf = ({ lead, engagements, forms, moves, decisions, outcomes }: LeadHistory) => {
  const { leadId } = lead;
  return [
    leadItem(lead),
    ...engagements.map((each) => ({ ...keys.engagement(leadId, each.engagementId), leadId, cycle: 1, ...each })),
    ...forms.map((each) => ({ ...keys.submission(leadId, each.submissionId), leadId, cycle: 1, ...each })),
    ...moves.map((each, i) => ({ ...keys.move(leadId, each.cycle, each.at, `${i}.${each.to}`), ...each })),
    ...decisions.map((each) => ({
      ...keys.decision(leadId, each.cycle, `${each.at}#override`),
      leadId,
      ...each,
      of: "override",
      reasons: [],
      agreementVersion: "v",
    })),
    // Of no interest to a trial, and long.
    {
      ...keys.decision(leadId, 1, `${lead.createdAt}#gate`),
      leadId,
      cycle: 1,
      of: "gate",
      verdict: "not-yet",
      at: lead.createdAt,
      reasons: [],
      agreementVersion: "v",
    },
    { ...keys.familiarity(leadId), leadId, version: 1 },
    ...outcomes.map((each) => ({ ...keys.outcome(leadId, each.cycle, each.at), leadId, ownerId: "ana", ...each })),
  ];
};
