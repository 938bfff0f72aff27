import type { LeadStory } from "../../contract/board.ts";
import type { PossibleOwner } from "../../domain/follow-up/colleagues.ts";

/** The colleagues who can take the lead now, each with their load. */
export const colleaguesNow = (possible: readonly PossibleOwner[]): LeadStory["colleagues"] =>
  possible
    .filter(({ can }) => can === "take-it")
    .map(({ colleague: { id, name }, repNow }) => ({
      id,
      name,
      note: repNow === undefined ? anyNumber : load(repNow),
    }));

const anyNumber = { es: "sin límite de leads", en: "no lead limit" };

const load = ({ rep: { capacity }, open, newThisWeek, newAtMost }: NonNullable<PossibleOwner["repNow"]>) => ({
  es: `${newThisWeek} de ${newAtMost} esta semana, ${open} de ${capacity.openAtMost} abiertos`,
  en: `${newThisWeek} of ${newAtMost} this week, ${open} of ${capacity.openAtMost} open`,
});
