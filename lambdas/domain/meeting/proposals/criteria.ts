import type { Agreement } from "../../../contract/agreement.ts";
import type { Effect, Figures } from "../../../contract/board.ts";
import type { Bilingual } from "../../../contract/stages.ts";
import { bilingual } from "../../text/bilingual.ts";
import { plural } from "../../text/plural.ts";
import { sayShare } from "../../text/say-number.ts";

/** Too few closed leads to judge a rule. */
const leastCases = 30;
/** A rule that matches this share, or all but this share, separates nothing. */
const nearlyAll = 0.95;
/** Won rates that differ by less count as equal. */
const sameRate = 0.05;
/** This many standard errors apart is hardly chance. */
const hardlyChance = 2;

/** Rules of the gate that make no difference, or the wrong one, by the outcomes of the leads that sales closed. */
export const criteriaProposals = ({ effects }: Pick<Figures, "effects">, agreement: Agreement): Bilingual[] =>
  effects.filter(({ kind }) => kind !== "content").flatMap((effect) => proposalOf(effect, agreement) ?? []);

const proposalOf = (effect: Effect, agreement: Agreement): Bilingual | undefined => {
  const [matching, others] = [effect.with, effect.without];
  const all = matching.ended + others.ended;
  if (all < leastCases) return undefined;
  if (matching.ended >= nearlyAll * all) return tellsNobodyApart(effect, agreement, all);
  if (matching.ended <= (1 - nearlyAll) * all) return matchesNobody(effect, agreement, all);
  if (matching.ended < leastCases || others.ended < leastCases) return undefined;
  if (matching.rate === null || others.rate === null) return undefined;
  const difference = matching.rate - others.rate;
  if (Math.abs(difference) <= sameRate) return makesNoDifference(effect, agreement);
  const error = Math.sqrt(varianceOf(matching) + varianceOf(others));
  return difference < 0 && -difference > hardlyChance * error ? worksAgainst(effect, agreement) : undefined;
};

const varianceOf = ({ won, ended }: Effect["with"]): number => ((won / ended) * (1 - won / ended)) / ended;

/** With the buyer whose criterion it is: two of them may call theirs the same. */
const called = ({ label, persona }: Effect, { terms }: Agreement): Bilingual => {
  const name = terms.personas.find(({ id }) => id === persona)?.name;
  return {
    es: `«${label.es}»${name === undefined ? "" : ` (${name.es})`}`,
    en: `“${label.en}”${name === undefined ? "" : ` (${name.en})`}`,
  };
};

const tellsNobodyApart = (effect: Effect, agreement: Agreement, all: number): Bilingual => {
  const { es, en } = called(effect, agreement);
  const { ended } = effect.with;
  return {
    es: `${es}: lo cumplen ${ended} de los ${all} leads cerrados, así que no distingue a ninguno. ¿Lo ajustamos o lo quitamos?`,
    en: `${en} matches ${ended} of the ${all} closed leads: it does not distinguish between them. Narrow it, or drop it?`,
  };
};

const matchesNobody = (effect: Effect, agreement: Agreement, all: number): Bilingual => {
  const { es, en } = called(effect, agreement);
  const { ended } = effect.with;
  if (ended === 0)
    return {
      es: `${es}: no lo cumple ninguno de los ${all} leads cerrados. ¿Lo ampliamos o lo quitamos?`,
      en: `${en} matches none of the ${all} closed leads. Widen it, or drop it?`,
    };
  return {
    es: `${es}: solo ${plural(ended, "es", { one: "lo cumple #", other: "lo cumplen #" })} de los ${all} leads cerrados, así que apenas cuenta. ¿Lo ampliamos o lo quitamos?`,
    en: `${en} matches only ${ended} of the ${all} closed leads: it hardly counts. Widen it, or drop it?`,
  };
};

const ratesOf = (effect: Effect): Bilingual =>
  bilingual((language) => {
    const rate = (of: Effect["with"]) => `${sayShare(of.rate ?? 0, language)} (${of.won}/${of.ended})`;
    return {
      es: `se gana el ${rate(effect.with)} de los que lo cumplen y el ${rate(effect.without)} de los demás`,
      en: `${rate(effect.with)} of the leads that match are won, against ${rate(effect.without)} of the others`,
    };
  });

const makesNoDifference = (effect: Effect, agreement: Agreement): Bilingual => {
  const [{ es, en }, rates] = [called(effect, agreement), ratesOf(effect)];
  return {
    es: `${es} no cambia nada: ${rates.es}. ¿Merece sus puntos?`,
    en: `${en} makes no difference: ${rates.en}. Is it worth its points?`,
  };
};

const worksAgainst = (effect: Effect, agreement: Agreement): Bilingual => {
  const [{ es, en }, rates] = [called(effect, agreement), ratesOf(effect)];
  return {
    es: `${es} acompaña a menos ventas ganadas: ${rates.es}. ¿Le bajamos los puntos?`,
    en: `${en} goes with fewer won deals: ${rates.en}. Give it fewer points?`,
  };
};
