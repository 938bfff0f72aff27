/**
 * What each kind of item of the table knows of a person, and how an erasure and an export treat it: a kind without a rule
 * does not compile, and test/twin/erasure-walk.test.ts plants a person in each of them.
 */
import type { keys } from "./table.ts";

interface PersonRule {
  /**
   * `with-lead`: in the lead's own partition, all of which goes; of facts, ids, codes, times and amounts stay under another
   * name. `pointed-to`: an item of the lead's names it. `found`: looked for, by the mailbox's hash, a company or the lead's
   * id. `taken-out`: the item stays, without them. `by-hand`: text of colleagues, of which the erasure says where it is.
   * `ends`: only ids, and deleted by itself after days. `stays`: on purpose. `nothing`: knows no person.
   */
  readonly erasure: "with-lead" | "pointed-to" | "found" | "taken-out" | "by-hand" | "ends" | "stays" | "nothing";
  /** `told`: in the export, as it is kept. `withheld`: a secret or a key of ours that says nothing of the person. */
  readonly export: "told" | "withheld" | "nothing";
  readonly because: string;
}

const ofLead = (because: string) => ({ erasure: "with-lead", export: "told", because }) as const;
const ofNobody = (because: string) => ({ erasure: "nothing", export: "nothing", because }) as const;

export const personRules = {
  lead: ofLead("who they are, and where they stand"),
  journey: { erasure: "with-lead", export: "withheld", because: "the token by which the journey goes on" },
  submission: ofLead("each form as it was sent"),
  engagement: ofLead("each thing that they did"),
  familiarity: ofLead("what that adds up to"),
  score: ofLead("how they were judged"),
  decision: ofLead("what the gate decided, and why"),
  message: ofLead("each mail about them"),
  pending: ofLead("what was reported by the link of a form that nobody has confirmed"),
  deal: ofLead("a deal that was won with them"),
  answer: ofLead("what sales answered"),
  outcome: ofLead("what became of it"),
  breach: ofLead("a promise about them that was broken"),
  clock: ofLead("how long a rep took"),
  move: ofLead("each change of stage or owner"),
  keptAside: { erasure: "found", export: "told", because: "a form of theirs, by the hash of the mailbox" },
  arrival: { erasure: "found", export: "withheld", because: "what a form tool has sent, and what became of it: codes" },
  arrivalBody: { erasure: "found", export: "told", because: "a form of theirs, as its tool has sent it; 30 days" },
  arrivalOf: { erasure: "found", export: "withheld", because: "where such a form is, by the hash of the mailbox" },
  sourceSecret: ofNobody("a form tool's"),
  sourceSecretFact: ofNobody("a form tool's"),
  sourceDay: ofNobody("counts"),
  // Their rows are in the bucket: an erasure has a function take them out (`forgetInImports`).
  import: ofNobody("codes and counts of a list, and what a colleague calls it"),
  importPace: ofNobody("counts"),
  limit: {
    erasure: "stays",
    export: "told",
    because:
      "how often the mailbox was asked, by its hash, so that nobody can have it asked anew by an erasure; how many forms came, 2 days",
  },
  visitor: { erasure: "pointed-to", export: "told", because: "whose browser it is" },
  suppression: {
    erasure: "stays",
    export: "told",
    because: "that the address wants no mails: by its hash, so that it gets none for ever",
  },
  emailClaim: { erasure: "found", export: "told", because: "whose address it is" },
  idempotency: { erasure: "pointed-to", export: "withheld", because: "a hash of a form; of requests, the response" },
  reference: { erasure: "pointed-to", export: "withheld", because: "what a link opens: who has it could use the link" },
  rep: ofNobody("a colleague's, as all that begins with it"),
  repSettings: ofNobody("a colleague's settings"),
  repLoad: ofNobody("counts"),
  repWeek: ofNobody("counts"),
  repAway: ofNobody("a colleague's absence"),
  queued: { erasure: "found", export: "told", because: "their place in the queue for sales" },
  companyOwner: { erasure: "found", export: "told", because: "their company's rep, if only they were of it" },
  companyLead: { erasure: "found", export: "told", because: "that they are of the company" },
  apiKey: ofNobody("a system's"),
  keyUse: ofNobody("a system's"),
  sweepCursor: {
    erasure: "ends",
    export: "nothing",
    because: "how far a walk has come, by a lead's id: minutes later by another's",
  },
  retentionCursor: {
    erasure: "ends",
    export: "nothing",
    because: "the same, of the walk through those who have ended",
  },
  flood: ofNobody("counts, and names of domains that many forms named"),
  erasedFact: ofNobody("what stays: ids of ours, codes, times, amounts"),
  erasure: { erasure: "found", export: "nothing", because: "an erasure that is under way; goes at its end" },
  orphan: { erasure: "found", export: "told", because: "that nobody would have looked after them" },
  agreementVersion: ofNobody("terms"),
  agreementTerms: ofNobody("terms"),
  agreementInForce: ofNobody("numbers and hashes"),
  agreementWalk: ofNobody("how far a walk has come, and counts"),
  proposal: ofNobody("what colleagues propose"),
  trial: { erasure: "ends", export: "nothing", because: "counts, and ids of leads with their points; 90 days" },
  signer: ofNobody("a colleague's"),
  agreementWalkFound: {
    erasure: "ends",
    export: "nothing",
    because: "whom a new agreement changes something for, by the lead's id: until they are woken; at most 7 days",
  },
  meeting: { erasure: "taken-out", export: "told", because: "the pack of a meeting in which they were a topic" },
  meetingDecision: { erasure: "by-hand", export: "told", because: "what colleagues wrote may name them" },
  meetingChange: { erasure: "by-hand", export: "told", because: "what colleagues wrote may name them" },
  meetingInvitation: ofNobody("colleagues"),
  demoLead: { erasure: "found", export: "nothing", because: "a lead of the demo: the person does not exist" },
  smokeKey: ofNobody("a smoke test is no person"),
  trail: {
    erasure: "stays",
    export: "withheld",
    because: "proves by the lead's id who opened and who erased it; what colleagues did is theirs; 400 days",
  },
  secondFactor: ofNobody("a colleague's"),
  passwordLink: ofNobody("a colleague's"),
  signingKey: ofNobody("a secret of ours"),
  counters: ofNobody("counts"),
  stageCount: ofNobody("counts"),
  counterGeneration: ofNobody("a number"),
  countedEvent: { erasure: "ends", export: "nothing", because: "the mark of a counted fact, by its key; 7 days" },
} as const satisfies Record<keyof typeof keys, PersonRule>;
