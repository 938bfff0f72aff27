/**
 * The contract between the board and its API. Texts for people are in both languages; instants are ISO 8601 in UTC;
 * shares and rates go from 0 to 1 and are `null` where there is nothing to divide by; durations are seconds.
 */
import * as z from "zod/mini";
import { limits } from "./limits.ts";
import { type Bilingual, type Language, type Stage, StageSchema } from "./stages.ts";

/** This mark lets the bundler drop unused schemas, and with them zod, from the board's first page. */
/* @__NO_SIDE_EFFECTS__ */
const text = (...checks: Parameters<z.ZodMiniString["check"]>) => z.string().check(...checks);

/** A text that is not empty, within its limit. */
/* @__NO_SIDE_EFFECTS__ */
const within = (limit: "reasonCharacters" | "decisionCharacters") =>
  text(z.trim(), z.minLength(1), z.maxLength(limits[limit]));

/** Every user has one of these roles; the API enforces what each may see and do. */
export const RoleSchema = z.enum(["marketing", "rep", "manager", "operations"]);
export type Role = z.infer<typeof RoleSchema>;

/** What can be done to a lead from its page. */
export const LeadActionSchema = z.enum([
  "override",
  "answer",
  "outcome",
  "reassign",
  "recycle",
  "unsubscribe",
  "erase",
]);
export type LeadAction = z.infer<typeof LeadActionSchema>;

/** A rep does these with own leads only. */
export const actionsOfRole = {
  marketing: ["override", "recycle", "unsubscribe", "erase"],
  rep: ["answer", "outcome", "unsubscribe"],
  manager: ["answer", "outcome", "reassign", "recycle", "unsubscribe"],
  operations: ["unsubscribe", "erase"],
} as const satisfies Record<Role, readonly LeadAction[]>;

/** Parts of the board beside the ones that everyone sees. */
export const seesAllLeads = (role: Role): boolean => role !== "rep";
export const mayRecordDecisions = (role: Role): boolean => role !== "rep";

/** Addresses of the API, below the board's own. */
export const boardPaths = { board: "/board", api: "/board/api", session: "/board/session" } as const;

/** `GET me`: who is signed in, and the agreement's words that every page needs. */
export interface Me {
  readonly user: string;
  readonly name: string;
  readonly role: Role;
  /** The user's colleague in the agreement, if any; a rep always has one. */
  readonly colleagueId?: string;
  readonly language: Language;
  readonly company: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly agreementVersion: string;
  /** In the order of a lead's life. */
  readonly stages: readonly { id: Stage; label: Bilingual; owner: "marketing" | "sales"; isOpen: boolean }[];
  readonly people: readonly { id: string; name: string; post: "rep" | "manager" | "director" | "marketing" }[];
  readonly personas: readonly { id: string; name: Bilingual }[];
  /** The sources of the last weeks' leads. */
  readonly sources: readonly string[];
  readonly grades: readonly string[];
  readonly rejectReasons: readonly { id: string; label: Bilingual; leadsTo: "recycle" | "disqualify" }[];
  readonly lostReasons: readonly { id: string; label: Bilingual }[];
  /** How a hand-off can be answered with `accepted`: ids of `how` with their words. */
  readonly waysOfContact: readonly { id: string; label: Bilingual }[];
}

/** A lead as a column or a list shows it. */
export const CardSchema = z.object({
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
  needsAttention: z.optional(z.literal(true)),
  demo: z.optional(z.literal(true)),
});
export type Card = z.infer<typeof CardSchema>;

/** Query of `GET columns/{stage}`; a rep is always shown own leads only, whatever `owner` says. */
export const ColumnQuerySchema = z.object({
  cursor: z.optional(z.string()),
  owner: z.optional(text(z.maxLength(100))),
  persona: z.optional(z.string()),
  source: z.optional(z.string()),
  grade: z.optional(z.string()),
  overdue: z.optional(z.literal("1")),
  attention: z.optional(z.literal("1")),
});
export type ColumnQuery = z.infer<typeof ColumnQuerySchema>;

/** One page of a column. A page may be short, or empty, and still have a cursor: the search stopped there. */
export interface ColumnPage {
  readonly stage: Stage;
  readonly cards: readonly Card[];
  readonly cursor?: string;
  readonly asOf: string;
}

/** `GET pulse`: cheap enough to ask every two seconds. A stage whose `pulse` has changed is worth reading again. */
export interface Pulse {
  readonly stages: Readonly<Partial<Record<Stage, { readonly count: number; readonly pulse: string }>>>;
  readonly asOf: string;
}

/** `GET search?q=`: a whole e-mail address or the beginning of one, or of a company's name. */
export interface SearchResult {
  readonly cards: readonly Card[];
  /** There are more than are shown. */
  readonly more: boolean;
}

/** `GET worklist?owner=`: open leads in someone's hands, the most urgent first. */
export interface Worklist {
  readonly ownerId: string;
  readonly cards: readonly Card[];
  readonly asOf: string;
}

export type Tone = "plain" | "good" | "bad" | "warn";

/** One thing that happened to a lead. */
export interface StoryEntry {
  readonly at: string;
  readonly cycle: number;
  readonly kind:
    | "visit"
    | "content"
    | "form"
    | "mail"
    | "score"
    | "decision"
    | "assignment"
    | "stage"
    | "clock"
    | "breach"
    | "answer"
    | "outcome"
    | "consent"
    | "override"
    | "other";
  readonly title: Bilingual;
  /** Reasons, lines of a score, what was said. */
  readonly details: readonly Bilingual[];
  /** Name of the person who did it, if any. */
  readonly by?: string;
  readonly tone: Tone;
  readonly agreementVersion?: string;
}

/** `GET leads/{leadId}`: the whole story. */
export interface LeadStory {
  readonly card: Card;
  readonly version: number;
  readonly language: Language;
  /** The lead's facts, in reading order. */
  readonly facts: readonly { readonly label: Bilingual; readonly value: string }[];
  /** Why it is where it is, and what happens next and when. */
  readonly why: Bilingual;
  readonly next: readonly { readonly at?: string; readonly text: Bilingual }[];
  readonly fit: { readonly points: number; readonly lines: readonly Bilingual[] };
  readonly familiarity: { readonly points: number; readonly lines: readonly Bilingual[] };
  /** Newest first. */
  readonly entries: readonly StoryEntry[];
  /** The lead has more history than was read. */
  readonly isCut: boolean;
  /** What this user may do with it now. */
  readonly actions: readonly LeadAction[];
  /** Colleagues who can take it, for `reassign` and for an answer that passes it on. */
  readonly colleagues: readonly { readonly id: string; readonly name: string; readonly note: Bilingual }[];
  /** The outcomes that are possible now, for `outcome`. */
  readonly outcomes: readonly string[];
}

const reason = within("reasonCharacters");
/**
 * Bodies of `POST leads/{leadId}/{action}`; `version` is that of the story on the screen: a lead that has changed since
 * is left alone.
 */
export const actionBodies = {
  override: z.object({ version: z.int(), verdict: z.enum(["qualified", "not-yet", "disqualified"]), reason }),
  /** The fields of `POST /answers`, without `leadId` and `by`. */
  answer: z.looseObject({ version: z.int() }),
  /** The fields of `POST /outcomes`, without `leadId` and `by`. */
  outcome: z.looseObject({ version: z.int() }),
  reassign: z.object({ version: z.int(), to: z.string(), reason }),
  recycle: z.object({ version: z.int(), reason }),
  unsubscribe: z.object({ version: z.int(), reason }),
  /** `confirm`: the lead's e-mail address, typed again. */
  erase: z.object({ version: z.int(), reason, confirm: z.string() }),
} as const satisfies Record<LeadAction, z.ZodMiniType>;

/** Response to an action. */
export interface ActionDone {
  readonly leadId: string;
  readonly said: Bilingual;
}

/** Both sides of one week. */
export interface WeekFigures {
  /** ISO week, such as `2026-W48`. */
  readonly week: string;
  readonly from: string;
  readonly to: string;
  readonly state: "past" | "current" | "future";
  readonly leads: number;
  readonly mqls: number;
  readonly promisedMqls: number;
  /** The forecast of MQLs at the end of the week. */
  readonly forecast?: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly acceptanceRate: number | null;
  readonly leastAcceptanceRate: number;
  readonly followedUp: number;
  readonly inTime: number;
  readonly breached: number;
  readonly shareInTime: number | null;
  readonly won: number;
  readonly lost: number;
  /** Of the won deals, in the company's own currency. */
  readonly amount: number;
}

export interface SliceRow {
  readonly id: string;
  readonly label: Bilingual;
  readonly leads: number;
  readonly mqls: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly won: number;
  readonly lost: number;
  readonly amount: number;
  readonly followedUp: number;
  readonly inTime: number;
  readonly breached: number;
}

/** How leads go on from a stage: of those that left it in these weeks. */
export interface StageFigures {
  readonly stage: Stage;
  readonly entered: number;
  readonly left: number;
  /** Of those, the ones that went on towards the deal. */
  readonly forward: number;
  readonly conversion: number | null;
  /** Of those that left it; from a histogram whose steps are 12 % wide. */
  readonly medianSeconds: number | null;
}

/** Won rates with and without something, of the leads that sales has closed: won, lost, or turned down. */
export interface Effect {
  readonly id: string;
  /** Of a criterion: whose it is. */
  readonly persona?: string;
  readonly kind: "criterion" | "familiarity" | "content";
  readonly label: Bilingual;
  readonly with: { readonly won: number; readonly ended: number; readonly rate: number | null };
  readonly without: { readonly won: number; readonly ended: number; readonly rate: number | null };
}

/** `GET figures?weeks=12`: everything that the counters say. */
export interface Figures {
  readonly asOf: string;
  readonly timeZone: string;
  /** Oldest first; the last one is the current one. */
  readonly weeks: readonly WeekFigures[];
  readonly bySource: readonly SliceRow[];
  readonly byPersona: readonly SliceRow[];
  readonly byRep: readonly SliceRow[];
  readonly stages: readonly StageFigures[];
  readonly rejectReasons: readonly {
    readonly id: string;
    readonly label: Bilingual;
    readonly counts: readonly number[];
  }[];
  readonly effects: readonly Effect[];
  /** Won deals of the quarter against the goal. */
  readonly goal: { readonly from: string; readonly to: string; readonly won: number; readonly target: number };
  /** MQLs that wait for a rep now. */
  readonly waiting: number;
  readonly sentences: readonly Bilingual[];
}

/** `GET agreement`. */
export interface AgreementView {
  readonly version: string;
  /** The contract in plain words, by chapter. */
  readonly chapters: readonly { readonly title: Bilingual; readonly lines: readonly Bilingual[] }[];
  readonly glossary: readonly { readonly id: string; readonly term: Bilingual; readonly meaning: Bilingual }[];
  readonly stages: readonly {
    readonly id: Stage;
    readonly label: Bilingual;
    readonly owner: "marketing" | "sales";
    readonly limit?: Bilingual;
  }[];
  /** Newest first. */
  readonly versions: readonly {
    readonly version: string;
    readonly since: string;
    /** Against the one before; empty for the first that is known. */
    readonly changes: readonly Bilingual[];
  }[];
}

/** `GET attention`: what a person should look at, each with its remedy. */
export interface AttentionView {
  readonly asOf: string;
  readonly flagged: readonly {
    readonly card: Card;
    readonly error: string;
    readonly at: string;
    readonly remedy: Bilingual;
  }[];
  readonly breached: readonly { readonly card: Card; readonly remedy: Bilingual }[];
  /** There are more than are shown. */
  readonly moreBreached: boolean;
  readonly orphans: readonly {
    readonly leadId: string;
    readonly at: string;
    readonly why: Bilingual;
    readonly remedy: Bilingual;
  }[];
  readonly deadLetters: readonly {
    readonly queue: string;
    readonly messages: number;
    readonly loss: string;
    readonly remedy: Bilingual;
  }[];
}

/** `GET wins`: the newest first. */
export interface Wins {
  readonly wins: readonly {
    readonly leadId: string;
    readonly company?: string;
    readonly name?: string;
    readonly amount?: number;
    readonly wonAt: string;
    /** Who closed it, and what brought it. */
    readonly closedBy: string;
    readonly source?: string;
    readonly persona?: string;
    /** From the first form to the deal. */
    readonly seconds: number;
    readonly demo?: true;
  }[];
}

/** What a meeting decided. */
export interface MeetingDecision {
  readonly decisionId: string;
  /** The week in whose meeting it was made. */
  readonly week: string;
  readonly text: string;
  readonly ownerId: string;
  readonly notedBy: string;
  readonly notedAt: string;
  /** Whether it held, as the next meeting recorded; missing until then. */
  readonly held?: boolean;
  readonly heldSaidBy?: string;
}
export const DecisionBodySchema = z.object({
  text: within("decisionCharacters"),
  ownerId: text(z.minLength(1)),
});
export const HeldBodySchema = z.object({ held: z.boolean() });

/** A chart as data: drawn on the board and in the mail alike. */
export interface Chart {
  readonly id: string;
  readonly title: Bilingual;
  /** What it shows, in a sentence: its text alternative. */
  readonly alt: Bilingual;
  readonly kind: "bars" | "lines" | "funnel";
  readonly categories: readonly Bilingual[];
  readonly series: readonly {
    readonly name: Bilingual;
    readonly values: readonly (number | null)[];
    /** `promise`: drawn as the line that is to be reached. */
    readonly as?: "bar" | "line" | "promise";
  }[];
  readonly unit?: "count" | "share" | "amount" | "duration";
}

/** `GET meetings/{week}`, and what the mail says. */
export interface MeetingPack {
  readonly week: string;
  /** The week under review. */
  readonly about: string;
  readonly heldAt: string;
  readonly madeAt: string;
  readonly figures: Pick<Figures, "weeks" | "bySource" | "stages" | "rejectReasons" | "goal" | "sentences" | "waiting">;
  readonly charts: readonly Chart[];
  /** What went well. */
  readonly worked: readonly Bilingual[];
  readonly breaches: readonly {
    readonly leadId: string;
    readonly title: Bilingual;
    readonly story: readonly Bilingual[];
  }[];
  readonly rejected: readonly {
    readonly leadId: string;
    readonly title: Bilingual;
    readonly story: readonly Bilingual[];
  }[];
  readonly stuck: readonly {
    readonly leadId: string;
    readonly title: Bilingual;
    readonly story: readonly Bilingual[];
  }[];
  readonly proposals: readonly Bilingual[];
  readonly wins: readonly {
    readonly leadId: string;
    readonly title: Bilingual;
    readonly story: readonly Bilingual[];
  }[];
  /** Of the last meetings, with whether they held. */
  readonly decisions: readonly MeetingDecision[];
}

/** `GET meetings`: newest first. */
export interface Meetings {
  readonly next: { readonly week: string; readonly at: string };
  readonly packs: readonly { readonly week: string; readonly madeAt: string }[];
}

/** `POST /board/session`. */
export const SignInBodySchema = z.object({
  user: text(z.minLength(1), z.maxLength(128)),
  password: text(z.minLength(1), z.maxLength(256)),
});
/** `POST /board/session/password`: the first sign-in asks for a password of one's own. */
export const NewPasswordBodySchema = z.object({
  password: text(z.minLength(1), z.maxLength(256)),
  /** As the sign-in gave it: the user's name and Cognito's own session. */
  session: text(z.minLength(1), z.maxLength(128 + 1 + 2048)),
});
/** Response of the three `POST /board/session…`; the refresh token is in a cookie that scripts cannot read. */
export type SessionReply =
  | { readonly is: "signed-in"; readonly accessToken: string; readonly expiresInSeconds: number }
  | { readonly is: "new-password-needed"; readonly session: string };
