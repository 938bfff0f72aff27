import type { Agreement } from "../../contract/agreement.ts";
import type { LeadStory } from "../../contract/board.ts";
import type { KnownValue } from "../../contract/board-by-hand.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { factFields, factsOf } from "../../domain/lead/claims.ts";
import type { Fact, Lead } from "../../domain/lead/lead.ts";
import { readAs } from "../../domain/lead/read-as.ts";
import { nameOfPerson } from "../../domain/team/owner.ts";
import { inBoth } from "../../domain/text/bilingual.ts";
import { labelledValue } from "../page/lead-facts.ts";

/** What was known of each fact, the newest first, where it is more than what the first form said. */
export const knownValues = (lead: Lead, agreement: Agreement): NonNullable<LeadStory["histories"]> =>
  [...factFields, ...Object.keys(lead.contact.own ?? {})].flatMap((field) => {
    const facts = factsOf(lead, field) ?? [];
    const isPlain = facts.every(({ from }) => from === "form" || from === "crm");
    return facts.length === 0 || (facts.length === 1 && isPlain)
      ? []
      : [
          {
            label: inBoth((language) => labelledValue(field, "", language, agreement).label),
            values: facts.map((fact) => known(field, fact, lead, agreement)),
          },
        ];
  });

const known = (field: string, fact: Fact, { contact }: Lead, agreement: Agreement): KnownValue => ({
  value: inBoth((language) =>
    fact.value === ""
      ? ""
      : labelledValue(field, fact.value, language, agreement, readAs(contact, field, fact.value)).shown,
  ),
  by: sayWho(fact, agreement),
  at: fact.at,
});

const sayWho = ({ from, id }: Fact, agreement: Agreement): Bilingual => {
  switch (from) {
    case "colleague": {
      const name = id === undefined ? "?" : nameOfPerson(id, agreement);
      return { es: name, en: name };
    }
    case "link":
      return { es: "confirmado por el lead", en: "confirmed by the lead" };
    case "crm":
      return { es: "desde el CRM", en: "from the CRM" };
    default:
      return { es: "un formulario", en: "a form" };
  }
};
