import type { Agreement } from "../../contract/agreement.ts";
import type { Bilingual } from "../../contract/stages.ts";

/** What the agreement calls a criterion of this persona, or a kind of familiarity; the id when it has lost it. */
export const labelOfMatch = (id: string, persona: string | undefined, { terms }: Agreement): Bilingual => {
  const own = terms.personas.find((each) => each.id === persona)?.criteria ?? [];
  const criteria = [...own, ...terms.personas.flatMap((each) => each.criteria)];
  const label =
    criteria.find((criterion) => criterion.id === id)?.label ??
    terms.familiarity.find(({ kind }) => kind === id)?.label;
  return label ?? { es: id, en: id };
};
