/** The single table: the key of each item. All key building is here; see docs/architecture.md for the item list. */
import type { Stage } from "./stages.ts";

export const tableIndexes = {
  /** Open leads by stage, by when something is next due: the sweep's. */
  byStage: "byStage",
  /** Open leads by owner, by when something is next due: absences and worklists. */
  byOwner: "byOwner",
  /** The board's columns: every lead with its card, open ones by deadline, ended ones by their ending. */
  board: "board",
  /** The same columns for one owner's leads. */
  ownerBoard: "ownerBoard",
  /** Leads by company and by e-mail address, from the first letters on. */
  search: "search",
  /** Leads whose journey an internal error has stopped. Sparse. */
  attention: "attention",
} as const;

/** Shards per stage of `byStage` and of the board's columns: one partition takes 1,000 writes a second, indexes too. */
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
  /** What was reported by the reference of a form that nobody has confirmed. */
  pending: (leadId: string, submissionId: string) => ({ pk: lead(leadId), sk: `PENDING#${submissionId}` }),
  /** The card of a won deal, beside which another one has begun. */
  deal: (leadId: string, cycle: number) => ({ pk: lead(leadId), sk: `DEAL#${cycle}` }),
  answer: (leadId: string, cycle: number, at: string) => ({ pk: lead(leadId), sk: `ANSWER#${cycle}#${at}` }),
  outcome: (leadId: string, cycle: number, at: string) => ({ pk: lead(leadId), sk: `OUTCOME#${cycle}#${at}` }),
  breach: (leadId: string, cycle: number, turn: number, level: number) => ({
    pk: lead(leadId),
    sk: `BREACH#${cycle}#${turn}.${level}`,
  }),
  /**
   * An unmatched submission: a machine seems to have sent it. Kept aside for 30 days, in case a person did; under the
   * hash of the mailbox, by which an erasure finds it.
   */
  keptAside: (mailbox: string, submissionId: string) => ({ pk: `SUSPECT#${mailbox}`, sk: submissionId }),
  /** What a form tool has sent, and what became of it; in an item of its own the body, which may be large. */
  arrival: (arrivalId: string) => ({ pk: `ARRIVAL#${arrivalId}`, sk: "ARRIVAL" }),
  arrivalBody: (arrivalId: string) => ({ pk: `ARRIVAL#${arrivalId}`, sk: "BODY" }),
  /** That an address stands in what a form tool has sent: by the hash of the mailbox, for an erasure to find. */
  arrivalOf: (mailbox: string, arrivalId: string) => ({ pk: `SUSPECT#${mailbox}`, sk: `SENT#${arrivalId}` }),
  /** A secret by which a form tool proves itself, or by which its leads are fetched. */
  sourceSecret: (sourceId: string, secretId: string) => ({ pk: `SOURCE-SECRET#${sourceId}`, sk: secretId }),
  /** That a source has a secret, and until when: beside what came by it, so that who reads that reads no secret. */
  sourceSecretFact: (sourceId: string, secretId: string) => ({ pk: `SOURCE#${sourceId}`, sk: `SECRET#${secretId}` }),
  /** What came by one source on one day. */
  sourceDay: (sourceId: string, day: string) => ({ pk: `SOURCE#${sourceId}`, sk: `DAY#${day}` }),
  /** A list that a colleague imports: where it stands, without any of its rows. */
  import: (importId: string) => ({ pk: "IMPORT", sk: `IMPORT#${importId}` }),
  /** How many rows of lists may become leads now. */
  importPace: () => ({ pk: "IMPORT", sk: "PACE" }),
  /** How much came from one sender in one span of time: the sender by a hash. */
  limit: (what: string, sender: string, span: string) => ({ pk: `LIMIT#${what}#${sender}`, sk: span }),
  /** What a browser did before its form, and whose browser it is since. */
  visitor: (visitorId: string) => ({ pk: `VISITOR#${visitorId}`, sk: "VISITOR" }),
  /** An address that is sent no content, known by its hash only: it outlives the lead. */
  suppression: (addressHash: string) => ({ pk: `SUPPRESSED#${addressHash}`, sk: "SUPPRESSED" }),
  emailClaim: (normalisedEmail: string) => ({ pk: `EMAIL#${normalisedEmail}`, sk: "CLAIM" }),
  /** Idempotency record: a request seen before, by `Idempotency-Key`, body hash or signature, and what it got. */
  idempotency: (fingerprint: string) => ({ pk: `IDEMPOTENCY#${fingerprint}`, sk: "IDEMPOTENCY" }),
  reference: (referenceId: string) => ({ pk: `REFERENCE#${referenceId}`, sk: "REFERENCE" }),
  /** Everything that is kept of one rep: settings, load, weeks. */
  rep: (repId: string) => ({ pk: `REP#${repId}`, sk: "" }),
  repSettings: (repId: string) => ({ pk: `REP#${repId}`, sk: "SETTINGS" }),
  repLoad: (repId: string) => ({ pk: `REP#${repId}`, sk: "LOAD" }),
  repWeek: (repId: string, week: string) => ({ pk: `REP#${repId}`, sk: `WEEK#${week}` }),
  /** The mark that the sweep has woken the rep's leads because of the absence that began on this day. */
  repAway: (repId: string, from: string) => ({ pk: `REP#${repId}`, sk: `AWAY#${from}` }),
  /** An MQL that waits for a rep; sorts in the order of service. */
  queued: (rank: string, leadId: string) => ({ pk: "WAITING", sk: `QUEUED#${rank}#${leadId}` }),
  /** Which rep a company belongs to. */
  companyOwner: (company: string) => ({ pk: `COMPANY#${company}`, sk: "OWNER" }),
  /** A lead of the company that a rep got: with the last of them, the company is forgotten. */
  companyLead: (company: string, leadId: string) => ({ pk: `COMPANY#${company}`, sk: `LEAD#${leadId}` }),
  /** One rep's clock for one lead, when it has stopped. */
  clock: (leadId: string, cycle: number, turn: number) => ({ pk: lead(leadId), sk: `CLOCK#${cycle}#${turn}` }),
  /** The key by which another system signs its requests. */
  apiKey: (keyId: string) => ({ pk: "API-KEY", sk: keyId }),
  /** When that key was last used: an item of its own, so that who writes it cannot write keys. */
  keyUse: (keyId: string) => ({ pk: "KEY-USE", sk: keyId }),
  /** The position of the sweep's audit in its walk through all open leads. */
  sweepCursor: () => ({ pk: "SWEEP", sk: "CURSOR" }),
  /** The position of the walk through those who ended so long ago that they may have to be erased. */
  retentionCursor: () => ({ pk: "SWEEP", sk: "RETENTION" }),
  /** A day's flood of forms that were kept aside: how many, and what they had in common. */
  flood: (day: string) => ({ pk: "SWEEP", sk: `FLOOD#${day}` }),
  /** One change of a lead's stage or owner: written with it, never changed. */
  move: (leadId: string, cycle: number, at: string, to: string) => ({
    pk: lead(leadId),
    sk: `MOVE#${cycle}#${at}#${to}`,
  }),
  /** A fact of an erased lead without name, note or lead id, so that figures can be recounted. */
  erasedFact: (erasureId: string, sk: string) => ({ pk: `ERASED#${erasureId}`, sk }),
  /** An erasure that has begun and is not over yet. */
  erasure: (leadId: string) => ({ pk: "ERASURE", sk: leadId }),
  /** An open lead that the audit found without anything that would look after it. */
  orphan: (at: string, leadId: string) => ({ pk: "ORPHAN", sk: `${at}#${leadId}` }),
  /** An agreement that was in force, by the instant from which on. */
  agreementVersion: (since: string) => ({ pk: "AGREEMENT", sk: since }),
  /** The terms of a version or a proposal: compiled, as text, in plain words. By what they are, so never changed. */
  agreementTerms: (termsId: string) => ({ pk: `AGREEMENT-TERMS#${termsId}`, sk: "TERMS" }),
  /** Which version of the agreement is in force since when, and which one holds next. */
  agreementInForce: () => ({ pk: "AGREEMENT-IN-FORCE", sk: "IN-FORCE" }),
  /** The walk through those whose verdict may change with the version of this number. */
  agreementWalk: (number: number) => ({ pk: "AGREEMENT-IN-FORCE", sk: `WALK#${number}` }),
  /** What somebody proposes for the agreement, without its text. */
  proposal: (proposalId: string) => ({ pk: "PROPOSALS", sk: `PROPOSAL#${proposalId}` }),
  /** A proposal that is tried on the past: where it stands, and what came of it. */
  trial: (proposalId: string) => ({ pk: "PROPOSALS", sk: `TRIAL#${proposalId}` }),
  /** Who signs for a department in place of somebody who has left. */
  signer: (department: string) => ({ pk: "PROPOSALS", sk: `SIGNER#${department}` }),
  /** Leads that the walk has found, of one heat: `rank` sorts the hottest first. */
  agreementWalkFound: (number: number, rank: string, part: string) => ({
    pk: "AGREEMENT-IN-FORCE",
    sk: `WALK-FOUND#${number}#${rank}#${part}`,
  }),
  /** The pack of a weekly meeting; `week` is the one in which it is held. */
  meeting: (week: string) => ({ pk: "MEETING", sk: `PACK#${week}` }),
  /** What the meeting of a week decided. */
  meetingDecision: (week: string, decisionId: string) => ({ pk: "MEETING", sk: `DECISION#${week}#${decisionId}` }),
  /** What a meeting said when it closed a change of the agreement: the one that made the version of this number. */
  meetingChange: (number: number) => ({ pk: "MEETING", sk: `CHANGE#${number}` }),
  /** The invitation as last sent. */
  meetingInvitation: () => ({ pk: "MEETING", sk: "INVITATION" }),
  /** A lead of the demo's history. */
  demoLead: (leadId: string) => ({ pk: "DEMO", sk: leadId }),
  /** The key by which a smoke test proves that its lead, which has the same id, is one. */
  smokeKey: (leadId: string) => ({ pk: "SMOKE-KEY", sk: leadId }),
  /** What one colleague did with one thing in one hour, on the board. */
  trail: (day: string, step: string) => ({ pk: `TRAIL#${day}`, sk: step }),
  /** That a user of the board has a second factor, and the hashes of their recovery codes. */
  secondFactor: (user: string) => ({ pk: `SECOND-FACTOR#${user}`, sk: "FACTOR" }),
  /** What the link opens that was mailed for a forgotten password. */
  passwordLink: (referenceId: string) => ({ pk: `REFERENCE#${referenceId}`, sk: "PASSWORD" }),
  signingKey: (keyId: string) => ({ pk: "SIGNING-KEY", sk: keyId }),
  /**
   * Counters of one week or quarter, all names of one slice in one item: `all`, `all#effect…`, `all#stay#…`,
   * `persona#…`, `rep#…` or `source#…`. A generation is one counting of everything; a recount makes the next.
   */
  counters: (generation: number, week: string, slice: string) => ({ pk: `COUNTER#${generation}#${week}`, sk: slice }),
  /** How many leads are in a stage now, and how often anything on their cards has changed. */
  stageCount: (generation: number, stage: string) => ({ pk: `BOARD#${generation}`, sk: stage }),
  /** Which generation of counters is shown, and which one a recount is making. */
  counterGeneration: () => ({ pk: "COUNTERS", sk: "GENERATION" }),
  countedEvent: (eventId: string) => ({ pk: `COUNTED#${eventId}`, sk: "COUNTED" }),
} as const;

/** Kinds of partition of the table, as a permission names them (`dynamodb:LeadingKeys`). */
export const partitions = {
  lead: "LEAD#*",
  keptAside: "SUSPECT#*",
  arrival: "ARRIVAL#*",
  sourceSecret: "SOURCE-SECRET#*",
  source: "SOURCE#*",
  import: "IMPORT",
  limit: "LIMIT#*",
  visitor: "VISITOR#*",
  suppression: "SUPPRESSED#*",
  emailClaim: "EMAIL#*",
  idempotency: "IDEMPOTENCY#*",
  reference: "REFERENCE#*",
  rep: "REP#*",
  waiting: "WAITING",
  company: "COMPANY#*",
  apiKey: "API-KEY",
  keyUse: "KEY-USE",
  signingKey: "SIGNING-KEY",
  sweep: "SWEEP",
  erasure: "ERASURE",
  erased: "ERASED#*",
  orphan: "ORPHAN",
  agreement: "AGREEMENT",
  agreementTerms: "AGREEMENT-TERMS#*",
  agreementInForce: "AGREEMENT-IN-FORCE",
  proposals: "PROPOSALS",
  meeting: "MEETING",
  demo: "DEMO",
  counters: "COUNTER#*",
  stageCounts: "BOARD#*",
  generation: "COUNTERS",
  counted: "COUNTED#*",
  smokeKey: "SMOKE-KEY",
  trail: "TRAIL#*",
  secondFactor: "SECOND-FACTOR#*",
} as const;
export type Partition = keyof typeof partitions;

/** Partition keys of `byStage` and `byOwner`: open leads only. */
export const stagePartition = (stage: Stage, shard: number): string => `STAGE#${stage}#${shard}`;
export const ownerPartition = (ownerId: string): string => `OWNER#${ownerId}`;

/** Partition keys of the board's own indexes. */
export const columnPartition = (stage: Stage, shard: number): string => `COLUMN#${stage}#${shard}`;
export const ownerColumnPartition = (ownerId: string, stage: Stage): string => `OWNER#${ownerId}#${stage}`;
/** The partition is named by the first letters, so a search needs at least this many. */
export const searchPrefixLength = 2;
export const searchPartition = (key: string): string => `FIND#${[...key].slice(0, searchPrefixLength).join("")}`;
export const attentionPartition = "ATTENTION";
/** Of the same index: forms and leads that are kept aside, by the reason and when they came. */
export const keptAsidePartition = (reason: string) => `KEPT-ASIDE#${reason}`;
/** Of the same index: leads whom sales never answered, and on whom nobody has decided yet, by when they returned. */
export const undecidedPartition = "UNDECIDED";
/** Of the same index: mails whose fate is not known, by when it must be. Only the sweep reads them. */
export const unsettledMailPartition = "UNSETTLED-MAIL";
/** Facts for the weekly meeting are in the board's index too, by kind and time. */
export const talkPartition = (kind: "rejected" | "breached" | "won"): string => `TALK#${kind}`;
/** Of the same index: what form tools have sent and could not be read, by source and when it came. */
export const unreadPartition = (sourceId: string): string => `UNREAD#${sourceId}`;
/** Of the same index: imports for which something is to be done, by when. Only the sweep reads them. */
export const dueImportPartition = "IMPORT-DUE";
/** Of the same index: walks of a new agreement for which something is to be done, by when. Only the sweep reads them. */
export const dueWalkPartition = "WALK-DUE";
/** The same of trials. */
export const dueTrialPartition = "TRIAL-DUE";
