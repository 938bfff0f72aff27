/**
 * The messages between the state machine and its functions: ids, scores and stages only, because execution
 * histories cannot be erased.
 */
import * as z from "zod/mini";
import { type Stage, StageSchema } from "./stages.ts";
import { droppable } from "./start-light.ts";

/** Input of an execution. Its name is `executionName(leadId, cycle, restarts)`. */
export const JourneyInputSchema = /* @__PURE__ */ droppable(() => z.object({ leadId: z.string(), cycle: z.int() }));
export type JourneyInput = z.infer<typeof JourneyInputSchema>;

/** Starting the same cycle twice is the same execution; only a journey that died gets a suffix. */
export const executionName = (leadId: string, cycle: number, restarts: number): string =>
  restarts === 0 ? `${leadId}.${cycle}` : `${leadId}.${cycle}.${restarts}`;

/** Every result of a task carries the signal counter that was read *before* anything that it was decided by. */
const context = () => ({ leadId: z.string(), cycle: z.int(), signals: z.int().check(z.nonnegative()) });

/** Where a lead stands for the journey of one cycle. `over`: the lead ended this cycle, or is in the next one. */
const StandSchema = /* @__PURE__ */ droppable(() => z.union([StageSchema, z.literal("over")]));
export type Stand = z.infer<typeof StandSchema>;
export const standOf = (lead: { readonly cycle: number; readonly stage: Stage }, cycle: number): Stand =>
  lead.cycle === cycle ? lead.stage : "over";

/**
 * What a step says besides: where the lead stood when it looked. If that gave it nothing to do, the journey goes on from
 * there, without reading the lead again.
 */
const seen = () => ({ ...context(), stage: StandSchema });

/** How long the next wait lasts, and for what; the state takes the deadline in seconds. */
const WaitSchema = /* @__PURE__ */ droppable(() => z.object({ seconds: z.int().check(z.positive()) }));

export const SituationSchema = /* @__PURE__ */ droppable(() => z.object(seen()));
export type Situation = z.infer<typeof SituationSchema>;

export const ScoreSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    points: z.number(),
    matched: z.int(),
    signals: z.int(),
    /** What speaks for the lead: ids of criteria, or kinds of familiarity. */
    ids: z.optional(z.array(z.string())),
    /** Of the fit: the persona that fits best. */
    persona: z.optional(z.string()),
    /** Of familiarity: the lead did something just now that the agreement gives the fast lane. */
    hot: z.optional(z.boolean()),
    /** The agreement that it was scored by; executions that began before it was said do not have it. */
    agreementVersion: z.optional(z.string()),
  }),
);
export type Score = z.infer<typeof ScoreSchema>;

export const GateInputSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    leadId: z.string(),
    cycle: z.int(),
    scores: z.object({ fit: ScoreSchema, familiarity: ScoreSchema }),
  }),
);
export type GateInput = z.infer<typeof GateInputSchema>;

/**
 * `moved`: the lead is no longer before the gate (handed off or parked meanwhile). `wait`: it is not ready, and there is
 * nothing to send it before then.
 */
export const GateVerdictSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    ...seen(),
    verdict: z.enum(["qualified", "not-yet", "disqualified", "moved"]),
    wait: z.optional(WaitSchema),
  }),
);
export type GateVerdict = z.infer<typeof GateVerdictSchema>;

/**
 * With the signals that were seen when the lead was last scored: the next step is sent without scoring, and what came
 * in since then must not count as seen.
 */
export const NurtureInputSchema = /* @__PURE__ */ droppable(() => z.object(context()));
export type NurtureInput = z.infer<typeof NurtureInputSchema>;

/** `judge`: its cool-down is over, and the gate decides again. `parked`: it stayed silent to the end of the programme. */
export const NurtureStepSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    ...seen(),
    next: z.enum(["wait", "judge", "parked", "moved"]),
    wait: WaitSchema,
  }),
);
export type NurtureStep = z.infer<typeof NurtureStepSchema>;

/** Not parked: something came in first, so read the lead again. (Of a retired step.) */
export interface Parking extends Situation {
  readonly parked: boolean;
}

/** `wait`: no rep has room. */
export interface Assignment extends Situation {
  readonly next: "hand-off" | "wait" | "moved";
  readonly wait: z.infer<typeof WaitSchema>;
}

/** `wait`: for the rep's answer. `no-capacity`: nobody has room, so the lead waits for that. */
export const HandOffResultSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    ...seen(),
    next: z.enum(["wait", "no-capacity", "moved"]),
    wait: WaitSchema,
  }),
);
export type HandOffResult = z.infer<typeof HandOffResultSchema>;

/** The rung that is due, as the verdict says. */
export const RungInputSchema = /* @__PURE__ */ droppable(() => z.object({ ...context(), rung: z.int() }));
export type RungInput = z.infer<typeof RungInputSchema>;

/** What a rung of the ladder leads to: the wait for the answer goes on. */
export const RungResultSchema = /* @__PURE__ */ droppable(() =>
  z.object({ ...seen(), next: z.enum(["wait", "moved"]), wait: WaitSchema }),
);
export type RungResult = z.infer<typeof RungResultSchema>;

/**
 * The verdict of the table when the wait for the answer ends. `rung` is the step of the ladder that is due. `accepted`:
 * and the owner is asked about the deal after the wait; `answered`: in any other way.
 */
export const SlaVerdictSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    ...seen(),
    verdict: z.enum(["accepted", "answered", "remind", "escalate", "reassign", "return-to-marketing", "wait"]),
    rung: z.int(),
    wait: WaitSchema,
  }),
);
export type SlaVerdict = z.infer<typeof SlaVerdictSchema>;

/** `reassign`: the rep has left, so another colleague must continue. */
export const OutcomeVerdictSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    ...seen(),
    next: z.enum(["wait", "reassign", "moved"]),
    wait: WaitSchema,
  }),
);
export type OutcomeVerdict = z.infer<typeof OutcomeVerdictSchema>;

/** `rung`: the step of the ladder that asked for it; missing when the owner is away or has left. */
export const ReassignmentInputSchema = /* @__PURE__ */ droppable(() =>
  z.object({ ...context(), rung: z.optional(z.int()) }),
);
/** `wait`: no one else can take it; the lead stays where it is. */
export const ReassignmentSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    ...seen(),
    next: z.enum(["hand-off", "wait", "moved"]),
    wait: WaitSchema,
  }),
);
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
