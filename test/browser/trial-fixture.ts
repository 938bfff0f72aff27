import type { TrialCount, TrialFate, TrialGroup, TrialLead, TrialView } from "../../lambdas/contract/trial.ts";
import { now } from "../builders/now.ts";

const few = { count: 3, interval: { least: 0.6, most: 8.8 } };
const many = (count: number): TrialCount => ({ count });
const group = (all: TrialCount, fate: TrialFate): TrialGroup => ({
  all,
  fates: [{ fate, leads: all }],
  rejectedFor: [],
  lostFor: [],
});
const lead = (leadId: string): TrialLead => ({
  leadId,
  cycle: 1,
  before: { verdict: "not-yet", at: now, fit: 55, familiarity: 37, grade: "B3" },
  after: { verdict: "qualified", at: now, fit: 55, familiarity: 37, grade: "B2" },
  fate: "never-asked",
  stage: "nurturing",
  source: "fair",
});
const capacity = (mqlsPerWeek: number) => ({
  mqlsPerWeek,
  capacityPerWeek: 27,
  waitHours: 0.4,
  waitHoursP90: 1,
  answerHours: 5,
  brokenShare: 0.01,
  overflowShare: 0,
  isSufficient: true,
});

/** A trial that is over. */
export const aTrial = (version: string): TrialView["trial"] => ({
  state: "done",
  weeks: 13,
  askedAt: now,
  by: "irene",
  version,
  progress: { done: 1042, of: 1042 },
  endedAt: now,
  figures: {
    from: "2025-12-07T23:00:00.000Z",
    until: now,
    judged: 1042,
    perWeek: Array.from({ length: 13 }, (_, i) => ({
      week: `2026-W${String(i + 1).padStart(2, "0")}`,
      recorded: 10,
      before: 10 + (i % 4),
      after: 13 + (i % 5),
    })),
    mqls: { recorded: many(150), before: many(150), after: many(192) },
    both: { leads: group(many(147), "won"), sooner: few, later: few },
    in: group(many(45), "never-asked"),
    out: group(few, "rejected"),
    won: { kept: many(21), lost: few },
    rejectionsSpared: few,
    erased: { people: 7, mqls: 2 },
    notAsRecorded: 2,
    capacity: { before: capacity(11.5), after: capacity(14.8) },
    cannotKnow: ["never-asked", "few", "erased"],
    lists: { in: { leads: [lead("lead-1")], isCut: true }, out: { leads: [], isCut: false } },
  },
});
