import type { AgreementTerms } from "../../contract/agreement.ts";
import { limits } from "../../contract/limits.ts";
import { openStages } from "../../contract/stages.ts";
import { type Duration, parseDuration, parseSpan, weekdays } from "../../contract/time.ts";
import type { Finding, Path } from "../problem.ts";

export const checkDurations = (terms: AgreementTerms): Finding[] => [
  ...checkLimits(terms),
  ...mustLast(terms).flatMap(checkLength),
  ...checkLadder(terms),
  ...checkPromises(terms),
  ...checkMailSettles(terms),
  ...checkRetention(terms),
];

/** The day on which a lead ends, colleagues still look at it; and a slip of the unit must not erase everybody. */
const checkRetention = ({ retention = {} }: AgreementTerms): Finding[] =>
  Object.entries(retention).flatMap(([key, duration]) =>
    parseDuration(duration).millis >= dayMillis
      ? []
      : [{ path: ["retention", key], message: `found "${duration}"; expected at least 1 day` }],
  );

/** A function that is still at it may yet have its answer: only after its end may another one send that mail again. */
const checkMailSettles = ({ team: { mailSettles } }: AgreementTerms): Finding[] => {
  const { millis } = parseDuration(mailSettles);
  return millis === 0 || millis >= limits.stepSeconds * 1000
    ? []
    : [
        {
          path: ["team", "mailSettles"],
          message: `found "${mailSettles}"; expected at least ${limits.stepSeconds} seconds, for which a function may still be sending it`,
        },
      ];
};

const checkLimits = ({ stages }: AgreementTerms): Finding[] => {
  const missing = openStages.filter((stage) => stages[stage].limit === undefined);
  const limit = stages.captured.limit;
  return [
    ...missing.map((stage) => ({
      path: ["stages", stage, "limit"],
      message: "missing; expected the longest time in this stage, because a lead without a deadline is an orphan",
    })),
    ...(limit !== undefined && parseDuration(limit).working
      ? [
          {
            path: ["stages", "captured", "limit"],
            message: `found "${limit}"; expected no working units, because leads also arrive at night`,
          },
        ]
      : []),
  ];
};

type Lasting = { readonly path: Path; readonly duration: Duration };

/** Every wait must take some time: otherwise a journey would loop without end, or a link expire before it is sent. */
const mustLast = ({ stages, familiarity, gate, nurture, sla, team }: AgreementTerms): Lasting[] => {
  const { followUp, followUpFastLane, returnAfter, reassignedWithin, capacityRetry, askOutcomeAfter } = sla.sales;
  const limits = Object.entries(stages).flatMap(([stage, { limit }]) =>
    limit === undefined ? [] : [{ path: ["stages", stage, "limit"], duration: limit }],
  );
  const named = { followUp, followUpFastLane, returnAfter, reassignedWithin, capacityRetry, askOutcomeAfter };
  const inSales = (...path: Path): Path => ["sla", "sales", ...path];
  return [
    ...limits,
    ...familiarity.map(({ halfLife }, i) => ({ path: ["familiarity", i, "halfLife"], duration: halfLife })),
    ...gate.fastLane.map(({ within }, i) => ({ path: ["gate", "fastLane", i, "within"], duration: within })),
    { path: ["nurture", "cadence"], duration: nurture.cadence },
    { path: ["nurture", "dormantAfter"], duration: nurture.dormantAfter },
    ...Object.entries(named).map(([key, duration]) => ({ path: inSales(key), duration })),
    ...sla.sales.followUpOf.map(({ within }, i) => ({ path: inSales("followUpOf", i, "within"), duration: within })),
    { path: inSales("overflow", "after"), duration: sla.sales.overflow.after },
    { path: inSales("snooze", "longest"), duration: sla.sales.snooze.longest },
    { path: inSales("moreTime", "extra"), duration: sla.sales.moreTime.extra },
    ...sla.sales.rejectReasons.flatMap(({ coolDown }, i) =>
      coolDown === undefined ? [] : [{ path: inSales("rejectReasons", i, "coolDown"), duration: coolDown }],
    ),
    { path: ["team", "linksLive"], duration: team.linksLive },
    { path: ["team", "mailSettles"], duration: team.mailSettles },
  ];
};

/** A state may wait for some 1,157 days. */
const mostDays = 1000;

const checkLength = ({ path, duration }: Lasting): Finding[] => {
  const { millis } = parseDuration(duration);
  if (millis === 0) return [{ path, message: `found "${duration}"; expected more than zero` }];
  return tooLong(path, duration);
};

const tooLong = (path: Path, duration: Duration): Finding[] =>
  parseDuration(duration).millis <= mostDays * dayMillis
    ? []
    : [{ path, message: `found "${duration}"; expected at most ${mostDays} days` }];

/** The steps after the deadline, each later than the one before. */
const checkLadder = ({ sla, company }: AgreementTerms): Finding[] => {
  const { escalation, returnAfter } = sla.sales;
  const steps: Lasting[] = [
    ...escalation.map(({ after }, i) => ({ path: ["sla", "sales", "escalation", i, "after"], duration: after })),
    { path: ["sla", "sales", "returnAfter"], duration: returnAfter },
  ];
  const length = lengthIn(company);
  /** What follows a reassignment is counted from the new owner's deadline. */
  const startsAfresh = (i: number): boolean => {
    const above = escalation[i - 1];
    return above !== undefined && "reassign" in above;
  };
  return steps.flatMap(({ path, duration }, i) => {
    const above = startsAfresh(i) ? undefined : steps[i - 1]?.duration;
    const isLater = above === undefined || length(duration) > length(above);
    const late = { path, message: `found "${duration}"; expected more than the previous step, "${above}"` };
    return [...(isLater ? [] : [late]), ...tooLong(path, duration)];
  });
};

/** The fast lane is the fastest, and the next owner of a lead gets no more time than the first one. */
const checkPromises = ({ sla, company }: AgreementTerms): Finding[] => {
  const { followUp, followUpFastLane, followUpOf, reassignedWithin } = sla.sales;
  const length = lengthIn(company);
  const atMost = (path: Path, duration: Duration, what: string, most: Duration): Finding[] =>
    length(duration) <= length(most)
      ? []
      : [{ path: ["sla", "sales", ...path], message: `found "${duration}"; expected at most ${what}, "${most}"` }];
  return [
    ...atMost(["followUpFastLane"], followUpFastLane, "followUp", followUp),
    ...followUpOf.flatMap(({ segment, within }) =>
      atMost(["followUpFastLane"], followUpFastLane, `followUpOf "${segment}"`, within),
    ),
    ...atMost(["reassignedWithin"], reassignedWithin, "followUp", followUp),
  ];
};

const dayMillis = 86_400_000;

/**
 * How long a duration is by and large, to compare one with another: a working hour is its share of an average working
 * day, and a working day is a day.
 */
const lengthIn = ({ workingHours }: AgreementTerms["company"]) => {
  const days = weekdays.map((day) =>
    (workingHours[day] ?? []).map(parseSpan).reduce((sum, { from, to }) => sum + to - from, 0),
  );
  const worked = days.filter((millis) => millis > 0);
  const average = worked.reduce((sum, millis) => sum + millis, 0) / worked.length;
  return (duration: Duration): number => {
    const { millis, unit, working } = parseDuration(duration);
    return working && unit !== "day" ? (millis / average) * dayMillis : millis;
  };
};
