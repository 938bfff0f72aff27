import type { Bilingual } from "../../contract/stages.ts";
import { written } from "../score/score-line.ts";
import { plural } from "../text/plural.ts";

/** One condition of the gate: whether this lead meets it, and how far it is from it, as a sentence. */
export interface Condition {
  readonly met: boolean;
  readonly sentence: Bilingual;
  /** For a condition that is not met: what would be enough, if anything. It takes longer to find than the verdict. */
  readonly wayThere?: () => Bilingual | undefined;
}

export const condition = (met: boolean, es: string, en: string): Condition => ({ met, sentence: { es, en } });

const measures = {
  match: {
    met: { es: "Coincidencias con el cliente ideal", en: "Matches with the buyer persona" },
    lacks: {
      es: { one: "Falta # coincidencia con el cliente ideal", other: "Faltan # coincidencias con el cliente ideal" },
      en: { one: "Needs # more match with the buyer persona", other: "Needs # more matches with the buyer persona" },
    },
  },
  fit: {
    met: { es: "Puntos de encaje", en: "Fit points" },
    lacks: {
      es: { one: "Falta # punto de encaje", other: "Faltan # puntos de encaje" },
      en: { one: "Needs # more fit point", other: "Needs # more fit points" },
    },
  },
  familiarity: {
    met: { es: "Puntos de familiaridad", en: "Familiarity points" },
    lacks: {
      es: { one: "Falta # punto de familiaridad", other: "Faltan # puntos de familiaridad" },
      en: { one: "Needs # more familiarity point", other: "Needs # more familiarity points" },
    },
  },
} as const;

/** A figure and the agreed minimum. Of very many leads only the verdict is asked for, and to say it takes longer. */
export const atLeast = (
  measure: keyof typeof measures,
  has: number,
  least: number,
  wayThere?: Condition["wayThere"],
): Condition => ({
  met: has >= least,
  get sentence() {
    return sayFigure(measure, has, least);
  },
  ...(has < least && wayThere && { wayThere }),
});

/** `Faltan 12 puntos de familiaridad: tiene 18 de 30`. */
const sayFigure = (measure: keyof typeof measures, has: number, least: number): Bilingual => {
  const { met, lacks } = measures[measure];
  const [hasEs, hasEn, leastEs, leastEn] = [
    written(has, "es"),
    written(has, "en"),
    written(least, "es"),
    written(least, "en"),
  ];
  if (has >= least)
    return {
      es: `${met.es}: ${hasEs} (mínimo ${leastEs})`,
      en: `${met.en}: ${hasEn} (minimum ${leastEn})`,
    };
  return {
    es: `${plural(least - has, "es", lacks.es, 1)}: tiene ${hasEs} de ${leastEs}`,
    en: `${plural(least - has, "en", lacks.en, 1)}: has ${hasEn} of ${leastEn}`,
  };
};

/** Sales returned the lead: they must not come again before they have done something new. */
export const notReturned: Condition = condition(
  false,
  "Ventas lo devolvió a marketing y desde entonces no ha hecho nada nuevo",
  "Returned by sales, with nothing new since",
);

/** Nobody in sales answered: they come again when they ask again, or when somebody decides so. */
export const notAnswered: Condition = condition(
  false,
  "Ventas no le respondió y desde entonces no hay nada nuevo",
  "Not answered by sales, with nothing new since",
);

/** Sales said that its time has not come: `Ventas lo devolvió por «Es pronto»: en pausa hasta el 3 de marzo de 2026`. */
export const resting = (label: Bilingual, until: { readonly es: string; readonly en: string }): Condition =>
  condition(
    false,
    `Ventas lo devolvió por «${label.es}»: en pausa hasta el ${until.es}`,
    `Returned by sales for “${label.en}”: in cool-down until ${until.en}`,
  );

/** The sentence, followed by what would be enough. */
export const withWayThere = ({ sentence, wayThere }: Condition): Bilingual => {
  const way = wayThere?.();
  return way === undefined ? sentence : { es: `${sentence.es}. ${way.es}`, en: `${sentence.en}. ${way.en}` };
};
