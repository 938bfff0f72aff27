/**
 * The messages between the state machine and its functions: ids, scores and stages only, because execution
 * histories cannot be erased.
 */
import * as z from "zod/mini";
import { StageSchema } from "./stages.ts";

/** Input of an execution. Its name is `executionName(leadId, cycle, restarts)`. */
export const JourneyInputSchema = z.object({ leadId: z.string(), cycle: z.int() });
export type JourneyInput = z.infer<typeof JourneyInputSchema>;

/** Starting the same cycle twice is the same execution; only a journey that died gets a suffix. */
export const executionName = (leadId: string, cycle: number, restarts: number): string =>
  restarts === 0 ? `${leadId}.${cycle}` : `${leadId}.${cycle}.${restarts}`;

/** Every result of a task carries the signal counter that was read *before* anything that it was decided by. */
const context = { leadId: z.string(), cycle: z.int(), signals: z.int().check(z.nonnegative()) };

/** How long the next wait lasts, and for what; the state takes the deadline in seconds. */
const WaitSchema = z.object({ seconds: z.int().check(z.positive()) });

/** `over`: the lead ended this cycle, or is in the next one. */
export const SituationSchema = z.object({ ...context, stage: z.union([StageSchema, z.literal("over")]) });
export type Situation = z.infer<typeof SituationSchema>;

export const ScoreSchema = z.object({
  points: z.number(),
  matched: z.int(),
  signals: z.int(),
  /** What speaks for the lead: ids of criteria, or kinds of familiarity. */
  ids: z.optional(z.array(z.string())),
  /** Of the fit: the persona that fits best. */
  persona: z.optional(z.string()),
  /** Of familiarity: the lead did something just now that the agreement gives the fast lane. */
  hot: z.optional(z.boolean()),
});
export type Score = z.infer<typeof ScoreSchema>;

export const GateInputSchema = z.object({
  leadId: z.string(),
  cycle: z.int(),
  scores: z.object({ fit: ScoreSchema, familiarity: ScoreSchema }),
});
export type GateInput = z.infer<typeof GateInputSchema>;

/** `moved`: the lead is no longer before the gate (handed off or parked meanwhile): read it again. */
export const GateVerdictSchema = z.object({
  ...context,
  verdict: z.enum(["qualified", "not-yet", "disqualified", "moved"]),
});
export type GateVerdict = z.infer<typeof GateVerdictSchema>;

/**
 * With the signals that were seen when the lead was last scored: the next step is sent without scoring, and what came
 * in since then must not count as seen.
 */
export const NurtureInputSchema = z.object(context);
export type NurtureInput = z.infer<typeof NurtureInputSchema>;

export const NurtureStepSchema = z.object({ ...context, next: z.enum(["wait", "park", "moved"]), wait: WaitSchema });
export type NurtureStep = z.infer<typeof NurtureStepSchema>;

/** With the signals that the journey had seen when it decided to park the lead. */
export const ParkingInputSchema = z.object(context);

/** Not parked: something came in first, so read the lead again. */
export const ParkingSchema = z.object({ ...context, parked: z.boolean() });
export type Parking = z.infer<typeof ParkingSchema>;

export const AssignmentSchema = z.object({ ...context, next: z.enum(["hand-off", "wait", "moved"]), wait: WaitSchema });
export type Assignment = z.infer<typeof AssignmentSchema>;

export const HandOffResultSchema = z.object({ ...context, next: z.enum(["wait", "moved"]), wait: WaitSchema });
export type HandOffResult = z.infer<typeof HandOffResultSchema>;

/** The verdict of the table when the follow-up timer ends. `rung` is the step of the ladder that is due. */
export const SlaVerdictSchema = z.object({
  ...context,
  verdict: z.enum(["answered", "remind", "escalate", "reassign", "return-to-marketing", "wait"]),
  rung: z.int(),
  wait: WaitSchema,
});
export type SlaVerdict = z.infer<typeof SlaVerdictSchema>;

/** `reassign`: the rep has left, so another colleague must continue. */
export const OutcomeVerdictSchema = z.object({
  ...context,
  next: z.enum(["wait", "reassign", "moved"]),
  wait: WaitSchema,
});
export type OutcomeVerdict = z.infer<typeof OutcomeVerdictSchema>;

/** `rung`: the step of the ladder that asked for it; missing when the owner is away or has left. */
export const ReassignmentInputSchema = z.object({ ...context, rung: z.optional(z.int()) });
/** `wait`: no one else can take it; the lead stays where it is. */
export const ReassignmentSchema = z.object({
  ...context,
  next: z.enum(["hand-off", "wait", "moved"]),
  wait: WaitSchema,
});
export type Reassignment = z.infer<typeof ReassignmentSchema>;

/** Error names, the same constant where they are thrown and where they are caught or retried. */
export const errorNames = {
  /** The token could not be stored because a signal came in after the journey last looked. */
  signalCameIn: "DynamoDb.ConditionalCheckFailedException",
  /** The lead could not be flagged: it has ended, is in its next cycle, or was erased. */
  leadMovedOn: "DynamoDb.ConditionalCheckFailedException",
  /** A task's limit is over: of a wait, that is its ordinary end. */
  timeout: "States.Timeout",
  /** Lambda ended the function at its own limit. */
  functionTimedOut: "Sandbox.Timedout",
  /** Stands for every error but `States.Timeout`. */
  taskFailed: "States.TaskFailed",
  all: "States.ALL",
  /** Two writers met on one lead; the loser may try again. */
  contention: "LeadContention",
  /** The mail service said no, and said that nothing was sent: may be tried again. */
  mailNotSent: "MailNotSent",
  /** The table does not know this lead: it was erased. */
  leadGone: "LeadGone",
} as const;
