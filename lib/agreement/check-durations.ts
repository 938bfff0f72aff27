import type { AgreementTerms } from "../../lambdas/contract/agreement.ts";
import { openStages } from "../../lambdas/contract/stages.ts";
import { type Duration, readDuration, readSpan, weekdays } from "../../lambdas/contract/time.ts";
import type { Finding, Path } from "./problem.ts";

export const checkDurations = (terms: AgreementTerms): Finding[] => [
  ...checkLimits(terms),
  ...mustLast(terms).flatMap(checkLength),
  ...checkLadder(terms),
];

const checkLimits = ({ stages }: AgreementTerms): Finding[] => {
  const missing = openStages.filter((stage) => stages[stage].limit === undefined);
  const limit = stages.captured.limit;
  return [
    ...missing.map((stage) => ({
      path: ["stages", stage, "limit"],
      message: "missing; expected the longest time in this stage: a lead without a due time is an orphan",
    })),
    ...(limit !== undefined && readDuration(limit).working
      ? [
          {
            path: ["stages", "captured", "limit"],
            message: `found "${limit}"; expected no working units: leads come at night too`,
          },
        ]
      : []),
  ];
};

type Lasting = { readonly path: Path; readonly duration: Duration };

/** Whatever is waited for must take some time: else a journey would turn in circles, or a link be dead when it is sent. */
const mustLast = ({ stages, familiarity, gate, nurture, sla, team }: AgreementTerms): Lasting[] => {
  const { followUp, giveBackAfter, capacityRetry, askOutcomeAfter } = sla.sales;
  const limits = Object.entries(stages).flatMap(([stage, { limit }]) =>
    limit === undefined ? [] : [{ path: ["stages", stage, "limit"], duration: limit }],
  );
  const named = Object.entries({ followUp, giveBackAfter, capacityRetry, askOutcomeAfter });
  return [
    ...limits,
    ...familiarity.map(({ halfLife }, i) => ({ path: ["familiarity", i, "halfLife"], duration: halfLife })),
    ...gate.fastLane.map(({ within }, i) => ({ path: ["gate", "fastLane", i, "within"], duration: within })),
    { path: ["nurture", "cadence"], duration: nurture.cadence },
    { path: ["nurture", "dormantAfter"], duration: nurture.dormantAfter },
    ...named.map(([key, duration]) => ({ path: ["sla", "sales", key], duration })),
    { path: ["team", "linksLive"], duration: team.linksLive },
  ];
};

/** A state may wait for some 1,157 days. */
const mostDays = 1000;

const checkLength = ({ path, duration }: Lasting): Finding[] => {
  const { millis } = readDuration(duration);
  if (millis === 0) return [{ path, message: `found "${duration}"; expected more than nothing` }];
  return tooLong(path, duration);
};

const tooLong = (path: Path, duration: Duration): Finding[] =>
  readDuration(duration).millis <= mostDays * dayMillis
    ? []
    : [{ path, message: `found "${duration}"; expected at most ${mostDays} days` }];

/** The steps after the deadline, each later than the one before. */
const checkLadder = ({ sla, company }: AgreementTerms): Finding[] => {
  const { escalation, giveBackAfter } = sla.sales;
  const steps: Lasting[] = [
    ...escalation.map(({ after }, i) => ({ path: ["sla", "sales", "escalation", i, "after"], duration: after })),
    { path: ["sla", "sales", "giveBackAfter"], duration: giveBackAfter },
  ];
  const length = lengthIn(company);
  return steps.flatMap(({ path, duration }, i) => {
    const above = steps[i - 1]?.duration;
    const isLater = above === undefined || length(duration) > length(above);
    const late = { path, message: `found "${duration}"; expected more than the step before, "${above}"` };
    return [...(isLater ? [] : [late]), ...tooLong(path, duration)];
  });
};

const dayMillis = 86_400_000;

/**
 * How long a duration is by and large, to compare one with another: a working hour is its share of an average working
 * day, and a working day is a day.
 */
const lengthIn = ({ workingHours }: AgreementTerms["company"]) => {
  const days = weekdays.map((day) =>
    (workingHours[day] ?? []).map(readSpan).reduce((sum, { from, to }) => sum + to - from, 0),
  );
  const worked = days.filter((millis) => millis > 0);
  const average = worked.reduce((sum, millis) => sum + millis, 0) / worked.length;
  return (duration: Duration): number => {
    const { millis, unit, working } = readDuration(duration);
    return working && unit !== "day" ? (millis / average) * dayMillis : millis;
  };
};
