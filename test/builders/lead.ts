import type { Stage } from "../../lambdas/contract/stages.ts";
import {
  type Engagement,
  EngagementSchema,
  type Lead,
  type LeadIn,
  LeadSchema,
} from "../../lambdas/domain/lead/lead.ts";
import { type DeepPartial, merge } from "./merge.ts";
import { daysFromNow, now } from "./now.ts";

const known = {
  leadId: "lead-0001",
  version: 1,
  cycle: 1,
  email: "ines@talleresnorte.example",
  language: "es",
  contact: {
    name: "Inés Otero",
    company: "Talleres Norte",
    jobTitle: "Directora de operaciones",
    phone: "+34 910 000 000",
    companySize: 120,
    industry: "Fabricación",
    country: "ES",
    interest: "Mantenimiento predictivo",
    message: "Quisiera saber cuánto tarda la puesta en marcha.",
  },
  consents: [
    { purpose: "news", textVersion: "2026-01", at: daysFromNow(-1), page: "https://www.engranaje.example/es/contacto" },
  ],
  createdAt: daysFromNow(-1),
  stageSince: now,
  because: "for-the-test",
  correlationId: "request-0001",
};

const open = { nextDueAt: daysFromNow(1) };

const followUp = {
  ownerId: "ana",
  assignedAt: now,
  reminderAt: "2026-03-11T14:30:00.000Z",
  dueAt: "2026-03-12T09:30:00.000Z",
  rung: 0,
  turn: 0,
  firstAssignedAt: now,
  earlier: [],
  stepsDone: 0,
  snoozes: 0,
  extensions: 0,
};

const worked = {
  ...open,
  followUp,
  acceptedAt: now,
  asked: 0,
  askAt: open.nextDueAt,
  limitAt: daysFromNow(90),
  limitTold: false,
};

/** What each stage adds to what is known of a lead. */
const ofStage: Record<Stage, object> = {
  captured: open,
  nurturing: open,
  qualified: { ...open, qualifiedAt: now },
  assigned: { ...open, followUp },
  "handed-off": { ...open, followUp },
  accepted: worked,
  "sales-qualified": worked,
  opportunity: worked,
  won: { ownerId: "ana" },
  lost: { ownerId: "ana" },
  dormant: {},
  disqualified: {},
};

/** A lead of this stage, checked by its schema, with the fields given laid over believable ones. */
export const aLead = <S extends Stage>(stage: S, overrides?: DeepPartial<LeadIn<NoInfer<S>>>): LeadIn<S> => {
  const lead = LeadSchema.parse(merge({ ...known, ...ofStage[stage], stage }, overrides ?? {}));
  if (!isIn(stage, lead)) throw new Error(`the overrides made a lead in ${lead.stage}`);
  return lead;
};

const isIn = <S extends Stage>(stage: S, lead: Lead): lead is LeadIn<S> => lead.stage === stage;

/** Something the lead did, just now unless told otherwise. */
export const anEngagement = (overrides: Partial<Engagement> = {}): Engagement =>
  EngagementSchema.parse({ engagementId: "engagement-0001", kind: "page-viewed", at: now, ...overrides });
