import type { Criterion } from "../../contract/agreement.ts";
import { type Facts, factOf } from "../score/fact.ts";
import { matchOf } from "../score/match.ts";
import { type Condition, condition } from "./condition.ts";

/** A must-have that the persona does not know can never be met; the agreement's check does not let it pass. */
export const mustHave = (id: string, lead: Facts, criteria: readonly Criterion[]): Condition => {
  const criterion = criteria.find((each) => each.id === id);
  const [es, en] = [criterion?.label.es ?? id, criterion?.label.en ?? id];
  const fact = criterion && factOf(lead, criterion.field);
  const match = criterion && matchOf(criterion.test, fact, criterion.field);
  if (match !== undefined)
    return condition(
      true,
      `Requisito cumplido, ${es}: «${fact}» ${match.es}`,
      `Must-have met, ${en}: “${fact}” ${match.en}`,
    );
  return fact === undefined
    ? condition(false, `Falta un requisito, ${es}: no consta`, `Must-have missing, ${en}: not on record`)
    : condition(
        false,
        `Falta un requisito, ${es}: «${fact}» no lo cumple`,
        `Must-have missing, ${en}: “${fact}” does not meet it`,
      );
};
