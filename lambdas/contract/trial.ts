/**
 * A proposal tried on the past: every lead of the last weeks judged again by the proposal at the times of what they did, and
 * by what was in force then. `GET /board/api/proposals/{proposalId}/trial`,
 * `POST /board/api/proposals/{proposalId}/try`.
 */
import * as z from "zod/mini";
import type { ReadOnly } from "./read-only.ts";
import { StageSchema } from "./stages.ts";
import { droppable } from "./start-light.ts";

/** How many weeks can be tried; with none said, `usual`. */
export const trialWeeks = { least: 1, usual: 13, most: 52 } as const;

/** Leads of each list at most, the newest first. */
export const mostInTrialList = 500;

/** A count of fewer is told with an interval, and no verdict is drawn from it. */
export const fewestForVerdict = 20;

/** `POST proposals/{proposalId}/try`. Asked again with other weeks, or once it is over, it begins anew. */
export const TryBodySchema = /* @__PURE__ */ droppable(() =>
  z.object({ weeks: z.optional(z.int().check(z.gte(trialWeeks.least), z.lte(trialWeeks.most))) }),
);

/** `asked`: nobody has begun yet. `failed`: it did not get on; it can be asked again. */
export const TrialStateSchema = /* @__PURE__ */ droppable(() => z.enum(["asked", "running", "done", "failed"]));

/**
 * What became of a lead. `returned`: sales accepted them and gave them back. `unanswered`: nobody in sales answered.
 * `never-asked`: sales never saw them.
 */
export const TrialFateSchema = /* @__PURE__ */ droppable(() =>
  z.enum(["won", "lost", "rejected", "returned", "unanswered", "open", "never-asked"]),
);
export type TrialFate = z.infer<typeof TrialFateSchema>;

/**
 * A count. `interval`, of a count below `fewestForVerdict`: between how many it would be in 95 of 100 such pasts (score
 * interval of Poisson).
 */
const TrialCountSchema = /* @__PURE__ */ droppable(() =>
  z.object({ count: z.int(), interval: z.optional(z.object({ least: z.number(), most: z.number() })) }),
);
export type TrialCount = ReadOnly<z.infer<typeof TrialCountSchema>>;

/** So many leads, by what became of them. */
const TrialGroupSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    all: TrialCountSchema,
    fates: z.array(z.object({ fate: TrialFateSchema, leads: TrialCountSchema })),
    /** The most frequent first: the agreement's codes. */
    rejectedFor: z.array(z.object({ reason: z.string(), leads: TrialCountSchema })),
    lostFor: z.array(z.object({ reason: z.string(), leads: TrialCountSchema })),
  }),
);
export type TrialGroup = ReadOnly<z.infer<typeof TrialGroupSchema>>;

const VerdictSchema = /* @__PURE__ */ droppable(() => z.enum(["qualified", "not-yet", "disqualified"]));

/** As the gate saw the lead when it became an MQL; of one that did not, the best that it had. */
const SeenSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    verdict: VerdictSchema,
    at: z.string(),
    fit: z.number(),
    familiarity: z.number(),
    grade: z.string(),
    persona: z.optional(z.string()),
  }),
);

/** A lead for whom the proposal makes a difference. A lead is one of these once a cycle. */
const TrialLeadSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    leadId: z.string(),
    cycle: z.int(),
    before: SeenSchema,
    after: SeenSchema,
    fate: TrialFateSchema,
    /** Of one that was rejected, returned or lost: the agreement's code. */
    reason: z.optional(z.string()),
    /** Where they are now. */
    stage: StageSchema,
    source: z.optional(z.string()),
  }),
);
export type TrialLead = ReadOnly<z.infer<typeof TrialLeadSchema>>;

/** By the capacity simulation, with the team and the promises of that agreement. Times in hours of working time. */
const TrialCapacitySchema = /* @__PURE__ */ droppable(() =>
  z.object({
    mqlsPerWeek: z.number(),
    /** What the team can take each week. */
    capacityPerWeek: z.number(),
    /** From MQL to a rep, on average and for nine leads of ten. */
    waitHours: z.number(),
    waitHoursP90: z.number(),
    /** From MQL to the first answer, on average. */
    answerHours: z.number(),
    /** Share of the promises to follow up that would be broken, and of leads that wait longer than agreed for a rep. */
    brokenShare: z.number(),
    overflowShare: z.number(),
    isSufficient: z.boolean(),
  }),
);
export type TrialCapacity = ReadOnly<z.infer<typeof TrialCapacitySchema>>;

/**
 * What the past cannot tell: `never-asked`: what would have become of those that sales never saw; `after-hand-off`: what a
 * lead did once sales had it counts as if it had come by itself; `other-mails`: the programme would have sent others;
 * `erased`: people who were erased are missing; `few`: some counts are too small for a verdict; `by-hand`: what people decided
 * by hand holds either way; `before-first-version`: nothing was in force yet, so the first version stands for it;
 * `not-as-recorded`: some leads were judged otherwise then than they are again now; `team-now`: the simulation knows
 * the agreement's team, not who was away.
 */
export const TrialUnknownSchema = /* @__PURE__ */ droppable(() =>
  z.enum([
    "never-asked",
    "after-hand-off",
    "other-mails",
    "erased",
    "few",
    "by-hand",
    "before-first-version",
    "not-as-recorded",
    "team-now",
  ]),
);
export type TrialUnknown = z.infer<typeof TrialUnknownSchema>;

/** What the trial found. */
const TrialFiguresSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    /** Instants: from the Monday of the first week until it was asked for. */
    from: z.string(),
    until: z.string(),
    /** Leads with something to judge in these weeks; each once a cycle. */
    judged: z.int(),
    /**
     * MQLs of each week (`2026-W48`): as they were counted then, by what was in force then judged again, and by the
     * proposal.
     */
    perWeek: z.array(z.object({ week: z.string(), recorded: z.int(), before: z.int(), after: z.int() })),
    mqls: z.object({ recorded: TrialCountSchema, before: TrialCountSchema, after: TrialCountSchema }),
    /** MQLs either way, and of these those that would have come in at least a day sooner, or later. */
    both: z.object({ leads: TrialGroupSchema, sooner: TrialCountSchema, later: TrialCountSchema }),
    /** Those who would have come in, and those who would not. */
    in: TrialGroupSchema,
    out: TrialGroupSchema,
    won: z.object({ kept: TrialCountSchema, lost: TrialCountSchema }),
    /** Leads that sales rejected, and that would not have come to them. */
    rejectionsSpared: TrialCountSchema,
    /** New leads of these weeks, and MQLs, that were counted and are found no more: people who were erased since. */
    erased: z.object({ people: z.int(), mqls: z.int() }),
    /** Leads whose verdict then, as recorded, is not what the agreement of then says of what is known now. */
    notAsRecorded: z.int(),
    capacity: z.optional(z.object({ before: TrialCapacitySchema, after: TrialCapacitySchema })),
    cannotKnow: z.array(TrialUnknownSchema),
    lists: z.object({
      in: z.object({ leads: z.array(TrialLeadSchema), isCut: z.boolean() }),
      out: z.object({ leads: z.array(TrialLeadSchema), isCut: z.boolean() }),
    }),
  }),
);
export type TrialFigures = ReadOnly<z.infer<typeof TrialFiguresSchema>>;

/** `GET proposals/{proposalId}/trial`. Without `trial`: nobody has asked for one. */
export const TrialViewSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    proposalId: z.string(),
    trial: z.optional(
      z.object({
        state: TrialStateSchema,
        weeks: z.int(),
        askedAt: z.string(),
        by: z.string(),
        /** The hash of the terms that were tried. */
        version: z.string(),
        /** Leads that were looked at, of about so many. */
        progress: z.object({ done: z.int(), of: z.int() }),
        endedAt: z.optional(z.string()),
        /** Once it is done. */
        figures: z.optional(TrialFiguresSchema),
      }),
    ),
  }),
);
export type TrialView = ReadOnly<z.infer<typeof TrialViewSchema>>;
