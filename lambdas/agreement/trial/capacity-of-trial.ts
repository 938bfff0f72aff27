import type { Agreement } from "../../contract/agreement.ts";
import type { TrialCapacity } from "../../contract/trial.ts";
import type { Stream, Tally } from "../../domain/agreement/trial/tally.ts";
import { weekOf } from "../../domain/metrics/week.ts";
import { dayMillis } from "../../domain/working-time/zone.ts";
import { measure } from "../capacity-check/capacity-check.ts";
import { capacityModelOf, capacityOf, usualAssumptions } from "../capacity-check/model.ts";
import { isTrial } from "../capacity-check/report.ts";

/** What is simulated: less than by `agreement:capacity`, since somebody waits for it. */
const simulated = { weeks: 13, runs: 4, seed: usualAssumptions.seed } as const;

interface Tried {
  readonly from: string;
  readonly until: string;
  readonly inForce: Agreement;
  readonly proposal: Agreement;
}

/**
 * How long leads would wait, and how many promises would be broken, by the stream of MQLs of each agreement and by its own
 * team and promises, from now on. `undefined` where promises are in seconds, by which no team is measured.
 */
export const capacityOfTrial = (
  { from, until, inForce, proposal }: Tried,
  { streams }: Pick<Tally, "streams">,
): { readonly before: TrialCapacity; readonly after: TrialCapacity } | undefined => {
  if ([inForce, proposal].some((agreement) => isTrial({ agreement }))) return undefined;
  const weeks = (Date.parse(until) - Date.parse(from)) / (7 * dayMillis);
  const of = (agreement: Agreement, stream: Stream) => capacityWith(agreement, stream, weeks, until);
  return { before: of(inForce, streams.before), after: of(proposal, streams.after) };
};

const capacityWith = (agreement: Agreement, stream: Stream, weeks: number, now: string): TrialCapacity => {
  const share = (part: number): number => (stream.mqls === 0 ? 0 : part / stream.mqls);
  const mqlsPerWeek = stream.mqls / weeks;
  const model = capacityModelOf(agreement, {
    ...simulated,
    arrivalsPerWeek: mqlsPerWeek,
    firstWeek: weekOf(now, agreement.terms.company.timeZone),
    inWorkingHours: share(stream.inWorkingHours),
    fastLane: share(stream.fast),
    segments: share(stream.segments),
  });
  const figures = measure(model);
  return {
    mqlsPerWeek,
    capacityPerWeek: capacityOf(model),
    waitHours: figures.forRep.mean / hourMillis,
    waitHoursP90: figures.forRep.p90 / hourMillis,
    answerHours: figures.whole.mean / hourMillis,
    brokenShare: figures.breachShare,
    overflowShare: figures.overflowShare,
    isSufficient: figures.isSufficient,
  };
};

const hourMillis = 3_600_000;
