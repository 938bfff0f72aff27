import { learningOf } from "../../contract/agreed-limits.ts";
import type { Agreement } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import { sayNumber, sayShare } from "../../domain/text/say-number.ts";
import { changesOf, type PointChange, type ThresholdChange, thresholdsOf } from "./changes.ts";
import type { FoldsAuc, Lesson } from "./learn.ts";
import { learnWords } from "./learn-words.ts";
import type { LearnLead } from "./line.ts";

export interface ToReport {
  readonly lesson: Lesson;
  readonly leads: readonly LearnLead[];
  readonly inForce: Agreement;
  readonly folds?: (FoldsAuc & { readonly count: number }) | undefined;
}

/** What was learnt, how it was judged, and the reason of each change; for people of both departments. */
export const learnReport = ({ lesson, leads, inForce, folds }: ToReport, language: Language): string => {
  const say = learnWords[language];
  const paragraphs = [
    verdict(lesson, language),
    listed([...doubts(lesson, inForce, language), ...figures(lesson, language), ...notes(lesson, leads, language)]),
    ...(lesson.what === "proposed" ? changes(lesson, inForce, language) : []),
    ...(folds === undefined
      ? []
      : [say.folds(String(folds.count), ...aucs([folds.inForce, folds.wholePoints, folds.unrounded], language))]),
  ];
  return `${paragraphs.filter((each) => each !== "").join("\n\n")}\n`;
};

const listed = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join("\n");

const aucs = ([one = 0, two = 0, three = 0]: readonly number[], language: Language): [string, string, string] => [
  sayNumber(one, language, 3),
  sayNumber(two, language, 3),
  sayNumber(three, language, 3),
];

const verdict = (lesson: Lesson, language: Language): string => {
  const say = learnWords[language];
  if (lesson.what === "proposed") return say.proposed;
  return say.nothing(lesson.what === "too-few" ? lesson.moreOutcomes : lesson.judgement.moreOutcomes);
};

/** Why nothing is proposed. */
const doubts = (lesson: Lesson, { terms }: Agreement, language: Language): string[] => {
  const say = learnWords[language];
  const count = (number: number) => sayNumber(number, language);
  if (lesson.what === "too-few") return [say.tooFew(count(lesson.won), count(lesson.others))];
  if (lesson.what === "same") return [say.same];
  const { isBetter, isCalibrated, losses } = lesson.judgement;
  const most = sayShare(learningOf(terms).mostLoss, language);
  return [
    ...(isBetter ? [] : [say.notBetter]),
    ...(isCalibrated ? [] : [say.notCalibrated]),
    ...losses.map(({ group, id, before, after }) => say.loss(say[group], id, count(before), count(after), most)),
  ];
};

const figures = (lesson: Lesson, language: Language): string[] => {
  const say = learnWords[language];
  if (lesson.what === "too-few" || lesson.what === "same") return [];
  const { judgement, earlier } = lesson;
  const { auc, calibration, volume, leads, won } = judgement;
  const count = (number: number) => sayNumber(number, language);
  const share = (number: number) => sayShare(number, language, 1);
  return [
    say.judged(count(earlier.length), count(leads), count(won)),
    say.auc(share(auc.before), share(auc.after), share(1.96 * auc.error)),
    say.calibration(share(calibration.before), share(calibration.after)),
    say.volume(count(volume.before), count(volume.after)),
  ];
};

/** What of the file does not count. */
const notes = (lesson: Lesson, leads: readonly LearnLead[], language: Language): string[] => {
  const say = learnWords[language];
  const later = leads.reduce((sum, lead) => sum + lead.later, 0);
  const unknown = leads.filter(({ outcome }) => outcome === undefined).length;
  const afterSales = lesson.what === "too-few" ? [] : lesson.afterSales;
  return [
    ...(afterSales.length > 0 ? [say.afterSales(afterSales.join(", "))] : []),
    ...(later > 0 ? [say.later(later)] : []),
    ...(unknown > 0 ? [say.unknown(unknown)] : []),
  ];
};

const changes = (lesson: Exclude<Lesson, { what: "too-few" }>, inForce: Agreement, language: Language): string[] => {
  const say = learnWords[language];
  const { proposal, earlier, later } = lesson;
  const points = changesOf(inForce.terms, proposal.terms, [...earlier, ...later]);
  const thresholds = thresholdsOf(inForce.terms, proposal.terms);
  return [
    `${say.changes}\n${listed(points.map((each) => sayChange(each, language)))}`,
    ...(thresholds.length === 0
      ? []
      : [`${say.thresholds}\n${listed(thresholds.map((each) => sayThreshold(each, language)))}`]),
  ];
};

/** `Almacenes: de 5 a 12 puntos. De 212 leads que lo cumplen se ganó el 31 %; de 840 que no, el 9 %.` */
export const sayChange = (change: PointChange, language: Language): string => {
  const say = learnWords[language];
  const { before, after, having, lacking, personas } = change;
  const label = `${change.label[language]}${personas.length === 0 ? "" : ` (${personas.join(", ")})`}`;
  const reason = say[change.what](
    having.leads,
    sayShare(having.wonShare, language),
    sayNumber(lacking.leads, language),
    sayShare(lacking.wonShare, language),
  );
  return `${what(label, before, after, language)} ${reason}`;
};

const what = (label: string, before: number | undefined, after: number | undefined, language: Language): string => {
  const say = learnWords[language];
  const signed = (points = 0) => `${points > 0 ? "+" : ""}${points}`;
  if (before === undefined) return say.added(label, signed(after));
  if (after === undefined) return say.dropped(label, signed(before));
  return say.changed(label, signed(before), signed(after));
};

const sayThreshold = ({ what, before, after }: ThresholdChange, language: Language): string => {
  const say = learnWords[language];
  return say.threshold(say.names[what], before.join(say.and), after.join(say.and));
};
