import type { Bilingual } from "../../contract/stages.ts";
import { written } from "../score/score-line.ts";

/** One condition of the gate: whether this lead meets it, and how far it is from it, as a sentence. */
export interface Condition {
  readonly met: boolean;
  readonly sentence: Bilingual;
  /** For a condition that is not met: what would be enough, if anything. */
  readonly wayThere?: Bilingual | undefined;
}

export const condition = (met: boolean, es: string, en: string): Condition => ({ met, sentence: { es, en } });

const measures = {
  match: {
    met: { es: "Coincidencias con el cliente ideal", en: "Matches with the buyer persona" },
    one: { es: "coincidencia con el cliente ideal", en: "more match with the buyer persona" },
    many: { es: "coincidencias con el cliente ideal", en: "more matches with the buyer persona" },
  },
  fit: {
    met: { es: "Puntos de encaje", en: "Fit points" },
    one: { es: "punto de encaje", en: "more fit point" },
    many: { es: "puntos de encaje", en: "more fit points" },
  },
  familiarity: {
    met: { es: "Puntos de familiaridad", en: "Familiarity points" },
    one: { es: "punto de familiaridad", en: "more familiarity point" },
    many: { es: "puntos de familiaridad", en: "more familiarity points" },
  },
} as const;

/** A figure and the agreed minimum: `Faltan 12 puntos de familiaridad: tiene 18 de 30`. */
export const atLeast = (measure: keyof typeof measures, has: number, least: number): Condition => {
  const { met, one, many } = measures[measure];
  const [hasEs, hasEn, leastEs, leastEn] = [
    written(has, "es"),
    written(has, "en"),
    written(least, "es"),
    written(least, "en"),
  ];
  if (has >= least)
    return condition(true, `${met.es}: ${hasEs} (mínimo ${leastEs})`, `${met.en}: ${hasEn} (at least ${leastEn})`);
  const lacks = least - has;
  const [what, verb] = written(lacks, "en") === "1" ? [one, "Falta"] : [many, "Faltan"];
  return condition(
    false,
    `${verb} ${written(lacks, "es")} ${what.es}: tiene ${hasEs} de ${leastEs}`,
    `Needs ${written(lacks, "en")} ${what.en}: has ${hasEn} of ${leastEn}`,
  );
};

/** Sales returned it: the same lead must not come again before it has done something. */
export const notReturned: Condition = condition(
  false,
  "Ventas lo devolvió y desde entonces no ha hecho nada nuevo",
  "Returned by sales, and nothing new since",
);

/**
 * Sales returned it because it was too early: `Ventas lo devolvió por «Es pronto»: descansa hasta el 3 de marzo de
 * 2026`.
 */
export const resting = (label: Bilingual, until: { readonly es: string; readonly en: string }): Condition =>
  condition(
    false,
    `Ventas lo devolvió por «${label.es}»: descansa hasta el ${until.es}`,
    `Returned by sales for “${label.en}”: it rests until ${until.en}`,
  );

/** The sentence, followed by what would be enough. */
export const withWayThere = ({ sentence, wayThere }: Condition): Bilingual =>
  wayThere === undefined ? sentence : { es: `${sentence.es}. ${wayThere.es}`, en: `${sentence.en}. ${wayThere.en}` };
