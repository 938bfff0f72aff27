import type { AgreementTerms, FamiliarityEvent } from "../../contract/agreement.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { plural } from "../text/plural.ts";
import { sayDuration } from "../text/say-duration.ts";
import { elapsedMillis } from "../working-time/duration.ts";
import { earnedOf, type KindSums, weightsOf, worthAt } from "./familiarity-kind.ts";
import { type KindRule, kindRules } from "./familiarity-rules.ts";
import type { FamiliaritySums } from "./familiarity-sums.ts";
import type { Scored } from "./score-fit.ts";
import { type ScoreLine, sayPoints, sumOfPoints, written } from "./score-line.ts";

/** `hot`: the lead did something just now that the agreement gives the fast lane. */
export type FamiliarityScored = Scored & { readonly hot: boolean };

/**
 * How well the lead knows the brand at this instant: one line for each kind of event that the agreement counts.
 * @param sums what the lead's engagements add up to by the same terms.
 */
export const scoreFamiliarity = (
  sums: FamiliaritySums,
  terms: Pick<AgreementTerms, "company" | "familiarity" | "gate">,
  now: string,
): FamiliarityScored => {
  const rules = new Map(kindRules(terms).map((rule) => [rule.kind, rule]));
  const lines = terms.familiarity.flatMap((event) => lineOf(event, sums.kinds[event.kind], rules.get(event.kind), now));
  const matched = lines.filter(({ points }) => points > 0).length;
  return { points: sumOfPoints(lines), matched, lines, hot: isHot(sums, terms.gate, now) };
};

const million = 1_000_000;

const lineOf = (
  terms: FamiliarityEvent,
  sums: KindSums | undefined,
  rule: KindRule | undefined,
  now: string,
): ScoreLine[] => {
  if (sums === undefined || rule === undefined) return [];
  // A sender's clock that runs ahead must not make an event worth more than a new one: the scoring time is then that
  // clock's.
  const instant = Math.max(Date.parse(now), Date.parse(sums.newest));
  const worth = Math.round(terms.points * million * worthAt(weightsOf(sums, rule), rule.halfLife, instant));
  const most = Math.abs(terms.cap) * million;
  const points = toTenths(Math.min(Math.max(worth, -most), most));
  const each = Math.abs(terms.points);
  const earned = earnedOf(sums, rule, each);
  const found = {
    count: sums.count,
    earned: Math.sign(terms.points) * earned,
    atDailyCap: earned < (rule.once ? each : sums.count * each),
    points,
    atCap: Math.abs(worth) > most,
  };
  return [
    {
      criterion: terms.kind,
      value: String(sums.count),
      points,
      halfLife: terms.halfLife,
      // Of very many leads only the points are asked for, and to say them takes longer.
      get sentence() {
        return familiaritySentence(terms, found);
      },
    },
  ];
};

/** To one decimal; nothing is 0 and never -0. */
const toTenths = (worth: number): number => (Math.round(worth / (million / 10)) + 0) / 10;

const isHot = ({ kinds }: FamiliaritySums, { fastLane }: AgreementTerms["gate"], now: string): boolean =>
  fastLane.some(({ kind, within }) => {
    const newest = kinds[kind]?.newest;
    return newest !== undefined && Date.parse(now) - Date.parse(newest) <= elapsedMillis(within);
  });

/** The figures of one kind of event; points with their sign. */
interface Familiarity {
  readonly count: number;
  /** What the events were worth when they were new, within the limit of each day. */
  readonly earned: number;
  readonly atDailyCap: boolean;
  /** What they are worth now, within the cap. */
  readonly points: number;
  readonly atCap: boolean;
}

/** `Página visitada: 3 veces, 6 puntos al hacerlo, 4,2 hoy (se reduce a la mitad cada 14 días)`. */
const familiaritySentence = (terms: FamiliarityEvent, found: Familiarity): Bilingual => ({
  es: [
    `${terms.label.es}: ${plural(found.count, "es", { one: "# vez", other: "# veces" })}`,
    ...(terms.counts === "once" && found.count > 1 ? ["cuenta la última"] : []),
    `${sayPoints(found.earned, "es")} al hacerlo${found.atDailyCap ? " por el tope diario" : ""}`,
    `${written(found.points, "es")} hoy${found.atCap ? " por el tope" : ""} (se reduce a la mitad cada ${sayDuration(terms.halfLife, "es")})`,
  ].join(", "),
  en: [
    `${terms.label.en}: ${plural(found.count, "en", { one: "once", other: "# times" })}`,
    ...(terms.counts === "once" && found.count > 1 ? ["the latest counts"] : []),
    `${sayPoints(found.earned, "en")} when done${found.atDailyCap ? " at the daily cap" : ""}`,
    `${written(found.points, "en")} today${found.atCap ? " at the cap" : ""} (halves every ${sayDuration(terms.halfLife, "en")})`,
  ].join(", "),
});
