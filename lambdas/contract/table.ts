/** The single table: what each item is called. All key building is here; see docs/architecture.md for the item list. */
import type { Stage } from "./stages.ts";

export const tableIndexes = { byStage: "byStage", byOwner: "byOwner" } as const;

/** Shards per stage of the board index: one partition takes 1,000 writes a second, indexes too. */
export const stageShards = 4;

const lead = (leadId: string) => `LEAD#${leadId}`;

export const keys = {
  lead: (leadId: string) => ({ pk: lead(leadId), sk: "PROFILE" }),
  journey: (leadId: string) => ({ pk: lead(leadId), sk: "JOURNEY" }),
  submission: (leadId: string, submissionId: string) => ({ pk: lead(leadId), sk: `SUBMISSION#${submissionId}` }),
  engagement: (leadId: string, engagementId: string) => ({ pk: lead(leadId), sk: `ENGAGEMENT#${engagementId}` }),
  /** What the engagements of the lead add up to, so that scoring need not read them. */
  familiarity: (leadId: string) => ({ pk: lead(leadId), sk: "FAMILIARITY" }),
  score: (leadId: string, scorer: "fit" | "familiarity") => ({ pk: lead(leadId), sk: `SCORE#${scorer}` }),
  decision: (leadId: string, cycle: number, at: string) => ({ pk: lead(leadId), sk: `DECISION#${cycle}#${at}` }),
  message: (leadId: string, cycle: number, purpose: string, step: string) => ({
    pk: lead(leadId),
    sk: `MESSAGE#${cycle}#${purpose}#${step}`,
  }),
  answer: (leadId: string, cycle: number, at: string) => ({ pk: lead(leadId), sk: `ANSWER#${cycle}#${at}` }),
  outcome: (leadId: string, cycle: number, at: string) => ({ pk: lead(leadId), sk: `OUTCOME#${cycle}#${at}` }),
  breach: (leadId: string, cycle: number, turn: number, level: number) => ({
    pk: lead(leadId),
    sk: `BREACH#${cycle}#${turn}.${level}`,
  }),
  /** A submission that no person seems to have sent: kept for a while, in case one did. */
  suspect: (submissionId: string) => ({ pk: `SUSPECT#${submissionId}`, sk: "SUSPECT" }),
  /** What a browser did before, and after, its visitor told who it is. */
  visitor: (visitorId: string) => ({ pk: `VISITOR#${visitorId}`, sk: "VISITOR" }),
  /** An address that is sent no content, known by its hash only: it outlives the lead. */
  suppression: (addressHash: string) => ({ pk: `SUPPRESSED#${addressHash}`, sk: "SUPPRESSED" }),
  emailClaim: (normalisedEmail: string) => ({ pk: `EMAIL#${normalisedEmail}`, sk: "CLAIM" }),
  /** An answer already given to a request: by `Idempotency-Key`, or by the body's hash. */
  givenAnswer: (fingerprint: string) => ({ pk: `GIVEN#${fingerprint}`, sk: "GIVEN" }),
  reference: (referenceId: string) => ({ pk: `REFERENCE#${referenceId}`, sk: "REFERENCE" }),
  /** Everything that is kept of one rep: settings, load, weeks. */
  rep: (repId: string) => ({ pk: `REP#${repId}`, sk: "" }),
  repSettings: (repId: string) => ({ pk: `REP#${repId}`, sk: "SETTINGS" }),
  repLoad: (repId: string) => ({ pk: `REP#${repId}`, sk: "LOAD" }),
  repWeek: (repId: string, week: string) => ({ pk: `REP#${repId}`, sk: `WEEK#${week}` }),
  /** That the sweep has had the rep's leads looked at because of the absence that began on this day. */
  repAway: (repId: string, from: string) => ({ pk: `REP#${repId}`, sk: `AWAY#${from}` }),
  /** An MQL that waits for a rep; in the order in which they shall be served. */
  queued: (rank: string, leadId: string) => ({ pk: "WAITING", sk: `QUEUED#${rank}#${leadId}` }),
  /** Which rep a company belongs to. */
  companyOwner: (company: string) => ({ pk: `COMPANY#${company}`, sk: "OWNER" }),
  /** One rep's clock for one lead, when it has stopped. */
  clock: (leadId: string, cycle: number, turn: number) => ({ pk: lead(leadId), sk: `CLOCK#${cycle}#${turn}` }),
  /** With it another system signs its requests. */
  apiKey: (keyId: string) => ({ pk: "API-KEY", sk: keyId }),
  /** How far the sweep's audit of all open leads has come. */
  sweepCursor: () => ({ pk: "SWEEP", sk: "CURSOR" }),
  signingKey: (keyId: string) => ({ pk: "SIGNING-KEY", sk: keyId }),
  counter: (week: string, name: string) => ({ pk: `COUNTER#${week}`, sk: name }),
  countedEvent: (eventId: string) => ({ pk: `COUNTED#${eventId}`, sk: "COUNTED" }),
} as const;

/** Partition key of the board index. */
export const stagePartition = (stage: Stage, shard: number): string => `STAGE#${stage}#${shard}`;
export const ownerPartition = (ownerId: string): string => `OWNER#${ownerId}`;
