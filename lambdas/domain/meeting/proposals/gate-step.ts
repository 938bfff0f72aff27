import type { AgreementTerms } from "../../../contract/agreement.ts";
import type { TermChange } from "../../../contract/board.ts";
import type { Bilingual } from "../../../contract/stages.ts";
import { bilingual } from "../../text/bilingual.ts";
import { sayNumber } from "../../text/say-number.ts";

type Terms = Pick<AgreementTerms, "gate" | "personas" | "familiarity">;

/** What a lead needs of it to pass the gate. */
type Threshold = "leastFit" | "leastFamiliarity";

/** A tenth of what is asked for now, and one point at least: a step that the trial on the past can tell apart. */
const stepOf = (now: number): number => Math.max(1, Math.round(now / 10));

const names: Readonly<Record<Threshold, Bilingual>> = {
  leastFit: { es: "puntos de encaje", en: "fit points" },
  leastFamiliarity: { es: "puntos de familiaridad", en: "familiarity points" },
};

export interface GateStep {
  readonly change: readonly TermChange[];
  /** A sentence: `Hoy pide 50 puntos de encaje; con la propuesta, 55.` */
  readonly words: Bilingual;
}

/** The gate asks for a step more, or less; `undefined` where no lead could pass it, or it asks for nothing already. */
export const gateStep = (threshold: Threshold, way: "more" | "less", terms: Terms): GateStep | undefined => {
  const now = terms.gate[threshold];
  const value = way === "more" ? now + stepOf(now) : Math.max(0, now - stepOf(now));
  if (value === now || value > mostOf[threshold](terms)) return undefined;
  return {
    change: [{ path: ["gate", threshold], value }],
    words: bilingual((language) => ({
      es: `Hoy pide ${sayNumber(now, language, 1)} ${names[threshold].es}; con la propuesta, ${sayNumber(value, language, 1)}.`,
      en: `It now asks for ${sayNumber(now, language, 1)} ${names[threshold].en}; as proposed, ${sayNumber(value, language, 1)}.`,
    })),
  };
};

/** The most points that a lead of any persona can have. */
const mostOf: Readonly<Record<Threshold, (terms: Terms) => number>> = {
  leastFit: ({ personas }) =>
    Math.min(...personas.map(({ criteria }) => positive(criteria.map(({ points }) => points)))),
  leastFamiliarity: ({ familiarity }) =>
    positive(familiarity.map(({ points, cap, counts }) => (points <= 0 ? 0 : counts === "once" ? points : cap))),
};

const positive = (points: readonly number[]): number => points.reduce((sum, each) => sum + Math.max(0, each), 0);
