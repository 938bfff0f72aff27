import type { MeetingPack, WeekFigures } from "../../contract/board.ts";
import type { Language } from "../../contract/stages.ts";
import { weekNumber } from "../../domain/meeting/meeting-week.ts";
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
  const share = (value: number | null) => (value === null ? "–" : sayShare(value, language));
  const usual = (of: (week: WeekFigures) => number) =>
    before.length === 0 ? "–" : sayNumber(before.reduce((sum, each) => sum + of(each), 0) / before.length, language, 1);
  const rows = [
    [say.leads, count(week.leads), "–", usual(({ leads }) => leads)],
    [say.mqls, count(week.mqls), count(week.promisedMqls), usual(({ mqls }) => mqls)],
    [
      say.acceptance,
      share(week.acceptanceRate),
      share(week.leastAcceptanceRate),
      share(together(before, ({ accepted, rejected }) => [accepted, accepted + rejected])),
    ],
    [
      say.inTime,
      share(week.shareInTime),
      say.all,
      share(together(before, ({ inTime, breached }) => [inTime, inTime + breached])),
    ],
    [say.won, count(figures.goal.won), count(figures.goal.target), "–"],
  ];
  return [{ is: "table", columns: say.columns(weekNumber(about)), rows }];
};

/** Over all the weeks, not the mean of their rates: a week with one lead must not weigh as much as one with twenty. */
const together = (
  weeks: readonly WeekFigures[],
  of: (week: WeekFigures) => readonly [number, number],
): number | null => {
  const [some, all] = weeks.map(of).reduce(([kept, due], [one, other]) => [kept + one, due + other], [0, 0]);
  return all === 0 ? null : some / all;
};
