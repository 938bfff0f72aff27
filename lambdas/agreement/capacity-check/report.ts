import type { Language } from "../../contract/stages.ts";
import { parseDuration } from "../../contract/time.ts";
import { sayDuration } from "../../domain/text/say-duration.ts";
import { sayNumber, sayShare } from "../../domain/text/say-number.ts";
import { type FitFigures, measure, type PromiseFigures, tolerated, type Waits } from "./capacity-check.ts";
import { capacityOf, type FitModel, withCapacity } from "./model.ts";
import { fitWords } from "./report-words.ts";

export interface Fit {
  readonly model: FitModel;
  readonly figures: FitFigures;
  readonly wouldFit: WhatWouldFit;
}

/** Promises in seconds are made to see the pipeline move: no team is judged by them. */
export const isTrial = ({ agreement }: Pick<FitModel, "agreement">): boolean =>
  parseDuration(agreement.terms.sla.sales.followUp).unit === "second";

/** Whether the numbers fit together, why, and what would make them fit; for people of both departments. */
export const fitReport = (fit: Fit, language: Language): string => {
  const say = fitWords[language];
  if (isTrial(fit.model)) return `${say.trial}\n`;
  const paragraphs = [
    fit.figures.fits ? say.fits : say.fitsNot,
    listed([load(fit, language), ...waits(fit, language)]),
    `${say.promises}\n${listed(fit.figures.promises.map((each) => promise(each, fit, language)))}`,
    ...byLanguage(fit, language),
    ...remedies(fit, language),
    `${say.assumptions}\n${listed(assumptions(fit, language))}`,
  ];
  return `${paragraphs.join("\n\n")}\n`;
};

const listed = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join("\n");

const load = ({ model }: Fit, language: Language): string => {
  const capacity = capacityOf(model);
  const { arrivalsPerWeek } = model.assumptions;
  const used = capacity === 0 ? undefined : sayShare(arrivalsPerWeek / capacity, language);
  return fitWords[language].load(sayNumber(arrivalsPerWeek, language, 1), sayNumber(capacity, language), used);
};

const waits = ({ model, figures }: Fit, language: Language): string[] => {
  const say = fitWords[language];
  const { after } = model.agreement.terms.sla.sales.overflow;
  const both = ({ mean, p90 }: Waits) =>
    say.waits(sayWork(mean, language), p90 < 60_000 ? say.nothing : say.atMost(sayWork(p90, language)));
  return [
    `${say.forRep(both(figures.forRep))} ${say.overflow(sayPart(figures.overflowShare, language), sayDuration(after, language))}`,
    say.toAnswer(both(figures.toAnswer)),
    say.whole(both(figures.whole)),
  ];
};

const promise = ({ promise, within, breachShare }: PromiseFigures, fit: Fit, language: Language): string =>
  fitWords[language].promise(
    promiseName(promise, fit, language),
    sayDuration(within, language),
    sayPart(breachShare, language),
  );

const promiseName = (promise: string, { model }: Fit, language: Language): string => {
  const say = fitWords[language];
  if (promise === "usual") return say.usual;
  if (promise === "fast") return say.fast;
  return model.agreement.terms.segments.find(({ id }) => id === promise)?.label[language] ?? promise;
};

/** Only where it makes a difference which language a lead speaks. */
const byLanguage = ({ figures: { languages } }: Fit, language: Language): string[] => {
  const say = fitWords[language];
  const standsOut = languages.some(({ standInShare }) => standInShare > 0.02);
  const hours = languages.map(({ forRep }) => forRep.mean / hourMillis);
  const differ = languages.length > 1 && Math.max(...hours) - Math.min(...hours) > 0.5;
  if (!standsOut && !differ) return [];
  const lines = languages.map((each) =>
    say.ofLanguage(
      say.languages[each.language],
      sayWork(each.forRep.mean, language),
      sayPart(each.breachShare, language),
      sayPart(each.standInShare, language),
    ),
  );
  return [`${say.byLanguage}\n${listed(lines)}`];
};

const remedies = (fit: Fit, language: Language): string[] => {
  const say = fitWords[language];
  const { model, figures, wouldFit } = fit;
  const count = (value: number): string => sayNumber(value, language);
  if (figures.fits) return [say.room(count(wouldFit.mostArrivals))];
  const now = capacityOf(model);
  const longer = Object.entries(wouldFit.longerPromises).map(([promise, work]) =>
    say.longer(promiseName(promise, fit, language), sayWork(Math.ceil(work / halfHour) * halfHour, language)),
  );
  const ways = [
    ...(wouldFit.capacity === undefined
      ? []
      : [say.capacity(count(wouldFit.capacity - now), count(wouldFit.capacity))]),
    ...(wouldFit.mostArrivals > 0 ? [say.fewer(count(wouldFit.mostArrivals))] : []),
    ...longer,
  ];
  return [ways.length === 0 ? say.noWay : `${say.would}\n${listed(ways)}`];
};

const assumptions = ({ model, figures }: Fit, language: Language): string[] => {
  const say = fitWords[language];
  const { assumptions, accepted, reps } = model;
  const share = (value: number): string => sayShare(value, language);
  const hours = reps.map(({ work }) => work / hourMillis);
  const [least, most] = [Math.min(...hours), Math.max(...hours)].map((each) => sayNumber(each, language, 1));
  return [
    say.arrive(share(assumptions.inWorkingHours)),
    say.mix(figures.languages.map((each) => `${say.languages[each.language]} ${share(each.share)}`).join(", ")),
    say.kinds(share(assumptions.fastLane), share(assumptions.segments)),
    say.work(least === most ? `${most}` : `${least}-${most}`, assumptions.hoursPerLead === undefined),
    say.open(share(accepted), sayDuration(model.agreement.terms.sla.sales.askOutcomeAfter, language)),
    say.nothingElse,
    say.simulated(
      sayNumber(assumptions.runs, language),
      sayNumber(assumptions.weeks, language),
      assumptions.firstWeek,
      sayNumber(figures.leads, language),
    ),
  ];
};

const hourMillis = 3_600_000;
const halfHour = hourMillis / 2;

/** Working time: minutes when it is less than an hour. */
const sayWork = (millis: number, language: Language): string => {
  const say = fitWords[language];
  return millis < hourMillis
    ? say.minutes(sayNumber(millis / 60_000, language))
    : say.hours(sayNumber(millis / hourMillis, language, 1));
};

/** One in a thousand is not nothing. */
const sayPart = (share: number, language: Language): string => {
  const say = fitWords[language];
  return share > 0 && share < 0.01 ? say.lessThan(sayShare(0.01, language)) : say.part(sayShare(share, language));
};

/** What would make numbers fit that do not, or how far those that do still are from not fitting. */
interface WhatWouldFit {
  /** The most MQLs a week that this team can follow up as agreed. */
  readonly mostArrivals: number;
  /** Leads a week that the team would have to take in all; `undefined` when it fits, or no size of team would do. */
  readonly capacity?: number | undefined;
  /** Of each promise that is broken too often, the working milliseconds within which 95% are answered. */
  readonly longerPromises: Readonly<Record<string, number>>;
}

/** However large the team: eight times as many reps are not what an agreement is missing. */
const mostTimes = 8;

/** Finds the nearest numbers that fit, by halving what lies between ones that do and ones that do not. */
export const whatWouldFit = (model: FitModel, figures: FitFigures): WhatWouldFit => {
  const capacity = capacityOf(model);
  const arrivals = Math.round(model.assumptions.arrivalsPerWeek);
  const quick = { ...model, assumptions: { ...model.assumptions, runs: Math.ceil(model.assumptions.runs / 4) } };
  const fitsWith = (arrivalsPerWeek: number): boolean =>
    measure({ ...quick, assumptions: { ...quick.assumptions, arrivalsPerWeek } }).fits;
  // More than all capacity can only pile up.
  const [fewest, most] = figures.fits
    ? [arrivals + 1, Math.max(arrivals, capacity)]
    : [0, Math.min(arrivals - 1, capacity)];
  return {
    mostArrivals: Math.max(0, firstWhere(fewest, most + 1, (count) => !fitsWith(count)) - 1),
    ...(!figures.fits && capacity > 0 && { capacity: leastCapacity(quick, capacity) }),
    longerPromises: Object.fromEntries(
      figures.promises
        .filter(({ breachShare }) => breachShare > tolerated)
        .map(({ promise, toAnswer }) => [promise, toAnswer.p95]),
    ),
  };
};

/** From the load itself upwards: with less the queue only grows. */
const leastCapacity = (model: FitModel, now: number): number | undefined => {
  const most = Math.max(now, model.assumptions.arrivalsPerWeek) * mostTimes;
  const found = firstWhere(
    Math.max(now, Math.floor(model.assumptions.arrivalsPerWeek)) + 1,
    most + 1,
    (total) => measure(withCapacity(model, total)).fits,
  );
  return found > most ? undefined : found;
};

/** The first of these whole numbers that it is true of, where it is true of all above; `to` when of none. */
const firstWhere = (from: number, to: number, isTrue: (value: number) => boolean): number => {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isTrue(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
};
