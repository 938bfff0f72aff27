import type { Agreement } from "../../contract/agreement.ts";
import type { Figures, WeekFigures } from "../../contract/board.ts";
import { StageSchema } from "../../contract/stages.ts";
import type { VersionMark } from "../../domain/agreement/version-mark.ts";
import { meetingOf, weekBefore } from "../../domain/meeting/meeting-week.ts";
import { capacityProposals, type WeeklyCapacity } from "../../domain/meeting/proposals/capacity.ts";
import { criteriaProposals } from "../../domain/meeting/proposals/criteria.ts";
import { reasonProposals } from "../../domain/meeting/proposals/reasons.ts";
import { thresholdProposals } from "../../domain/meeting/proposals/thresholds.ts";
import { type StoredPack, sections } from "../../domain/meeting/stored-pack.ts";
import type { TalkFacts } from "../../domain/meeting/talk-facts.ts";
import { breachStory } from "./breach-story.ts";
import { type Change, changeCard } from "./change-card.ts";
import { chartsOf } from "./charts.ts";
import { rejectionStory } from "./rejection-story.ts";
import { stuckStory } from "./stuck-story.ts";
import { winStory } from "./win-story.ts";
import { whatWorked } from "./worked.ts";

export interface PackFacts extends TalkFacts {
  /** The one in which the meeting is held. */
  readonly week: string;
  readonly figures: Figures;
  readonly capacity: WeeklyCapacity;
  readonly agreement: Agreement;
  /** Which version of it is in force; missing before it is recorded. */
  readonly inForce?: VersionMark | undefined;
  /** The changes of the agreement that no meeting has closed, the newest first, and the weeks that say what came of them. */
  readonly changes?: readonly Change[];
  readonly weeksOfChanges?: readonly WeekFigures[];
  readonly now: string;
}

/** The most items of a section: a meeting has an hour. */
export const mostOfSection = 8;
const mostProposals = 6;

/** Everything that the meeting needs, by facts alone: the same facts make the same pack. */
export const packOf = (facts: PackFacts): StoredPack => {
  const { week, figures, capacity, agreement, inForce, now } = facts;
  const about = weekBefore(week);
  const { weeks, bySource, stages, rejectReasons, goal, sentences, waiting } = figures;
  const proposals = [
    ...capacityProposals(figures, agreement, capacity),
    ...reasonProposals(figures, agreement, about),
    ...thresholdProposals(figures, agreement),
    ...criteriaProposals(figures, agreement),
  ];
  const listed = { breaches: facts.breaches, rejected: facts.rejections, stuck: facts.stuck, wins: facts.wins };
  return {
    week,
    about,
    heldAt: meetingOf(week, agreement),
    madeAt: now,
    ...(inForce !== undefined && { agreement: inForce }),
    figures: { weeks, bySource, stages, rejectReasons, goal, sentences, waiting },
    charts: chartsOf(figures, labelsOf(agreement)),
    worked: whatWorked(figures, about),
    breaches: facts.breaches.slice(0, mostOfSection).map((breach) => breachStory(breach, agreement, now)),
    rejected: facts.rejections.slice(0, mostOfSection).map((rejection) => rejectionStory(rejection, agreement, now)),
    stuck: facts.stuck.slice(0, mostOfSection).map((stuck) => stuckStory(stuck, agreement, now)),
    wins: facts.wins.slice(0, mostOfSection).map((win) => winStory(win, agreement)),
    proposals: proposals.slice(0, mostProposals),
    changes: (facts.changes ?? []).map((change) => changeCard(change, facts.weeksOfChanges ?? weeks, agreement)),
    more: sections.filter((section) => listed[section].length > mostOfSection),
  };
};

const labelsOf = ({ terms }: Agreement) => StageSchema.options.map((id) => ({ id, label: terms.stages[id].label }));
