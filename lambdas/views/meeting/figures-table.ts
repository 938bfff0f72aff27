import type { MeetingPack, WeekFigures } from "../../contract/board.ts";
import type { Language } from "../../contract/stages.ts";
import { weekNumber } from "../../domain/meeting/meeting-week.ts";
import { quarterLabel } from "../../domain/metrics/goal.ts";
import { sayNumber, sayShare } from "../../domain/text/say-number.ts";
import type { Block } from "../mail/block.ts";
import { packWords } from "./pack-words.ts";

const weeksBefore = 4;

/** Both sides of the week that is looked back on, against what was agreed and what was usual. */
export const figuresTable = ({ figures, about }: MeetingPack, language: Language): Block[] => {
  const say = packWords[language];
  const at = figures.weeks.findIndex(({ week }) => week === about);
  const week = figures.weeks[at];
  if (week === undefined) return [];
  const before = figures.weeks.slice(Math.max(0, at - weeksBefore), at);
  const count = (value: number) => sayNumber(value, language);
  const share = ([part, whole]: Part) =>
    whole === 0 ? say.noData : say.of(sayShare(part / whole, language), count(part), count(whole));
  const usual = (of: (week: WeekFigures) => number) =>
    before.length === 0
      ? "–"
      : say.aWeek(sayNumber(before.reduce((sum, each) => sum + of(each), 0) / before.length, language, 1));
  const usualShare = (of: (week: WeekFigures) => Part) => (before.length === 0 ? "–" : share(together(before, of)));
  const { goal } = figures;
  const rows = [
    [say.leads, count(week.leads), "–", usual(({ leads }) => leads)],
    [say.mqls, count(week.mqls), count(week.promisedMqls), usual(({ mqls }) => mqls)],
    [say.acceptance, share(accepted(week)), sayShare(week.leastAcceptanceRate, language), usualShare(accepted)],
    [say.inTime, share(inTime(week)), say.all, usualShare(inTime)],
    [say.won(quarterLabel(goal.quarter)[language]), count(goal.won), count(goal.target), "–"],
  ];
  return [{ is: "table", columns: say.columns(weekNumber(about), before.length), rows }];
};

type Part = readonly [part: number, whole: number];

const accepted = (week: WeekFigures): Part => [week.accepted, week.accepted + week.rejected];
const inTime = (week: WeekFigures): Part => [week.inTime, week.inTime + week.breached];

/** Over all the weeks, not the mean of their rates: a week with one lead must not weigh as much as one with twenty. */
const together = (weeks: readonly WeekFigures[], of: (week: WeekFigures) => Part): Part =>
  weeks.map(of).reduce<Part>(([part, whole], [one, other]) => [part + one, whole + other], [0, 0]);
