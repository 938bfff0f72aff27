import * as z from "zod/mini";
import { AsideKindSchema } from "../../contract/agreed-limits.ts";
import { waysOfConsent } from "../../contract/by-hand.ts";
import { refusals } from "../../contract/mail.ts";
import { OwnValueSchema } from "../../contract/own-value.ts";
import { LanguageSchema, type WorkedStage, workedStages } from "../../contract/stages.ts";
import { droppable } from "../../contract/start-light.ts";
import { ReadAsSchema } from "./read-as.ts";

/** Instants are ISO 8601 strings in UTC with milliseconds: they sort as text, in the table too. */
const instant = z.string();

export const ConsentSchema = z.object({
  purpose: z.string(),
  textVersion: z.optional(z.string()),
  /** When it was given. */
  at: instant,
  page: z.optional(z.string()),
  /** Hash of the form as it was sent: ties the consent to what else was said. */
  formHash: z.optional(z.string()),
  /** The words by which it was given, as they were sent. */
  said: z.optional(z.string()),
  /** It was given by word of mouth: the id of the colleague who noted it, and how it was given. */
  by: z.optional(z.string()),
  how: z.optional(z.enum(waysOfConsent)),
  /** The form that it was given in; earlier releases did not keep it. */
  submissionId: z.optional(z.string()),
  /** When the owner of the address confirmed it (double opt-in). */
  confirmedAt: z.optional(instant),
  /** When an unsubscribing ended it: kept as proof, and never counts again. */
  withdrawnAt: z.optional(instant),
});
export type Consent = z.infer<typeof ConsentSchema>;

/** A form said no to a purpose of the agreement. Anyone can send a form: it is obeyed, and proves nothing. */
export const DeclinedSchema = z.object({
  purpose: z.string(),
  textVersion: z.optional(z.string()),
  /** When it reached us: from then on it is obeyed. */
  at: instant,
  /** When it was said, by the form's own word, if that is another time. */
  saidAt: z.optional(instant),
  page: z.optional(z.string()),
  formHash: z.optional(z.string()),
  /** The words, as they were sent. */
  said: z.optional(z.string()),
  submissionId: z.optional(z.string()),
  /** When the owner of the address confirmed that they agree after all. */
  liftedAt: z.optional(instant),
});
export type Declined = z.infer<typeof DeclinedSchema>;

/** What is known of the lead: what was confirmed, else what came first. */
export const ContactSchema = z.object({
  name: z.optional(z.string()),
  company: z.optional(z.string()),
  jobTitle: z.optional(z.string()),
  phone: z.optional(z.string()),
  companySize: z.optional(z.number()),
  industry: z.optional(z.string()),
  /** ISO 3166-1 alpha-2 where it could be recognised, else as given. */
  country: z.optional(z.string()),
  /** Region or province, as given. */
  region: z.optional(z.string()),
  interest: z.optional(z.string()),
  message: z.optional(z.string()),
  /** By the ids of the agreement's own fields; those of an older agreement stay. */
  own: z.optional(z.record(z.string(), OwnValueSchema)),
  /** What values of it were read as: the known ones, those of claims and earlier ones. */
  readAs: z.optional(z.array(ReadAsSchema)),
});
export type Contact = z.infer<typeof ContactSchema>;

/**
 * Who said something of a lead. `form` and `crm` are claims; `link`: the owner of the address confirmed it by the link that
 * was mailed for that form; `colleague`: one of ours took it over.
 */
export const FactSourceSchema = z.object({
  from: z.enum(["form", "link", "colleague", "crm"]),
  /** Of the form and the link the submission's id, else the colleague's or the key's. */
  id: z.optional(z.string()),
  at: instant,
});
export type FactSource = z.infer<typeof FactSourceSchema>;

/** A value of a lead, and who said it. */
export const FactSchema = z.extend(FactSourceSchema, {
  value: OwnValueSchema,
  /** Of a claim that a colleague took over: the submission that said it. */
  form: z.optional(z.string()),
});
export type Fact = z.infer<typeof FactSchema>;

/** A value that a form gave of a known lead, and that differs from what is known. */
export const ClaimSchema = z.object({
  field: z.string(),
  value: OwnValueSchema,
  submissionId: z.string(),
  at: instant,
  /** Id of the colleague who noted it, if it was in no form. */
  by: z.optional(z.string()),
  /** A colleague does not take it over. */
  dismissedAt: z.optional(instant),
  dismissedBy: z.optional(z.string()),
});
export type Claim = z.infer<typeof ClaimSchema>;

/** A form by a known address that nobody has confirmed, and the kinds of engagement that count once somebody does. */
export const UnconfirmedFormSchema = z.object({ submissionId: z.string(), at: instant, kinds: z.array(z.string()) });
export type UnconfirmedForm = z.infer<typeof UnconfirmedFormSchema>;

/** The newest form that counts and whose sender has not been told what will happen. */
export const UntoldFormSchema = z.object({
  submissionId: z.string(),
  at: instant,
  /** What it asked for, and what earlier ones did that were never answered. */
  kinds: z.array(z.string()),
  /** No further mail may go to its address, which nobody has confirmed: the wish stays for people. */
  held: z.optional(z.literal(true)),
});
export type UntoldForm = z.infer<typeof UntoldFormSchema>;

/** A person's decision instead of the gate's in this cycle: marketing's, or for a lead whom sales never answered. */
export const OverrideSchema = z.object({
  verdict: z.enum(["qualified", "not-yet", "disqualified"]),
  reason: z.string(),
  /** Who decided. */
  by: z.string(),
  at: instant,
  /** Of a lead whom sales never answered: the colleague who is to call. */
  to: z.optional(z.string()),
});
export type Override = z.infer<typeof OverrideSchema>;

/** Why an address is suppressed permanently: it bounced for good or too often (with RFC 3463's code), or complained. */
export const UndeliverableSchema = z.object({
  because: z.enum(["bounced", "complained"]),
  at: instant,
  /** Enhanced status code of the bounce, such as `5.1.1`. */
  code: z.optional(z.string()),
});
export type Undeliverable = z.infer<typeof UndeliverableSchema>;

/** The clock of a handed-off lead's promise. `assignedAt` starts the clock. */
export const FollowUpSchema = z.object({
  /** A rep, or the manager or deputy who takes leads for which no rep is free. */
  ownerId: z.string(),
  assignedAt: instant,
  reminderAt: instant,
  dueAt: instant,
  /** The agreed time that it has, and the agreement that says so; earlier releases did not keep them. */
  agreed: z.optional(z.string()),
  agreementVersion: z.optional(z.string()),
  /** Rungs of this clock's ladder already climbed: 0 none, 1 reminded, 2 first escalation ... */
  rung: z.int(),
  /** How many owners the lead had before in this cycle; each has a clock and links of their own. */
  turn: z._default(z.int(), 0),
  /** When this cycle's first owner got it: the lead waits since then. */
  firstAssignedAt: z.optional(instant),
  /** The owners before, in order. */
  earlier: z._default(z.array(z.string()), []),
  /** Steps of the agreed escalation that earlier clocks have used up. */
  stepsDone: z._default(z.int(), 0),
  /** How often it was snoozed, and how often more time was asked for, in this turn. */
  snoozes: z._default(z.int(), 0),
  extensions: z._default(z.int(), 0),
  /** How often a wish that must not wait has shortened it, in this turn. */
  shortened: z.optional(z.int()),
  /** When to try again to reassign it, after no one could take it. */
  nobodyElseUntil: z.optional(instant),
});
export type FollowUp = z.infer<typeof FollowUpSchema>;

/** A hand-off that the mail service refused for good, and the owner's address then. */
const RefusedHandOffSchema = z.object({
  cycle: z.int(),
  turn: z.int(),
  ownerId: z.string(),
  email: z.string(),
  refusal: z.enum(refusals),
  at: instant,
});
export type RefusedHandOff = z.infer<typeof RefusedHandOffSchema>;

/** What a won deal is worth, where that was reported. Without a currency: the agreement's first. */
const money = { amount: z.optional(z.number()), currency: z.optional(z.string()) };

/** A won deal, as it stays when another one begins. */
const DealSchema = z.object({
  cycle: z.int(),
  wonAt: instant,
  ownerId: z.string(),
  firstAssignedAt: z.optional(instant),
  acceptedAt: z.optional(instant),
  ...money,
});

const known = {
  leadId: z.string(),
  /** Optimistic lock: every write adds one and is conditional on the version that was read. */
  version: z.int(),
  cycle: z.int(),
  email: z.string(),
  language: LanguageSchema,
  contact: ContactSchema,
  /**
   * Who said each value of `contact`, and the language: by field, the newest first, its predecessors after it. A field
   * that is not here came first, with `firstForm`; an empty list: nobody said anything, the value is our default.
   */
  facts: z.optional(z.record(z.string(), z.array(FactSchema))),
  /** Id of the submission that made it known. */
  firstForm: z.optional(z.string()),
  /** What later forms said otherwise. */
  claims: z.optional(z.array(ClaimSchema)),
  /** Forms that somebody sent with its address and that wait for a click on their link, the newest last. */
  unconfirmedForms: z.optional(z.array(UnconfirmedFormSchema)),
  untold: z.optional(UntoldFormSchema),
  /** Ids of content that it was mailed because it asked for it. */
  sentOnRequest: z.optional(z.array(z.string())),
  /** Its cycle began with this form, which is not confirmed: no content is sent before something counts. */
  wokenBy: z.optional(z.string()),
  consents: z.array(ConsentSchema),
  unsubscribedAt: z.optional(instant),
  /** When a form last said no to our mails, and no confirmed yes has followed: no content goes out. */
  declinedAt: z.optional(instant),
  /** Each no of a form, as far as they are kept. */
  declined: z.optional(z.array(DeclinedSchema)),
  /** Operations last asked for a link to all that is kept of the person to be mailed to them. */
  exportAsked: z.optional(z.object({ at: instant, by: z.string() })),
  undeliverable: z.optional(UndeliverableSchema),
  /** Mails that bounced for now since the last one that arrived. */
  bouncesInARow: z.optional(z.object({ count: z.int(), lastAt: instant })),
  /** IANA name, when a form said so. */
  timeZone: z.optional(z.string()),
  createdAt: instant,
  /** What first led it to us: the campaign's source, or `direct`. */
  source: z.optional(z.string()),
  /** The list that made it known. */
  importId: z.optional(z.string()),
  /** Ids of the content that it had read when sales got it, in this cycle. */
  read: z.optional(z.array(z.string())),
  /** It came by the open form: the stream's reader counts it, and keeps it aside when it is beyond a limit. */
  isLimited: z.optional(z.literal(true)),
  /** Beyond a limit just after it was stored: it has no journey, and is in no column, until a colleague releases it. */
  aside: z.optional(z.object({ kind: AsideKindSchema, at: instant })),
  /** Of the demo's history: the person does not exist. */
  demo: z.optional(z.literal(true)),
  /** When this stage began, and what made it so. */
  stageSince: instant,
  because: z.string(),
  correlationId: z.string(),
  scores: z.optional(
    z.object({
      fit: z.number(),
      familiarity: z.number(),
      /** The persona that fits best. */
      persona: z.optional(z.string()),
      /** Fit A, B, C and familiarity 1, 2, 3, such as `B1`. */
      grade: z.optional(z.string()),
      /** Ids of the persona's criteria that it met, and kinds of familiarity that it had, when it was judged. */
      matched: z.optional(z.array(z.string())),
    }),
  ),
  /** Id of the agreement's segment that it belongs to. */
  segment: z.optional(z.string()),
  /** When the gate last judged it in this cycle. */
  judgedAt: z.optional(instant),
  /** When it first became an MQL in this cycle. */
  qualifiedAt: z.optional(instant),
  /** Sales returned it for this reason: what follows from that until its next hand-off. */
  recycled: z.optional(
    z.object({
      /** A code such as `too-early`, `nobody-followed-up`. */
      reason: z.string(),
      at: instant,
      /** Until then it is sent nothing and does not pass the gate, unless it takes the fast lane. */
      coolUntil: z.optional(instant),
      /** Id of the remarketing programme. */
      programme: z.optional(z.string()),
    }),
  ),
  /**
   * The ladder of this cycle ran out and nobody in sales had answered: until sales has the lead again. People decide what
   * becomes of it, unless it asks again.
   */
  nobodyAnswered: z.optional(
    z.object({
      cycle: z.int(),
      /** When it returned to marketing, and since when it had waited. */
      at: instant,
      since: instant,
      /** Who had it, in order. */
      owners: z.array(z.string()),
      /** When somebody decided, or the lead asked again. */
      settledAt: z.optional(instant),
    }),
  ),
  /** `fast`: the lead asked for something that must not wait. */
  lane: z.optional(z.literal("fast")),
  /**
   * It asked for the fast lane when all of the day's places for unconfirmed addresses were taken: until a colleague or the
   * owner of the address says so, it waits in nurture.
   */
  laneFullAt: z.optional(instant),
  /** Whom mails about this lead did not reach, and when. */
  refusedHandOffs: z.optional(z.array(RefusedHandOffSchema)),
  override: z.optional(OverrideSchema),
  /** The last form that came while sales had it in hand, or after it was won or lost: nothing moved, the owner was told. */
  wroteAgain: z.optional(
    z.object({
      submissionId: z.string(),
      at: instant,
      /** No form: a colleague who is not the owner noted something. */
      by: z.optional(z.string()),
    }),
  ),
  /** Id of the rep who has added it and wants to work with it: chosen where the agreement's rules allow it. */
  wantedBy: z.optional(z.string()),
  /** Pairs with other leads that a colleague has called different people, by `pairOf`. */
  notSame: z.optional(z.array(z.string())),
  /** The form whose confirmed wish has shortened the clock of its owner, and when. */
  hurried: z.optional(z.object({ submissionId: z.string(), at: instant })),
  /** Deals won in earlier cycles, beside which a colleague began another: they stay won. */
  deals: z.optional(z.array(DealSchema)),
  /** Touches of this cycle's nurture programme, and when the last one was. */
  nurture: z.optional(z.object({ touches: z.int(), lastAt: instant })),
  /**
   * Sales returned the lead at the start of this cycle and the lead has done nothing since: it does not pass the gate
   * again before it does.
   */
  returnedAt: z.optional(instant),
  /** An internal error stopped the journey; written by the journey itself, gone when the lead moves on. */
  needsAttention: z.optional(z.object({ error: z.string(), at: instant })),
  /**
   * How often a step has said what the journey's definition did not know; written by the journey itself, gone when the
   * lead moves on.
   */
  unknownVerdicts: z.optional(z.int()),
  agreementVersion: z.optional(z.string()),
  /**
   * Attributes of the item, and parts of those that are maps, that this release does not know: those of a newer one, which
   * runs beside it during a deployment, or ran before a rollback. They go along untouched.
   */
  beyond: z.optional(z.record(z.string(), z.unknown())),
};

/** What is known of a lead in whatever stage. */
export const KnownSchema = /* @__PURE__ */ droppable(() => z.object(known));

/** Every open lead has a next due time, after which the sweep wakes its journey. Without one it would be an orphan. */
const open = { ...known, nextDueAt: instant };
const owned = { ...open, followUp: FollowUpSchema };
/** Accepted and still open: the rep was asked `asked` times about the deal, next at `askAt`. */
const worked = {
  ...owned,
  acceptedAt: instant,
  asked: z.int(),
  askAt: instant,
  /** When the agreed limit of the stage is over, and whether the manager has been notified of that. */
  limitAt: instant,
  limitTold: z._default(z.boolean(), false),
};

/** Who ended it, and the times by which both sides see how long each part took. */
const closed = { ownerId: z.string(), firstAssignedAt: z.optional(instant), acceptedAt: z.optional(instant) };

/** An MQL that waits for a rep. `rank` orders the queue as text; `reps` are those who could take it. */
const WaitingSchema = /* @__PURE__ */ droppable(() =>
  z.object({ since: instant, rank: z.string(), reps: z.array(z.string()) }),
);

/** A lead by stage: what a stage needs is there by type. */
export const LeadSchema = /* @__PURE__ */ droppable(() =>
  z.discriminatedUnion("stage", [
    z.object({ stage: z.literal("captured"), ...open }),
    z.object({ stage: z.literal("nurturing"), ...open }),
    z.object({ stage: z.literal("qualified"), ...open, qualifiedAt: instant, waiting: z.optional(WaitingSchema) }),
    /** `handOffMail`: nobody knows yet whether the owner's mail went, so that their clock does not run. */
    z.object({ stage: z.literal("assigned"), ...owned, handOffMail: z.optional(z.literal("unconfirmed")) }),
    z.object({ stage: z.literal("handed-off"), ...owned }),
    z.object({ stage: z.literal("accepted"), ...worked }),
    z.object({ stage: z.literal("sales-qualified"), ...worked }),
    z.object({ stage: z.literal("opportunity"), ...worked }),
    z.object({ stage: z.literal("won"), ...known, ...closed, ...money }),
    z.object({ stage: z.literal("lost"), ...known, ...closed, reason: z.optional(z.string()) }),
    z.object({ stage: z.literal("dormant"), ...known }),
    z.object({ stage: z.literal("disqualified"), ...known }),
  ]),
);
export type Lead = z.infer<typeof LeadSchema>;

/** The names of everything that is known of a lead in one stage or another. */
export const leadAttributes: ReadonlySet<string> = /* @__PURE__ */ droppable(
  () => new Set(LeadSchema.def.options.flatMap(({ shape }) => Object.keys(shape))),
);
export type LeadIn<S extends Lead["stage"]> = Extract<Lead, { stage: S }>;

/** In a rep's hands, without an answer yet. */
export type Unanswered = LeadIn<"assigned"> | LeadIn<"handed-off">;
export const isUnanswered = (lead: Lead): lead is Unanswered =>
  lead.stage === "assigned" || lead.stage === "handed-off";

/** Accepted, with an outcome that is still open. */
export type Worked = LeadIn<WorkedStage>;
export const isWorked = (lead: Lead): lead is Worked => workedStages.some((stage) => stage === lead.stage);

/** Something the lead did: at its own time, which may be before it reached us. */
export const EngagementSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    engagementId: z.string(),
    kind: z.string(),
    at: instant,
    /** What it was about: a page or a piece of content. */
    subject: z.optional(z.string()),
  }),
);
export type Engagement = z.infer<typeof EngagementSchema>;

/** The form of an id of ours, such as a lead's. Whatever else is asked for is not there; a key of the table takes no more than so much. */
export const isId = (text: string): boolean => /^[\w-]{1,64}$/.test(text);
