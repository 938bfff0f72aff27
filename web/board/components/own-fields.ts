import type { Card, Me } from "../../../lambdas/contract/board.ts";
import type { Bilingual } from "../../../lambdas/contract/stages.ts";
import { inBoth } from "../../../lambdas/domain/text/bilingual.ts";
import { sayOwnValue } from "../../../lambdas/domain/text/say-own-value.ts";
import { useLanguage } from "../language.tsx";
import { useMe } from "../me.tsx";

/** What the card knows of the agreement's own fields that lists show, in the agreement's order: `Warehouses: 3`. */
export const ownFieldsOf = ({ own = {} }: Pick<Card, "own">, fields: Me["listFields"] = []): Bilingual[] => {
  const values = new Map(Object.entries(own));
  return fields.flatMap((field) => {
    const value = values.get(field.id);
    if (value === undefined) return [];
    const said = sayOwnValue(value, field);
    return [inBoth((language) => `${field.label[language]}: ${said[language]}`)];
  });
};

export const useOwnFields = (card: Pick<Card, "own">): string[] => {
  const { say } = useLanguage();
  return ownFieldsOf(card, useMe().listFields).map((words) => say(words));
};
