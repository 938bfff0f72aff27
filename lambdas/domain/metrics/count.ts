import { detailSchemas, type Envelope } from "../../contract/events.ts";
import { metricNames } from "../../contract/metrics.ts";

/** A counter of a week, and by how much an event moves it. */
export interface Count {
  readonly counter: string;
  readonly by: 1 | -1;
  /** The counter of which week: the one that this instant falls in. */
  readonly at: string;
}

/** What one event adds one to on the dashboard. */
export interface Measure {
  readonly metric: string;
  readonly stage?: string;
}

/**
 * The counters that an event moves; none for most events. Each is counted in the week in which it happened, but:
 *
 * - A broken promise counts in the week in which it was due, once per rep's turn (`breached`: the first level;
 *   `escalated`: every level), so that what the clock says when it stops (`broken`) falls in the same week.
 * - An outcome that is corrected is taken off where it was counted: in its own week.
 */
export const countsOf = (event: Envelope): Count[] => {
  const { time, data } = event;
  const one = (counter: string, at = time): Count => ({ counter, by: 1, at });
  switch (event.type) {
    case "LeadStageChanged": {
      const { to, again } = detailSchemas.LeadStageChanged.parse(data);
      return [one(`entered:${to}`), ...(to === "qualified" && again !== true ? [one("mql")] : [])];
    }
    case "AnswerRecorded": {
      const { kind, reason } = detailSchemas.AnswerRecorded.parse(data);
      if (kind === "accepted") return [one("accepted")];
      if (kind !== "rejected") return [];
      return [one("rejected"), ...(reason === undefined ? [] : [one(`rejected:${reason}`)])];
    }
    case "FollowUpClosed":
      return closed(event);
    case "FollowUpBreached": {
      const { level, dueAt = time } = detailSchemas.FollowUpBreached.parse(data);
      return [one("escalated"), ...(level === 1 ? [one("breached", dueAt)] : [])];
    }
    case "OutcomeRecorded": {
      const { kind, corrects, correctedKind } = detailSchemas.OutcomeRecorded.parse(data);
      if (corrects === undefined) return [one(`outcome:${kind}`)];
      const wrong: Count[] =
        correctedKind === undefined ? [] : [{ counter: `outcome:${correctedKind}`, by: -1, at: corrects }];
      return [one(`outcome:${kind}`), ...wrong, one("outcome-corrected")];
    }
    case "LeadNeedsAttention":
      return [one("needs-attention")];
    default:
      return [];
  }
};

/** A rep's clock for a lead has stopped. */
const closed = ({ time, data }: Envelope): Count[] => {
  const { answered, inTime, because, dueAt, closedAt = time } = detailSchemas.FollowUpClosed.parse(data);
  const counters = [
    "clock-closed",
    ...(answered ? ["followed-up"] : []),
    ...(inTime ? ["followed-up-in-time"] : []),
    ...(because.startsWith("reassigned") ? ["reassigned"] : []),
    ...(because === givenBack ? ["given-back"] : []),
  ];
  const isBroken = dueAt !== undefined && Date.parse(closedAt) > Date.parse(dueAt);
  return [
    ...counters.map((counter): Count => ({ counter, by: 1, at: time })),
    ...(isBroken ? [{ counter: "broken", by: 1, at: dueAt } as const] : []),
  ];
};

/** The code with which a lead goes back to marketing when nobody has answered. */
const givenBack = "nobody-followed-up";

export const measuresOf = ({ type, data }: Envelope): Measure[] => {
  switch (type) {
    case "LeadStageChanged":
      return [{ metric: metricNames.entered, stage: detailSchemas.LeadStageChanged.parse(data).to }];
    case "FollowUpBreached":
      return detailSchemas.FollowUpBreached.parse(data).level === 1 ? [{ metric: metricNames.followUpBreached }] : [];
    case "LeadNeedsAttention":
      return [{ metric: metricNames.needsAttention }];
    default:
      return [];
  }
};

/** By how much one counter of one week moves. */
export interface CounterMove {
  readonly week: string;
  readonly counter: string;
  readonly by: number;
}

/** The counts by week and counter: each appears once, and what comes to nothing does not. */
export const changesOf = (counts: readonly Count[], weekAt: (instant: string) => string): CounterMove[] => {
  const changes = new Map<string, CounterMove>();
  for (const { counter, by, at } of counts) {
    const week = weekAt(at);
    const key = `${week} ${counter}`;
    changes.set(key, { week, counter, by: (changes.get(key)?.by ?? 0) + by });
  }
  return [...changes.values()].filter(({ by }) => by !== 0);
};
