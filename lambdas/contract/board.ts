/**
 * The contract between the board and its API. Texts for people are in both languages; instants are ISO 8601 in UTC;
 * shares and rates go from 0 to 1 and are `null` where there is nothing to divide by; durations are seconds.
 */
import * as z from "zod/mini";
import { AsideKindSchema } from "./agreed-limits.ts";
import {
  AddLeadSchema,
  KnownValueSchema,
  LeadAddedSchema,
  SimilarBodySchema,
  SimilarLeadsSchema,
  SimilarSchema,
  TypedFieldsSchema,
  TypedValuesSchema,
} from "./board-by-hand.ts";
import { ExportQuerySchema, ExportSchema } from "./board-export.ts";
import {
  SourcesViewSchema,
  SourceTriedSchema,
  SourceTryBodySchema,
  UnreadDoneSchema,
  UnreadWishSchema,
} from "./board-sources.ts";
import { waysOfConsent } from "./by-hand.ts";
import {
  ImportBodySchema,
  ImportListSchema,
  ImportRefusedSchema,
  ImportRowsQuerySchema,
  ImportRowsSchema,
  ImportUploadSchema,
  ImportViewSchema,
  importBodies,
} from "./imports.ts";
import { limits } from "./limits.ts";
import { MoneySchema } from "./money.ts";
import { OwnValueSchema, ownFieldTypes } from "./own-value.ts";
import type { ReadOnly } from "./read-only.ts";
import {
  CheckBodySchema,
  CheckedSchema,
  DraftSchema,
  EndBodySchema,
  ProposalViewSchema,
  ProposeBodySchema,
  ProposedSchema,
  RoomViewSchema,
  SignBodySchema,
  SignerBodySchema,
} from "./room.ts";
import { DepartmentSchema, LanguageSchema, StageSchema } from "./stages.ts";
import { droppable } from "./start-light.ts";
import { TrialViewSchema, TryBodySchema } from "./trial.ts";

/** This mark lets the bundler drop unused schemas, and with them zod, from the board's first page. */
/* @__NO_SIDE_EFFECTS__ */
const text = (...checks: Parameters<z.ZodMiniString["check"]>) => z.string().check(...checks);

/** A text that is not empty, within its limit. */
/* @__NO_SIDE_EFFECTS__ */
const within = (limit: "reasonCharacters" | "decisionCharacters") =>
  text(z.trim(), z.minLength(1), z.maxLength(limits[limit]));

/** A text in both languages. */
export const SaidSchema = /* @__PURE__ */ droppable(() => z.object({ es: z.string(), en: z.string() }));
const reasons = /* @__PURE__ */ droppable(() => z.array(z.object({ id: z.string(), label: SaidSchema })));
const rate = z.nullable(z.number());

/** Every user has one of these roles; the API enforces what each may see and do. */
export const RoleSchema = /* @__PURE__ */ droppable(() => z.enum(["marketing", "rep", "manager", "operations"]));
export type Role = z.infer<typeof RoleSchema>;

/** What can be done to a lead from its page. */
export const LeadActionSchema = /* @__PURE__ */ droppable(() =>
  z.enum([
    "decide",
    "override",
    "answer",
    "outcome",
    "reassign",
    "recycle",
    "new-deal",
    "take-over",
    "dismiss",
    "edit",
    "not-same",
    "unsubscribe",
    "export",
    "erase",
  ]),
);
export type LeadAction = z.infer<typeof LeadActionSchema>;

/** What can be decided on a lead whom nobody in sales answered: by the one who had it last, by another, or not by sales. */
export const SilenceDecisionSchema = /* @__PURE__ */ droppable(() =>
  z.enum(["call-again", "other-rep", "nurture", "close"]),
);
export type SilenceDecision = z.infer<typeof SilenceDecisionSchema>;

/** A rep does these with own leads only. */
export const actionsOfRole = {
  marketing: [
    "decide",
    "override",
    "recycle",
    "new-deal",
    "take-over",
    "dismiss",
    "edit",
    "not-same",
    "unsubscribe",
    "erase",
  ],
  rep: ["answer", "outcome", "new-deal", "take-over", "dismiss", "edit", "not-same", "unsubscribe"],
  manager: [
    "decide",
    "answer",
    "outcome",
    "reassign",
    "recycle",
    "new-deal",
    "take-over",
    "dismiss",
    "edit",
    "not-same",
    "unsubscribe",
  ],
  operations: ["unsubscribe", "export", "erase"],
} as const satisfies Record<Role, readonly LeadAction[]>;

/** Parts of the board beside the ones that everyone sees. */
export const mayAddLeads = (role: Role): boolean => role !== "operations";
export const seesAllLeads = (role: Role): boolean => role !== "rep";
export const mayRecordDecisions = (role: Role): boolean => role !== "rep";

/** Addresses of the API, below the board's own. */
export const boardPaths = {
  board: "/board",
  api: "/board/api",
  session: "/board/session",
  /** The page behind the link that is mailed for a forgotten password; the reference stands behind a `#`. */
  newPassword: "/board/new-password",
} as const;

/** `GET me`: who is signed in, and the agreement's words that every page needs. */
export const MeSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    user: z.string(),
    name: z.string(),
    role: RoleSchema,
    /** The user's colleague in the agreement, if any; a rep always has one. */
    colleagueId: z.optional(z.string()),
    language: LanguageSchema,
    company: z.string(),
    /** ISO 4217; the company's own first. */
    currencies: z.array(z.string()),
    /** IANA name. */
    timeZone: z.string(),
    agreementVersion: z.string(),
    /** In the order of a lead's life. */
    stages: z.array(z.object({ id: StageSchema, label: SaidSchema, owner: DepartmentSchema, isOpen: z.boolean() })),
    people: z.array(
      z.object({ id: z.string(), name: z.string(), post: z.enum(["rep", "manager", "director", "marketing"]) }),
    ),
    personas: z.array(z.object({ id: z.string(), name: SaidSchema })),
    /** The agreement's own fields that lists show. */
    listFields: z.optional(
      z.array(
        z.object({
          id: z.string(),
          label: SaidSchema,
          type: z.enum(ownFieldTypes),
          options: z.optional(reasons),
          currency: z.optional(z.string()),
        }),
      ),
    ),
    /** The sources of the last weeks' leads. */
    sources: z.array(z.string()),
    /** The agreement's form tools, by the origin that their leads have. */
    formTools: z.optional(z.array(z.object({ origin: z.string(), label: SaidSchema }))),
    grades: z.array(z.string()),
    rejectReasons: z.array(z.object({ id: z.string(), label: SaidSchema, leadsTo: z.enum(["recycle", "disqualify"]) })),
    lostReasons: reasons,
    /** The fields of a lead who is added by hand, for a user who may. */
    addable: z.optional(TypedFieldsSchema),
    /** How a hand-off can be answered with `accepted`: ids of `how` with their words. */
    waysOfContact: reasons,
  }),
);
export type Me = ReadOnly<z.infer<typeof MeSchema>>;

/** A lead as a column or a list shows it. */
export const CardSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    leadId: z.string(),
    cycle: z.int(),
    stage: StageSchema,
    name: z.optional(z.string()),
    company: z.optional(z.string()),
    email: z.string(),
    /** Such as `A1`. */
    grade: z.optional(z.string()),
    persona: z.optional(z.string()),
    source: z.optional(z.string()),
    ownerId: z.optional(z.string()),
    /**
     * By when its stage owes it the next thing: the follow-up's deadline, the limit of the stage it is worked in, else
     * the next step. None when it has ended.
     */
    dueAt: z.optional(z.string()),
    /** In this stage since. */
    since: z.string(),
    lane: z.optional(z.string()),
    amount: z.optional(z.number()),
    /** Of the amount; the company's own when it is missing. */
    currency: z.optional(z.string()),
    /** By the ids of the agreement's own fields; texts are cut. */
    own: z.optional(z.record(z.string(), OwnValueSchema)),
    /** When a form came while sales had it in hand, or had closed it. */
    wroteAgainAt: z.optional(z.string()),
    /** When a form from another browser asked for something, of a lead that no one has in hand; it is not confirmed. */
    unconfirmedAt: z.optional(z.string()),
    /** When a form asked for something that could not be answered: no further mail may go to its address. */
    heldWishAt: z.optional(z.string()),
    needsAttention: z.optional(z.literal(true)),
    /**
     * The mail that tells the owner of the lead is not confirmed yet, or was refused for good: no clock runs.
     */
    handOffMail: z.optional(z.enum(["unconfirmed", "refused"])),
    demo: z.optional(z.literal(true)),
  }),
);
export type Card = ReadOnly<z.infer<typeof CardSchema>>;

/** Query of `GET columns/{stage}`; a rep is always shown own leads only, whatever `owner` says. */
export const ColumnQuerySchema = /* @__PURE__ */ droppable(() =>
  z.object({
    cursor: z.optional(z.string()),
    owner: z.optional(text(z.maxLength(100))),
    persona: z.optional(z.string()),
    source: z.optional(z.string()),
    grade: z.optional(z.string()),
    overdue: z.optional(z.literal("1")),
    attention: z.optional(z.literal("1")),
  }),
);
export type ColumnQuery = z.infer<typeof ColumnQuerySchema>;

/** One page of a column. A page may be short, or empty, and still have a cursor: the search stopped there. */
export const ColumnPageSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    stage: StageSchema,
    cards: z.array(CardSchema),
    cursor: z.optional(z.string()),
    asOf: z.string(),
  }),
);
export type ColumnPage = ReadOnly<z.infer<typeof ColumnPageSchema>>;

/** `GET pulse`: cheap enough to ask every two seconds. A stage whose `pulse` has changed is worth reading again. */
export const PulseSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    stages: z.partialRecord(StageSchema, z.object({ count: z.int(), pulse: z.string() })),
    asOf: z.string(),
  }),
);
export type Pulse = ReadOnly<z.infer<typeof PulseSchema>>;

/**
 * `POST search`: a whole e-mail address or the beginning of one, or of a company's name. A read that is posted: what
 * people type to find a person stands in no address.
 */
export const SearchBodySchema = /* @__PURE__ */ droppable(() => z.object({ q: text(z.maxLength(320)) }));
/** Response to it. */
export const SearchResultSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    cards: z.array(CardSchema),
    /** There are more than are shown. */
    more: z.boolean(),
  }),
);
export type SearchResult = ReadOnly<z.infer<typeof SearchResultSchema>>;
/** `POST exports/search`: what is found by it, as a file. */
export const SearchExportSchema = /* @__PURE__ */ droppable(() =>
  z.extend(SearchBodySchema, { language: LanguageSchema }),
);

/** `GET worklist?owner=`: open leads in someone's hands, the most urgent first. */
export const WorklistSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    ownerId: z.string(),
    cards: z.array(CardSchema),
    /** There are more than are shown. */
    more: z.optional(z.boolean()),
    asOf: z.string(),
  }),
);
export type Worklist = ReadOnly<z.infer<typeof WorklistSchema>>;

const ToneSchema = /* @__PURE__ */ droppable(() => z.enum(["plain", "good", "bad", "warn"]));
export type Tone = z.infer<typeof ToneSchema>;

/** One thing that happened to a lead. */
export const StoryEntrySchema = /* @__PURE__ */ droppable(() =>
  z.object({
    at: z.string(),
    cycle: z.int(),
    kind: z.enum([
      "visit",
      "content",
      "form",
      "mail",
      "score",
      "decision",
      "assignment",
      "stage",
      "clock",
      "breach",
      "answer",
      "outcome",
      "consent",
      "override",
      "other",
    ]),
    title: SaidSchema,
    /** Reasons, lines of a score, what was said. */
    details: z.array(SaidSchema),
    /** Name of the person who did it, if any. */
    by: z.optional(z.string()),
    tone: ToneSchema,
    /** The hash of the agreement's terms that applied. */
    agreementVersion: z.optional(z.string()),
    /** Which version that was, and since when it was in force; missing of terms that never were. */
    agreement: z.optional(z.object({ number: z.int(), since: z.string() })),
  }),
);
export type StoryEntry = ReadOnly<z.infer<typeof StoryEntrySchema>>;

/** Points as they were last counted, and when; none before. Sales works with those of the hand-off. */
const ScoreShownSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    points: z.number(),
    lines: z.array(SaidSchema),
    at: z.optional(z.string()),
    /** What is known of the lead has changed since. */
    isOlder: z.optional(z.literal(true)),
  }),
);

/** `GET leads/{leadId}`: the whole story. */
export const LeadStorySchema = /* @__PURE__ */ droppable(() =>
  z.object({
    card: CardSchema,
    version: z.int(),
    language: LanguageSchema,
    /** The lead's facts, in reading order. */
    facts: z.array(
      z.object({
        label: SaidSchema,
        value: z.string(),
        /** The value in the reader's language, where the two word it differently. */
        said: z.optional(SaidSchema),
      }),
    ),
    /** What is and was known of each fact that has more to it than the first form, by the label of the fact. */
    histories: z.optional(z.array(z.object({ label: SaidSchema, values: z.array(KnownValueSchema) }))),
    /** What may be corrected, for `edit`. */
    editable: z.optional(TypedFieldsSchema),
    /** Leads who may be the same person, and of whom nobody has said that they are not. */
    similar: z.optional(SimilarLeadsSchema),
    /** What later forms said otherwise and nobody has decided on: taken over or dismissed by field and form. */
    claims: z.optional(z.array(z.object({ field: z.string(), submissionId: z.string(), text: SaidSchema }))),
    /** Forms that wait for a click on their link, the newest first, with what they ask for. */
    unconfirmed: z.optional(z.array(z.object({ submissionId: z.string(), text: SaidSchema }))),
    /** What forms asked for that could not be answered by mail. */
    heldWish: z.optional(SaidSchema),
    /** The consent ledger: what forms said of our mails, in their words, and what became of it. The newest first. */
    consents: z.optional(
      z.array(
        z.object({
          at: z.string(),
          answer: z.enum(["yes", "no", "unclear"]),
          said: z.optional(z.string()),
          textVersion: z.optional(z.string()),
          page: z.optional(z.string()),
          /** Of a yes by word of mouth: who noted it, and how it was given. */
          by: z.optional(z.string()),
          how: z.optional(z.enum(waysOfConsent)),
          state: z.optional(z.enum(["confirmed", "unconfirmed", "ended", "paused", "obeyed", "lifted"])),
          stateAt: z.optional(z.string()),
        }),
      ),
    ),
    /** Why it is where it is, and what happens next and when. */
    why: SaidSchema,
    next: z.array(z.object({ at: z.optional(z.string()), text: SaidSchema })),
    fit: ScoreShownSchema,
    familiarity: ScoreShownSchema,
    /** Newest first. */
    entries: z.array(StoryEntrySchema),
    /** The lead has more history than was read. */
    isCut: z.boolean(),
    /** Nobody in sales answered it, and nobody has decided yet: since when it has waited, and who had it, in order. */
    unanswered: z.optional(
      z.object({ since: z.string(), owners: z.array(z.object({ id: z.string(), name: z.string() })) }),
    ),
    /** What this user may do with it now. */
    actions: z.array(LeadActionSchema),
    /** For `export`: the person has confirmed the mailbox, so that the link goes there. */
    hasProvenMailbox: z.optional(z.boolean()),
    /** Colleagues who can take it, for `reassign`, `decide` and for an answer that passes it on. */
    colleagues: z.array(z.object({ id: z.string(), name: z.string(), note: SaidSchema })),
    /** The outcomes that are possible now, for `outcome`. */
    outcomes: z.array(z.string()),
  }),
);
export type LeadStory = ReadOnly<z.infer<typeof LeadStorySchema>>;

const reason = /* @__PURE__ */ droppable(() => within("reasonCharacters"));
/** One claim, by its field and the form that said it. */
const claim = /* @__PURE__ */ droppable(() =>
  z.object({ version: z.int(), field: z.string(), submissionId: z.string() }),
);
/**
 * Bodies of `POST leads/{leadId}/{action}`; `version` is that of the story on the screen: a lead that has changed since
 * is left alone.
 */
export const actionBodies = /* @__PURE__ */ droppable(
  () =>
    ({
      /** `to`: the colleague who is to call. */
      decide: z.object({ version: z.int(), decision: SilenceDecisionSchema, to: z.optional(z.string()), reason }),
      override: z.object({ version: z.int(), verdict: z.enum(["qualified", "not-yet", "disqualified"]), reason }),
      /** The fields of `POST /answers`, without `leadId` and `by`. */
      answer: z.looseObject({ version: z.int() }),
      /** The fields of `POST /outcomes`, without `leadId` and `by`. */
      outcome: z.looseObject({ version: z.int() }),
      reassign: z.object({ version: z.int(), to: z.string(), reason }),
      recycle: z.object({ version: z.int(), reason }),
      "new-deal": z.object({ version: z.int(), reason }),
      "take-over": claim,
      dismiss: claim,
      /** The fields that were changed; an empty value: what is known is wrong. */
      edit: z.object({ version: z.int(), values: TypedValuesSchema }),
      /** Another lead is not the same person, however alike. */
      "not-same": z.object({ version: z.int(), leadId: z.string() }),
      unsubscribe: z.object({ version: z.int(), reason }),
      /** `identified`: the person has been identified; needed when they have not confirmed their mailbox. */
      export: z.object({ version: z.int(), reason, identified: z.optional(z.boolean()) }),
      /** `confirm`: the lead's e-mail address, typed again. */
      erase: z.object({ version: z.int(), reason, confirm: z.string() }),
    }) as const satisfies Record<LeadAction, z.ZodMiniType>,
);

/** Response to an action. */
export const ActionDoneSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    leadId: z.string(),
    said: SaidSchema,
    /** Of an export that the caller hands over: all that is kept of the person, as JSON and as a page for them. */
    files: z.optional(z.object({ json: z.string(), page: z.string() })),
  }),
);
export type ActionDone = ReadOnly<z.infer<typeof ActionDoneSchema>>;

/** Of the won deals, one sum for each currency, the company's own first; packs made before there was a choice have none. */
const wonAmounts = /* @__PURE__ */ droppable(() => z._default(z.array(MoneySchema), []));

/** Both sides of one week. */
export const WeekFiguresSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    /** ISO week, such as `2026-W48`. */
    week: z.string(),
    from: z.string(),
    to: z.string(),
    state: z.enum(["past", "current", "future"]),
    leads: z.number(),
    mqls: z.number(),
    promisedMqls: z.number(),
    /** The forecast of MQLs at the end of the week. */
    forecast: z.optional(z.number()),
    accepted: z.number(),
    rejected: z.number(),
    acceptanceRate: rate,
    leastAcceptanceRate: z.number(),
    followedUp: z.number(),
    inTime: z.number(),
    breached: z.number(),
    shareInTime: rate,
    won: z.number(),
    lost: z.number(),
    amounts: wonAmounts,
  }),
);
export type WeekFigures = ReadOnly<z.infer<typeof WeekFiguresSchema>>;

export const SliceRowSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    id: z.string(),
    label: SaidSchema,
    leads: z.number(),
    mqls: z.number(),
    accepted: z.number(),
    rejected: z.number(),
    won: z.number(),
    lost: z.number(),
    amounts: wonAmounts,
    followedUp: z.number(),
    inTime: z.number(),
    breached: z.number(),
  }),
);
export type SliceRow = ReadOnly<z.infer<typeof SliceRowSchema>>;

/** How leads go on from a stage: of those that left it in these weeks. `won` is the last, and nothing leaves it. */
export const StageFiguresSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    stage: StageSchema,
    /** Each entry counts, also that of a lead that comes back in another cycle. */
    entered: z.number(),
    left: z.number(),
    /** Of those, the ones that went on towards the deal. */
    forward: z.number(),
    conversion: rate,
    /** Of those that left it; from a histogram whose steps are 12 % wide. */
    medianSeconds: rate,
  }),
);
export type StageFigures = ReadOnly<z.infer<typeof StageFiguresSchema>>;

const wonOf = /* @__PURE__ */ droppable(() => z.object({ won: z.number(), ended: z.number(), rate }));

/** Won rates with and without something, of the leads that sales has closed: won, lost, or turned down. */
export const EffectSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    id: z.string(),
    /** Of a criterion: whose it is. */
    persona: z.optional(z.string()),
    kind: z.enum(["criterion", "familiarity", "content"]),
    label: SaidSchema,
    with: wonOf,
    without: wonOf,
  }),
);
export type Effect = ReadOnly<z.infer<typeof EffectSchema>>;

/** `GET figures?weeks=12`: everything that the counters say. */
export const FiguresSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    asOf: z.string(),
    timeZone: z.string(),
    /** Oldest first; the last one is the week that the figures are about: the current one, or a pack's. None before the start. */
    weeks: z.array(WeekFiguresSchema),
    bySource: z.array(SliceRowSchema),
    byPersona: z.array(SliceRowSchema),
    byRep: z.array(SliceRowSchema),
    stages: z.array(StageFiguresSchema),
    rejectReasons: z.array(z.object({ id: z.string(), label: SaidSchema, counts: z.array(z.number()) })),
    effects: z.array(EffectSchema),
    /** Deals won in the quarter, up to the end of the last week, against the goal. */
    goal: z.object({
      /** Such as `2026-Q4`; packs made earlier have none. */
      quarter: z.optional(z.string()),
      from: z.string(),
      to: z.string(),
      won: z.number(),
      target: z.number(),
    }),
    /** MQLs that wait for a rep now. */
    waiting: z.number(),
    sentences: z.array(SaidSchema),
  }),
);
export type Figures = ReadOnly<z.infer<typeof FiguresSchema>>;

/** `GET agreement`. */
export const AgreementViewSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    version: z.string(),
    /** Of the version in force; missing before it is recorded. */
    number: z.optional(z.int()),
    since: z.optional(z.string()),
    /** No version has been signed by both departments on the board yet. */
    isUnsigned: z.optional(z.literal(true)),
    /** The contract in plain words, by chapter. */
    chapters: z.array(z.object({ title: SaidSchema, lines: z.array(SaidSchema) })),
    glossary: z.array(z.object({ id: z.string(), term: SaidSchema, meaning: SaidSchema })),
    stages: z.array(
      z.object({ id: StageSchema, label: SaidSchema, owner: DepartmentSchema, limit: z.optional(SaidSchema) }),
    ),
    /** Newest first. */
    versions: z.array(
      z.object({
        number: z.int(),
        version: z.string(),
        since: z.string(),
        /** Against the one before; empty for the first that is known. */
        changes: z.array(SaidSchema),
        /** How it was agreed on the board; missing of one that a deployment brought. */
        agreed: z.optional(
          z.object({
            proposalId: z.string(),
            title: z.string(),
            why: z.string(),
            byName: z.string(),
            signatures: z.array(z.object({ department: DepartmentSchema, name: z.string(), at: z.string() })),
          }),
        ),
        /** What the meeting said of it when it closed it. */
        closed: z.optional(z.object({ week: z.string(), verdict: z.string(), by: z.string(), at: z.string() })),
      }),
    ),
  }),
);
export type AgreementView = ReadOnly<z.infer<typeof AgreementViewSchema>>;

/** `GET attention`: what a person should look at, each with its remedy. */
export const AttentionViewSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    asOf: z.string(),
    flagged: z.array(z.object({ card: CardSchema, error: z.string(), at: z.string(), remedy: SaidSchema })),
    /** Their owners never got the mail that tells of them, and nobody else has taken them yet. */
    refused: z.array(z.object({ card: CardSchema, remedy: SaidSchema })),
    /** Nobody in sales answered them, and nobody has decided yet what becomes of them; those who wait longest first. */
    unanswered: z.array(
      z.object({
        card: CardSchema,
        /** When they returned to marketing, and since when they had waited. */
        at: z.string(),
        since: z.string(),
        /** Names of those who had them, in order. */
        owners: z.array(z.string()),
        remedy: SaidSchema,
      }),
    ),
    /** There are more than are shown. */
    moreUnanswered: z.boolean(),
    breached: z.array(z.object({ card: CardSchema, remedy: SaidSchema })),
    /** There are more than are shown. */
    moreBreached: z.boolean(),
    /** Some of these lists has more than are shown. */
    isCut: z.optional(z.boolean()),
    /** Whom the agreement's retention erases within so many days; for marketing and operations. */
    erasedSoon: z.optional(
      z.object({
        days: z.int(),
        /** `more`: not all that ended so long ago were looked at. */
        endings: z.array(z.object({ stage: StageSchema, count: z.int(), more: z.boolean() })),
        /** The first, each with when. */
        first: z.array(z.object({ card: CardSchema, at: z.string() })),
      }),
    ),
    orphans: z.array(z.object({ leadId: z.string(), at: z.string(), why: SaidSchema, remedy: SaidSchema })),
    deadLetters: z.array(z.object({ queue: z.string(), messages: z.number(), loss: SaidSchema, remedy: SaidSchema })),
  }),
);
export type AttentionView = ReadOnly<z.infer<typeof AttentionViewSchema>>;

/** `GET aside?kind=`: forms and leads that are kept aside, by the reason. */
export const AsideViewSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    asOf: z.string(),
    /** Each reason for which something is kept aside, and how much. */
    kinds: z.array(z.object({ kind: AsideKindSchema, label: SaidSchema, count: z.int() })),
    /** The one whose newest are here. */
    kind: AsideKindSchema,
    entries: z.array(
      z.object({
        id: z.string(),
        at: z.string(),
        email: z.string(),
        name: z.optional(z.string()),
        company: z.optional(z.string()),
        message: z.optional(z.string()),
        /** What speaks for a machine. */
        reasons: z.array(SaidSchema),
        /** It has become a lead already, and is kept aside, or nurtured, as one. */
        leadId: z.optional(z.string()),
      }),
    ),
  }),
);
export type AsideView = ReadOnly<z.infer<typeof AsideViewSchema>>;
export type AsideEntry = AsideView["entries"][number];

/** `release`: as if it had passed when it came. `drop`: it goes, for good. */
export const AsideDecisionSchema = /* @__PURE__ */ droppable(() => z.enum(["release", "drop"]));
export type AsideDecision = z.infer<typeof AsideDecisionSchema>;

/** Which: some by name, or those of one reason that came until then, the oldest first and some at a time. */
export const AsideWishSchema = /* @__PURE__ */ droppable(() =>
  z.union([
    z.strictObject({ ids: z.array(text(z.maxLength(200))).check(z.minLength(1), z.maxLength(25)) }),
    z.strictObject({ kind: AsideKindSchema, until: z.iso.datetime() }),
  ]),
);

export const AsideDoneSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    count: z.int(),
    /** There are more of this reason: the same request again goes on with them. */
    left: z.boolean(),
    said: SaidSchema,
  }),
);
export type AsideDone = z.infer<typeof AsideDoneSchema>;

/** Who decides on what is kept aside, and on what form tools have sent and nobody could read. */
export const mayDecideAside = (role: Role): boolean => role === "marketing" || role === "operations";

/** Who imports lists, and takes them back. */
export const mayImport = (role: Role): boolean => role === "marketing" || role === "manager";

/** What somebody may do on the board that another will ask about later. */
const TrailDeedSchema = /* @__PURE__ */ droppable(() =>
  z.enum(["opened", "searched", "added", "changed", "erased", "exported", "secured"]),
);

/** What somebody may change about the way they sign in, as the trail names it: `session/everywhere`. */
export type AccessChange = "everywhere" | "second-factor" | "recovery-code" | "factor-reset" | "password";

/** What one user did with one thing in one hour; never what they read, typed or were looking for. */
export const TrailStepSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    user: z.string(),
    role: RoleSchema,
    did: TrailDeedSchema,
    /** The action by its path, such as `leads/override` or `session/everywhere`. */
    by: z.string(),
    leadId: z.optional(z.string()),
    /** Of an exported list: its filters as codes, and how many rows were handed out. */
    filters: z.optional(z.string()),
    rows: z.optional(z.int()),
    /** It was refused: no such lead for them, no right, or no longer possible. */
    refused: z.optional(z.literal(true)),
    firstAt: z.string(),
    lastAt: z.string(),
    times: z.int(),
  }),
);
export type TrailStep = ReadOnly<z.infer<typeof TrailStepSchema>>;

/** `GET trail`: one day's, the newest first. */
export const TrailSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    /** In UTC, such as `2026-11-30`. */
    day: z.string(),
    steps: z.array(TrailStepSchema),
    /** There are more than are shown. */
    more: z.boolean(),
  }),
);
export type Trail = ReadOnly<z.infer<typeof TrailSchema>>;

/** `GET wins`: the newest first. */
export const WinsSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    wins: z.array(
      z.object({
        leadId: z.string(),
        company: z.optional(z.string()),
        name: z.optional(z.string()),
        amount: z.optional(z.number()),
        currency: z.optional(z.string()),
        wonAt: z.string(),
        /** Who closed it, and what brought it. */
        closedBy: z.string(),
        source: z.optional(z.string()),
        persona: z.optional(z.string()),
        /** From the first form to the deal. */
        seconds: z.number(),
        demo: z.optional(z.literal(true)),
      }),
    ),
    /** There are more, won before these. */
    more: z.optional(z.boolean()),
  }),
);
export type Wins = ReadOnly<z.infer<typeof WinsSchema>>;

/** What a meeting decided. */
export const MeetingDecisionSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    decisionId: z.string(),
    /** The week in whose meeting it was made. */
    week: z.string(),
    text: z.string(),
    ownerId: z.string(),
    notedBy: z.string(),
    notedAt: z.string(),
    /** Whether it held, as the next meeting recorded; missing until then. */
    held: z.optional(z.boolean()),
    heldSaidBy: z.optional(z.string()),
    heldSaidAt: z.optional(z.string()),
    /** Its text was replaced, by whom and when; the old one is not kept. */
    rewordedBy: z.optional(z.string()),
    rewordedAt: z.optional(z.string()),
  }),
);
export type MeetingDecision = ReadOnly<z.infer<typeof MeetingDecisionSchema>>;
export const DecisionBodySchema = /* @__PURE__ */ droppable(() =>
  z.object({
    text: within("decisionCharacters"),
    ownerId: text(z.minLength(1)),
  }),
);
export const HeldBodySchema = /* @__PURE__ */ droppable(() => z.object({ held: z.boolean() }));
/** Response to it. */
const HeldNotedSchema = /* @__PURE__ */ droppable(() => z.object({ decisionId: z.string(), held: z.boolean() }));
export type HeldNoted = z.infer<typeof HeldNotedSchema>;
/** Another text for a decision, such as one without a person's name. */
export const RewordBodySchema = /* @__PURE__ */ droppable(() => z.object({ text: within("decisionCharacters") }));
/** Response to it. */
const RewordedSchema = /* @__PURE__ */ droppable(() => z.object({ decisionId: z.string(), text: z.string() }));
export type Reworded = z.infer<typeof RewordedSchema>;

/** A chart as data: drawn on the board and in the mail alike. */
export const ChartSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    id: z.string(),
    title: SaidSchema,
    /** What it shows, in a sentence: its text alternative. */
    alt: SaidSchema,
    kind: z.enum(["bars", "lines", "funnel"]),
    categories: z.array(SaidSchema),
    series: z.array(
      z.object({
        name: SaidSchema,
        values: z.array(rate),
        /** `promise`: drawn as the line that is to be reached. */
        as: z.optional(z.enum(["bar", "line", "promise"])),
        /** Of shares: how many of how many each is. */
        counts: z.optional(z.array(z.object({ part: z.number(), whole: z.number() }))),
      }),
    ),
    /** The last category is a week that is not over. */
    endsOpen: z.optional(z.boolean()),
    unit: z.optional(z.enum(["count", "share", "amount", "duration"])),
    /** Of amounts. */
    currency: z.optional(z.string()),
  }),
);
export type Chart = ReadOnly<z.infer<typeof ChartSchema>>;

/** Leads to talk over, each with its story. */
const topics = /* @__PURE__ */ droppable(() =>
  z.array(z.object({ leadId: z.string(), title: SaidSchema, story: z.array(SaidSchema) })),
);

/**
 * What is to be another value of the agreement. The path goes by keys, and in lists by the `id` or `kind` of their members:
 * `["personas", "operations", "criteria", "decides", "points"]`.
 */
export const TermChangeSchema = /* @__PURE__ */ droppable(() =>
  z.object({ path: z.array(z.string()), value: z.union([z.string(), z.number(), z.boolean()]) }),
);
export type TermChange = ReadOnly<z.infer<typeof TermChangeSchema>>;

/**
 * A change that the week's figures speak for. The room opens it as a proposal by the pack's week and its number in the
 * pack, which begins with 1: see `packProposalPath`.
 */
export const PackProposalSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    /** With its numbers. */
    says: SaidSchema,
    /** How many answers, closed leads, MQLs or rejections it rests on. */
    cases: z.optional(z.int()),
    /** 95%, of a difference of two shares, of a share, of a number per week, or of how many times as often (`null`: no most). */
    interval: z.optional(
      z.object({ of: z.enum(["difference", "share", "per-week", "times"]), from: z.number(), to: rate }),
    ),
    /** Missing: it is for the meeting to talk about, and changes no key. */
    change: z.optional(z.array(TermChangeSchema)),
  }),
);
export type PackProposal = ReadOnly<z.infer<typeof PackProposalSchema>>;
/** Below the board: `/room/propose?pack=2026-W48&number=2`. */
export const packProposalPath = (week: string, number: number): string =>
  `/room/propose?pack=${encodeURIComponent(week)}&number=${number}`;

const changeFacts = /* @__PURE__ */ droppable(() => ({
  /** Of the version that it made. */
  number: z.int(),
  version: z.string(),
  since: z.string(),
  /** What it was called when it was proposed. */
  title: SaidSchema,
  /** The first of what it changed. */
  changes: z.array(SaidSchema),
  /** By the trial on the past, and what came since it is in force. */
  expected: z.array(SaidSchema),
  came: z.array(SaidSchema),
}));
/** Did it pay? A change of the agreement that the meeting has not closed, as its pack keeps it. */
export const ChangeCardSchema = /* @__PURE__ */ droppable(() => z.object(changeFacts));
export type ChangeCard = ReadOnly<z.infer<typeof ChangeCardSchema>>;

/** What a meeting said of a change when it closed it. */
export const ChangeVerdictSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    number: z.int(),
    /** In whose meeting. */
    week: z.string(),
    verdict: z.string(),
    closedBy: z.string(),
    closedAt: z.string(),
  }),
);
export type ChangeVerdict = ReadOnly<z.infer<typeof ChangeVerdictSchema>>;
/** `POST meetings/{week}/changes/{number}`: closes it. Again with other words: they replace the first. */
export const CloseChangeBodySchema = /* @__PURE__ */ droppable(() =>
  z.object({ closed: z.literal(true), verdict: within("decisionCharacters") }),
);

/** `GET meetings/{week}`, and what the mail says. */
export const MeetingPackSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    week: z.string(),
    /** The week under review. */
    about: z.string(),
    heldAt: z.string(),
    madeAt: z.string(),
    /** In force when the pack was made; packs made earlier do not say. */
    agreement: z.optional(z.object({ number: z.int(), version: z.string(), since: z.string() })),
    figures: z.pick(FiguresSchema, {
      weeks: true,
      bySource: true,
      stages: true,
      rejectReasons: true,
      goal: true,
      sentences: true,
      waiting: true,
    }),
    charts: z.array(ChartSchema),
    /** What went well. */
    worked: z.array(SaidSchema),
    breaches: topics,
    rejected: topics,
    stuck: topics,
    proposals: z.array(PackProposalSchema),
    wins: topics,
    /** The changes that no earlier meeting has closed, the newest first; packs made earlier have none. */
    changes: z.optional(z.array(z.object({ ...changeFacts, closed: z.optional(ChangeVerdictSchema) }))),
    /** Sections of which there is more than is listed: a meeting has an hour. */
    more: z.optional(z.array(z.enum(["breaches", "rejected", "stuck", "wins"]))),
    /** Of the last meetings, with whether they held. */
    decisions: z.array(MeetingDecisionSchema),
  }),
);
export type MeetingPack = ReadOnly<z.infer<typeof MeetingPackSchema>>;

/** `GET meetings`: newest first. */
export const MeetingsSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    next: z.object({ week: z.string(), at: z.string() }),
    packs: z.array(z.object({ week: z.string(), madeAt: z.string() })),
  }),
);
export type Meetings = ReadOnly<z.infer<typeof MeetingsSchema>>;

/** Wants to set up a second factor: gets a ticket for it, once everything else is proved. */
const enrols = /* @__PURE__ */ droppable(() => z._default(z.boolean(), false));
const credentials = /* @__PURE__ */ droppable(() => ({
  user: text(z.minLength(1), z.maxLength(128)),
  password: text(z.minLength(1), z.maxLength(256)),
}));
const typedCode = /* @__PURE__ */ droppable(() => text(z.minLength(1), z.maxLength(40)));
/** What one step of a sign-in gives for the next: Cognito's tokens in it are some 2 KB. */
const sealedText = /* @__PURE__ */ droppable(() => text(z.minLength(1), z.maxLength(6144)));

/** `POST /board/session`. */
export const SignInBodySchema = /* @__PURE__ */ droppable(() => z.object({ ...credentials, enrols }));
/** `POST /board/session/code`: the second factor's. */
export const CodeBodySchema = /* @__PURE__ */ droppable(() =>
  z.object({ session: sealedText, code: typedCode, enrols }),
);
/** `POST /board/session/recovery`: a recovery code in its place. */
export const RecoveryBodySchema = /* @__PURE__ */ droppable(() =>
  z.object({ ...credentials, code: typedCode, enrols }),
);
/** `POST /board/session/factor`: begins to set up a second factor. */
export const TicketBodySchema = /* @__PURE__ */ droppable(() => z.object({ ticket: sealedText }));
/** `POST /board/session/enrol`: the first code ends it. */
export const EnrolBodySchema = /* @__PURE__ */ droppable(() => z.object({ ticket: sealedText, code: typedCode }));
/** `POST /board/session/password`: the first sign-in asks for a password of one's own. */
export const NewPasswordBodySchema = /* @__PURE__ */ droppable(() =>
  z.object({
    password: text(z.minLength(1), z.maxLength(256)),
    /** As the sign-in gave it: the user's name and Cognito's own session. */
    session: text(z.minLength(1), z.maxLength(128 + 1 + 2048)),
  }),
);
/** `POST /board/session/forgotten`: asks for a link by mail. `language`: of the page that asks. */
export const ForgottenBodySchema = /* @__PURE__ */ droppable(() =>
  z.object({ user: text(z.minLength(1), z.maxLength(128)), language: LanguageSchema }),
);
/** `POST /board/session/reset`: chooses a password by that link. */
export const ResetBodySchema = /* @__PURE__ */ droppable(() =>
  z.object({
    reference: text(z.minLength(1), z.maxLength(limits.referenceCharacters)),
    password: text(z.minLength(1), z.maxLength(256)),
  }),
);
/** Response of the steps of a sign-in; the refresh token is in a cookie that scripts cannot read. */
export const SessionAnswerSchema = /* @__PURE__ */ droppable(() =>
  z.discriminatedUnion("is", [
    z.object({
      is: z.literal("signed-in"),
      accessToken: z.string(),
      expiresInSeconds: z.number(),
      /** Shown this once, after a second factor was set up. */
      recoveryCodes: z.optional(z.array(z.string())),
    }),
    z.object({ is: z.literal("new-password-needed"), session: z.string() }),
    z.object({ is: z.literal("code-needed"), session: z.string() }),
    /** Setting up a new factor was begun and not ended: a recovery code gets in. */
    z.object({ is: z.literal("recovery-needed") }),
    z.object({ is: z.literal("factor-needed"), ticket: z.string() }),
    /** `uri`: the same, as an authenticator reads it from a QR code. */
    z.object({ is: z.literal("factor-secret"), secret: z.string(), uri: z.string() }),
  ]),
);
export type SessionReply = ReadOnly<z.infer<typeof SessionAnswerSchema>>;

/** What can be read below `/board/api/`, with the response. Parts in braces are filled in by the caller. */
export const boardReads = {
  me: MeSchema,
  pulse: PulseSchema,
  "columns/{stage}": ColumnPageSchema,
  worklist: WorklistSchema,
  "leads/{leadId}": LeadStorySchema,
  figures: FiguresSchema,
  agreement: AgreementViewSchema,
  attention: AttentionViewSchema,
  aside: AsideViewSchema,
  sources: SourcesViewSchema,
  imports: ImportListSchema,
  "imports/{importId}": ImportViewSchema,
  "imports/{importId}/rows": ImportRowsSchema,
  "imports/{importId}/refused": ImportRefusedSchema,
  wins: WinsSchema,
  trail: TrailSchema,
  meetings: MeetingsSchema,
  "meetings/{week}": MeetingPackSchema,
  proposals: RoomViewSchema,
  "proposals/draft": DraftSchema,
  "proposals/{proposalId}": ProposalViewSchema,
  "proposals/{proposalId}/trial": TrialViewSchema,
  "exports/{list}": ExportSchema,
} as const satisfies Record<string, z.ZodMiniType>;
export type BoardReads = typeof boardReads;

/** What these take in their query; the others take nothing. */
export const boardQueries = /* @__PURE__ */ droppable(
  () =>
    ({
      "columns/{stage}": ColumnQuerySchema,
      aside: z.object({ kind: z.optional(AsideKindSchema) }),
      "imports/{importId}/rows": ImportRowsQuerySchema,
      "imports/{importId}/refused": z.object({ language: z.optional(LanguageSchema) }),
      worklist: z.object({ owner: z.optional(z.string()) }),
      figures: z.object({ weeks: z.optional(z.string()) }),
      trail: z.object({ day: z.optional(z.string()) }),
      "proposals/draft": z.object({ from: z.optional(z.string()) }),
      "exports/{list}": ExportQuerySchema,
    }) as const satisfies Partial<Record<keyof BoardReads, z.ZodMiniType>>,
);
export type BoardQueries = typeof boardQueries;

/** What is done below `/board/api/`, with body and response. */
export const boardPosts = /* @__PURE__ */ droppable(
  () =>
    ({
      "leads/{leadId}/decide": { body: actionBodies.decide, response: ActionDoneSchema },
      "leads/{leadId}/override": { body: actionBodies.override, response: ActionDoneSchema },
      "leads/{leadId}/answer": { body: actionBodies.answer, response: ActionDoneSchema },
      "leads/{leadId}/outcome": { body: actionBodies.outcome, response: ActionDoneSchema },
      "leads/{leadId}/reassign": { body: actionBodies.reassign, response: ActionDoneSchema },
      "leads/{leadId}/recycle": { body: actionBodies.recycle, response: ActionDoneSchema },
      "leads/{leadId}/new-deal": { body: actionBodies["new-deal"], response: ActionDoneSchema },
      "leads/{leadId}/take-over": { body: actionBodies["take-over"], response: ActionDoneSchema },
      "leads/{leadId}/dismiss": { body: actionBodies.dismiss, response: ActionDoneSchema },
      leads: { body: AddLeadSchema, response: LeadAddedSchema },
      "leads/similar": { body: SimilarBodySchema, response: SimilarSchema },
      "leads/{leadId}/edit": { body: actionBodies.edit, response: ActionDoneSchema },
      "leads/{leadId}/not-same": { body: actionBodies["not-same"], response: ActionDoneSchema },
      "leads/{leadId}/unsubscribe": { body: actionBodies.unsubscribe, response: ActionDoneSchema },
      "leads/{leadId}/export": { body: actionBodies.export, response: ActionDoneSchema },
      "leads/{leadId}/erase": { body: actionBodies.erase, response: ActionDoneSchema },
      search: { body: SearchBodySchema, response: SearchResultSchema },
      "exports/search": { body: SearchExportSchema, response: ExportSchema },
      "aside/release": { body: AsideWishSchema, response: AsideDoneSchema },
      "aside/drop": { body: AsideWishSchema, response: AsideDoneSchema },
      "sources/try": { body: SourceTryBodySchema, response: SourceTriedSchema },
      "sources/again": { body: UnreadWishSchema, response: UnreadDoneSchema },
      "sources/drop": { body: UnreadWishSchema, response: UnreadDoneSchema },
      imports: { body: ImportBodySchema, response: ImportUploadSchema },
      "imports/{importId}/uploaded": { body: importBodies.uploaded, response: ImportViewSchema },
      "imports/{importId}/read": { body: importBodies.read, response: ImportViewSchema },
      "imports/{importId}/terms": { body: importBodies.terms, response: ImportViewSchema },
      "imports/{importId}/start": { body: importBodies.start, response: ImportViewSchema },
      "imports/{importId}/pause": { body: importBodies.pause, response: ImportViewSchema },
      "imports/{importId}/resume": { body: importBodies.resume, response: ImportViewSchema },
      "imports/{importId}/stop": { body: importBodies.stop, response: ImportViewSchema },
      "imports/{importId}/undo": { body: importBodies.undo, response: ImportViewSchema },
      "meetings/{week}/decisions": { body: DecisionBodySchema, response: MeetingDecisionSchema },
      "meetings/{week}/decisions/{decisionId}": { body: HeldBodySchema, response: HeldNotedSchema },
      "meetings/{week}/decisions/{decisionId}/text": { body: RewordBodySchema, response: RewordedSchema },
      "meetings/{week}/changes/{number}": { body: CloseChangeBodySchema, response: ChangeVerdictSchema },
      proposals: { body: ProposeBodySchema, response: ProposedSchema },
      "proposals/check": { body: CheckBodySchema, response: CheckedSchema },
      "proposals/signers": { body: SignerBodySchema, response: RoomViewSchema },
      "proposals/{proposalId}/withdraw": { body: EndBodySchema, response: ProposalViewSchema },
      "proposals/{proposalId}/refuse": { body: EndBodySchema, response: ProposalViewSchema },
      "proposals/{proposalId}/try": { body: TryBodySchema, response: TrialViewSchema },
      "proposals/{proposalId}/sign": { body: SignBodySchema, response: ProposalViewSchema },
    }) as const satisfies Record<string, { readonly body: z.ZodMiniType; readonly response: z.ZodMiniType }>,
);
export type BoardPosts = typeof boardPosts;
