import type { MeetingPack, WeekFigures } from "../../contract/board.ts";
import type { Language } from "../../contract/stages.ts";
import { weekNumber } from "../../domain/meeting/meeting-week.ts";
import { quarterLabel } from "../../domain/metrics/goal.ts";
import { sayNumber, sayShare } from "../../domain/text/say-number.ts";
import { type Part, sayPart } from "../../domain/text/say-part.ts";
import type { Block } from "../mail/block.ts";
import { beforeStart } from "../metrics/sla-sentences.ts";
import { acceptedIn, inTimeIn } from "./charts.ts";
import { packWords } from "./pack-words.ts";

const weeksBefore = 4;

/** Both sides of the week that is looked back on, against what was agreed and what was usual. */
export const figuresTable = ({ figures, about }: MeetingPack, language: Language): Block[] => {
  const say = packWords[language];
  const at = figures.weeks.findIndex(({ week }) => week === about);
  const week = figures.weeks[at];
  if (week === undefined) return figures.weeks.length === 0 ? [{ is: "paragraph", text: beforeStart[language] }] : [];
  const before = figures.weeks.slice(Math.max(0, at - weeksBefore), at);
  const count = (value: number) => sayNumber(value, language);
  const usual = (of: (week: WeekFigures) => number) =>
    before.length === 0
      ? "–"
      : say.aWeek(sayNumber(before.reduce((sum, each) => sum + of(each), 0) / before.length, language, 1));
  const usualShare = (of: (week: WeekFigures) => Part) =>
    before.length === 0 ? "–" : sayPart(together(before, of), language);
  const { goal } = figures;
  const rows = [
    [say.leads, count(week.leads), "–", usual(({ leads }) => leads)],
    [say.mqls, count(week.mqls), count(week.promisedMqls), usual(({ mqls }) => mqls)],
    [
      say.acceptance,
      sayPart(acceptedIn(week), language),
      sayShare(week.leastAcceptanceRate, language),
      usualShare(acceptedIn),
    ],
    [say.inTime, sayPart(inTimeIn(week), language), say.all, usualShare(inTimeIn)],
    [say.won(quarterLabel(goal.quarter)[language]), count(goal.won), count(goal.target), "–"],
  ];
  return [{ is: "table", columns: say.columns(weekNumber(about), before.length), rows }];
};

/** Over all the weeks, not the mean of their rates: a week with one lead must not weigh as much as one with twenty. */
const together = (weeks: readonly WeekFigures[], of: (week: WeekFigures) => Part): Part =>
  weeks
    .map(of)
    .reduce((sum, { part, whole }) => ({ part: sum.part + part, whole: sum.whole + whole }), { part: 0, whole: 0 });
