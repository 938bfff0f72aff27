import type { Language } from "../../contract/stages.ts";
import { parseDuration } from "../../contract/time.ts";
import { sayDuration } from "../../domain/text/say-duration.ts";
import { sayNumber, sayShare } from "../../domain/text/say-number.ts";
import type { CapacityFigures, PromiseFigures, Waits } from "./capacity-check.ts";
import { type CapacityModel, capacityOf } from "./model.ts";
import type { Remedies } from "./remedies.ts";
import { reportWords } from "./report-words.ts";

export interface CapacityCheck {
  readonly model: CapacityModel;
  readonly figures: CapacityFigures;
  readonly remedies: Remedies;
}

/** Deadlines in seconds are for seeing the pipeline move: no team is measured by them. */
export const isTrial = ({ agreement }: Pick<CapacityModel, "agreement">): boolean =>
  parseDuration(agreement.terms.sla.sales.followUp).unit === "second";

/** Whether the team's capacity is sufficient, why, and what would be enough; for people of both departments. */
export const capacityReport = (check: CapacityCheck, language: Language): string => {
  const say = reportWords[language];
  if (isTrial(check.model)) return `${say.trial}\n`;
  const paragraphs = [
    check.figures.isSufficient ? say.sufficient : say.insufficient,
    listed([load(check, language), ...waits(check, language)]),
    `${say.promises}\n${listed(check.figures.promises.map((each) => promise(each, check, language)))}`,
    ...byLanguage(check, language),
    ...sayRemedies(check, language),
    `${say.assumptions}\n${listed(assumptions(check, language))}`,
  ];
  return `${paragraphs.join("\n\n")}\n`;
};

const listed = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join("\n");

const load = ({ model }: CapacityCheck, language: Language): string => {
  const capacity = capacityOf(model);
  const { arrivalsPerWeek } = model.assumptions;
  const used = capacity === 0 ? undefined : sayShare(arrivalsPerWeek / capacity, language);
  return reportWords[language].load(sayNumber(arrivalsPerWeek, language, 1), sayNumber(capacity, language), used);
};

const waits = ({ model, figures }: CapacityCheck, language: Language): string[] => {
  const say = reportWords[language];
  const { after } = model.agreement.terms.sla.sales.overflow;
  const both = ({ mean, p90 }: Waits) =>
    say.waits(sayWork(mean, language), p90 < 60_000 ? say.nothing : say.atMost(sayWork(p90, language)));
  return [
    `${say.forRep(both(figures.forRep))} ${say.overflow(sayPart(figures.overflowShare, language), sayDuration(after, language))}`,
    say.toAnswer(both(figures.toAnswer)),
    say.whole(both(figures.whole)),
  ];
};

const promise = ({ promise, within, breachShare }: PromiseFigures, check: CapacityCheck, language: Language): string =>
  reportWords[language].promise(
    promiseName(promise, check, language),
    sayDuration(within, language),
    sayPart(breachShare, language),
  );

const promiseName = (promise: string, { model }: CapacityCheck, language: Language): string => {
  const say = reportWords[language];
  if (promise === "usual") return say.usual;
  if (promise === "fast") return say.fast;
  return model.agreement.terms.segments.find(({ id }) => id === promise)?.label[language] ?? promise;
};

/** Only where it makes a difference which language a lead speaks. */
const byLanguage = ({ figures: { languages } }: CapacityCheck, language: Language): string[] => {
  const say = reportWords[language];
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

const sayRemedies = (check: CapacityCheck, language: Language): string[] => {
  const say = reportWords[language];
  const { model, figures, remedies } = check;
  if (figures.isSufficient) return [say.room(remedies.mostArrivals)];
  const now = capacityOf(model);
  const longer = Object.entries(remedies.longerPromises).map(([promise, work]) =>
    say.longer(promiseName(promise, check, language), sayWork(Math.ceil(work / halfHour) * halfHour, language)),
  );
  const ways = [
    ...(remedies.capacity === undefined
      ? []
      : [say.capacity(remedies.capacity - now, sayNumber(remedies.capacity, language))]),
    ...(remedies.mostArrivals > 0 ? [say.fewer(remedies.mostArrivals)] : []),
    ...longer,
  ];
  return [ways.length === 0 ? say.noWay : `${say.would}\n${listed(ways)}`];
};

const assumptions = ({ model, figures }: CapacityCheck, language: Language): string[] => {
  const say = reportWords[language];
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
  const say = reportWords[language];
  return millis < hourMillis
    ? say.minutes(sayNumber(millis / 60_000, language))
    : say.hours(sayNumber(millis / hourMillis, language, 1));
};

/** One in a thousand is not zero. */
const sayPart = (share: number, language: Language): string => {
  const say = reportWords[language];
  return share > 0 && share < 0.01 ? say.lessThan(sayShare(0.01, language)) : say.part(sayShare(share, language));
};
