import type { Agreement } from "../../contract/agreement.ts";
import type { ChangeCard, WeekFigures } from "../../contract/board.ts";
import type { Bilingual, Language } from "../../contract/stages.ts";
import { fewestForVerdict, type TrialCount, type TrialFigures } from "../../contract/trial.ts";
import type { VersionMark } from "../../domain/agreement/version-mark.ts";
import {
  type Interval,
  intervalOfDifference,
  intervalOfGrowth,
  intervalOfRate,
  intervalOfShare,
} from "../../domain/metrics/interval.ts";
import { bilingual } from "../../domain/text/bilingual.ts";
import { plural } from "../../domain/text/plural.ts";
import { sayNumber, sayShare } from "../../domain/text/say-number.ts";

/** A version that is in force, or was, and that the meeting has not closed yet. */
export interface Change {
  readonly mark: VersionMark;
  /** When the next one came into force. */
  readonly until?: string | undefined;
  /** What it was called when it was proposed; missing of one that a deployment brought. */
  readonly title?: string | undefined;
  /** Against the version before. */
  readonly changes: readonly Bilingual[];
  /** What the trial on the past found, if there was one. */
  readonly trial?: TrialFigures | undefined;
}

/** With more weeks before, an old habit would speak instead of the last one. */
const mostWeeksBefore = 8;
/** So many sentences of what changed; the agreement's page has them all. */
const mostChanges = 4;

/**
 * Did it pay? What the trial on the past expected of a change, and what came of it: in the whole weeks since it is in force,
 * against those before. A count below 20 has an interval, and no verdict.
 */
export const changeCard = (change: Change, weeks: readonly WeekFigures[], { terms }: Agreement): ChangeCard => {
  const { mark, until, title, changes, trial } = change;
  const past = weeks.filter(({ state }) => state === "past");
  const before = past.filter(({ to }) => to <= mark.since).slice(-mostWeeksBefore);
  const since = past.filter(({ from, to }) => from >= mark.since && (until === undefined || to <= until));
  return {
    ...mark,
    title:
      title === undefined
        ? { es: "Llegó con un despliegue", en: "It came with a deployment" }
        : { es: title, en: title },
    changes: changes.slice(0, mostChanges),
    expected: trial === undefined ? [untried] : expectedOf(trial),
    came: since.length === 0 ? [tooEarly] : cameOf(before, since, terms.sla.marketing.leastAcceptanceRate),
  };
};

const untried: Bilingual = {
  es: "No se probó con el pasado antes de entrar en vigor.",
  en: "It was not tried on the past before it came into force.",
};
const tooEarly: Bilingual = {
  es: "Todavía no ha pasado ninguna semana completa desde que está en vigor.",
  en: "No whole week has passed yet since it came into force.",
};

/** Of so few, between how many it would be by chance. */
const sayCount = ({ count, interval }: TrialCount, language: Language): string =>
  interval === undefined
    ? sayNumber(count, language)
    : `${sayNumber(count, language)} (95${language === "es" ? " " : ""}%: ${sayNumber(interval.least, language, 1)}–${sayNumber(interval.most, language, 1)})`;

const expectedOf = ({ perWeek, mqls, won, rejectionsSpared }: TrialFigures): Bilingual[] => {
  const weeks = perWeek.length;
  const aWeek = ({ count }: TrialCount, language: Language) => sayNumber(count / Math.max(1, weeks), language, 1);
  return [
    bilingual((language) => ({
      es: `La prueba con ${plural(weeks, "es", { one: "una semana", other: "# semanas" })} esperaba ${aWeek(mqls.after, language)} MQL por semana; sin el cambio, ${aWeek(mqls.before, language)}.`,
      en: `The trial on ${plural(weeks, "en", { one: "one week", other: "# weeks" })} expected ${aWeek(mqls.after, language)} MQLs a week; without the change, ${aWeek(mqls.before, language)}.`,
    })),
    bilingual((language) => ({
      es: `De las ventas ganadas se conservaban ${sayCount(won.kept, language)} y se perdían ${sayCount(won.lost, language)}; rechazos evitados: ${sayCount(rejectionsSpared, language)}.`,
      en: `Of the deals won, ${sayCount(won.kept, language)} were kept and ${sayCount(won.lost, language)} lost; rejections spared: ${sayCount(rejectionsSpared, language)}.`,
    })),
  ];
};

/** Counted over some weeks. */
interface Counted {
  readonly count: number;
  readonly weeks: number;
}

type Verdict = "more" | "fewer" | "by-chance" | "too-few";

const verdictOf = ({ from, to }: { readonly from: number; readonly to: number | null }, same: number): Verdict =>
  from > same ? "more" : to !== null && to < same ? "fewer" : "by-chance";

const verdictWords: Readonly<Record<Exclude<Verdict, "too-few">, Bilingual>> = {
  more: { es: "Son más de lo que explica el azar.", en: "That is more than chance explains." },
  fewer: { es: "Son menos de lo que explica el azar.", en: "That is fewer than chance explains." },
  "by-chance": { es: "La diferencia puede ser azar.", en: "The difference may be chance." },
};
const shareWords: typeof verdictWords = {
  more: { es: "Es más de lo que explica el azar.", en: "That is more than chance explains." },
  fewer: { es: "Es menos de lo que explica el azar.", en: "That is less than chance explains." },
  "by-chance": verdictWords["by-chance"],
};
const ends = (verdict: Verdict, words = verdictWords): Bilingual =>
  verdict === "too-few" ? { es: "", en: "" } : { es: ` ${words[verdict].es}`, en: ` ${words[verdict].en}` };

const cameOf = (before: readonly WeekFigures[], since: readonly WeekFigures[], agreed: number): Bilingual[] => {
  const counted = (of: "mqls" | "won") =>
    [before, since].map((weeks): Counted => ({ count: sum(weeks, of), weeks: weeks.length }));
  const [mqlsBefore, mqls] = counted("mqls");
  const [wonBefore, won] = counted("won");
  return [
    ...(mqls === undefined ? [] : [ofWeeks("mqls", mqls, mqlsBefore)]),
    acceptance(before, since, agreed),
    ...(won === undefined ? [] : [ofWeeks("won", won, wonBefore)]),
  ];
};

const sum = (weeks: readonly WeekFigures[], of: "mqls" | "won" | "accepted" | "rejected"): number =>
  weeks.reduce((total, week) => total + week[of], 0);

const names = {
  mqls: { es: ["MQL", "MQL"], en: ["MQL", "MQLs"] },
  won: { es: ["venta ganada", "ventas ganadas"], en: ["deal won", "deals won"] },
} as const;

const ofWeeks = (of: keyof typeof names, now: Counted, before: Counted | undefined): Bilingual => {
  const was = before === undefined || before.weeks === 0 ? undefined : before;
  const isFew = Math.min(now.count, was?.count ?? 0) < fewestForVerdict;
  const verdict: Verdict =
    was === undefined || isFew
      ? "too-few"
      : verdictOf(intervalOfGrowth(now.count, was.count, was.weeks / now.weeks), 1);
  return bilingual((language) => {
    const [one, other] = names[of][language];
    const counted = plural(now.count, language, { one: `# ${one}`, other: `# ${other}` });
    const rate = ({ count, weeks }: Counted) =>
      `${sayNumber(count / weeks, language, 1)}${count < fewestForVerdict ? ` (${sayRange(intervalOfRate(count, weeks), "number", language)})` : ""}`;
    const since = {
      es: plural(now.weeks, "es", { one: "una semana", other: "# semanas" }),
      en: plural(now.weeks, "en", { one: "one week", other: "# weeks" }),
    };
    return {
      es: `${counted} en ${since.es}: ${rate(now)} por semana${was === undefined ? "" : `; antes, ${rate(was)}`}.${ends(verdict).es}`,
      en: `${counted} in ${since.en}: ${rate(now)} a week${was === undefined ? "" : `; before, ${rate(was)}`}.${ends(verdict).en}`,
    };
  });
};

/** `95 %: de 2,1 a 6,3` */
const sayRange = ({ from, to }: Interval, of: "number" | "share", language: Language): string => {
  const [least, most] = [from, to].map((edge) =>
    of === "share" ? sayShare(edge, language) : sayNumber(edge, language, 1),
  );
  return language === "es" ? `95 %: de ${least} a ${most}` : `95%: ${least} to ${most}`;
};

const acceptance = (before: readonly WeekFigures[], since: readonly WeekFigures[], agreed: number): Bilingual => {
  const [was, now] = [before, since].map((weeks) => {
    const part = sum(weeks, "accepted");
    return { part, whole: part + sum(weeks, "rejected") };
  });
  if (now === undefined || now.whole === 0)
    return { es: "Ventas no ha decidido todavía sobre ningún lead.", en: "Sales has not decided on any lead yet." };
  const isFew = Math.min(now.whole, was?.whole ?? 0) < fewestForVerdict;
  const verdict = was === undefined || isFew ? "too-few" : verdictOf(intervalOfDifference(now, was), 0);
  return bilingual((language) => {
    const rate = ({ part, whole }: { readonly part: number; readonly whole: number }) =>
      `${sayShare(part / whole, language)} (${part}/${whole}${whole < fewestForVerdict ? `; ${sayRange(intervalOfShare(part, whole), "share", language)}` : ""})`;
    const beforeIt = was === undefined || was.whole === 0 ? undefined : rate(was);
    return {
      es: `Ventas aceptó el ${rate(now)}${beforeIt === undefined ? "" : `; antes, el ${beforeIt}`}; lo acordado: ${sayShare(agreed, language)}.${ends(verdict, shareWords).es}`,
      en: `Sales accepted ${rate(now)}${beforeIt === undefined ? "" : `; before, ${beforeIt}`}; agreed: ${sayShare(agreed, language)}.${ends(verdict, shareWords).en}`,
    };
  });
};
