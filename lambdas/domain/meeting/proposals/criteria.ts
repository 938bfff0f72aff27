import type { Agreement } from "../../../contract/agreement.ts";
import type { Effect, Figures, PackProposal, TermChange } from "../../../contract/board.ts";
import type { Bilingual } from "../../../contract/stages.ts";
import { judgeEffect } from "../../metrics/judge-effect.ts";
import { bilingual } from "../../text/bilingual.ts";
import { plural } from "../../text/plural.ts";
import { sayShare } from "../../text/say-number.ts";
import { sayFewerPoints } from "./say-interval.ts";

/**
 * Criteria and engagements that have points and go with fewer won deals, by more than chance. What nearly every lead
 * has, or nearly none, says nothing of what it is worth: of that there is no proposal.
 */
export const criteriaProposals = ({ effects }: Pick<Figures, "effects">, agreement: Agreement): PackProposal[] =>
  effects
    .map((effect) => ({ effect, judged: judgeEffect(effect) }))
    .filter(({ effect, judged }) => judged.verdict === "fewer-won" && pathOf(effect) !== undefined)
    .toSorted((one, other) => (one.judged.difference ?? 0) - (other.judged.difference ?? 0))
    .map(({ effect, judged: { cases, interval } }) => ({
      says: worksAgainst(effect, agreement, cases, interval ?? { from: 0, to: 0 }),
      cases,
      ...(interval !== null && { interval: { of: "difference" as const, ...interval } }),
      change: pathOf(effect) ?? [],
    }));

/** No points any more; content has none. */
const pathOf = ({ kind, id, persona }: Effect): TermChange[] | undefined => {
  switch (kind) {
    case "criterion":
      return persona === undefined ? undefined : [{ path: ["personas", persona, "criteria", id, "points"], value: 0 }];
    case "familiarity":
      return [{ path: ["familiarity", id, "points"], value: 0 }];
    case "content":
      return undefined;
  }
};

/** With the buyer whose criterion it is: two of them may call theirs the same. */
const called = ({ label, persona }: Effect, { terms }: Agreement): Bilingual => {
  const name = terms.personas.find(({ id }) => id === persona)?.name;
  return {
    es: `«${label.es}»${name === undefined ? "" : ` (${name.es})`}`,
    en: `“${label.en}”${name === undefined ? "" : ` (${name.en})`}`,
  };
};

const worksAgainst = (effect: Effect, agreement: Agreement, cases: number, interval: { from: number; to: number }) => {
  const [{ es, en }, apart] = [called(effect, agreement), sayFewerPoints(interval)];
  return bilingual((language) => {
    const rate = (of: Effect["with"]) => `${sayShare(of.rate ?? 0, language)} (${of.won}/${of.ended})`;
    const [having, without] = [rate(effect.with), rate(effect.without)];
    return {
      es: `${es} acompaña a menos ventas ganadas: se gana el ${having} de los que lo cumplen y el ${without} de los demás (${apart.es}; ${plural(cases, "es", { one: "# lead cerrado", other: "# leads cerrados" })}). ¿Dejamos de darle puntos?`,
      en: `${en} goes with fewer won deals: ${having} of the leads that match are won, against ${without} of the others (${apart.en}; ${plural(cases, "en", { one: "# closed lead", other: "# closed leads" })}). Stop giving it points?`,
    };
  });
};
