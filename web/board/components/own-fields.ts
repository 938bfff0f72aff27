import type { Card } from "../../../lambdas/contract/board.ts";
import { sayOwnValue } from "../../../lambdas/domain/text/say-own-value.ts";
import { useLanguage } from "../language.tsx";
import { useMe } from "../me.tsx";

/** What the card knows of the agreement's own fields that lists show: `Warehouses: 3`. */
export const useOwnFields = ({ own = {} }: Pick<Card, "own">): string[] => {
  const { say } = useLanguage();
  const values = new Map(Object.entries(own));
  return (useMe().listFields ?? []).flatMap((field) => {
    const value = values.get(field.id);
    return value === undefined ? [] : [`${say(field.label)}: ${say(sayOwnValue(value, field))}`];
  });
};
