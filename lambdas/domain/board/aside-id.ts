import { keys } from "../../contract/table.ts";
import { isId } from "../lead/lead.ts";

type Key = { readonly pk: string; readonly sk: string };

/** What is kept aside: a form that no lead has followed from, or a lead. */
export type AsideRef = { readonly is: "form"; readonly key: Key } | { readonly is: "lead"; readonly leadId: string };

const [form, lead] = [keys.keptAside("", "").pk, keys.lead("").pk];

/** The name by which the board's API knows what lies under the key. */
export const asideIdOf = ({ pk, sk }: Key): string =>
  pk.startsWith(lead) ? `lead.${pk.slice(lead.length)}` : `form.${pk.slice(form.length)}.${sk}`;

/** `undefined` for what is no such name. */
export const asideRefOf = (id: string): AsideRef | undefined => {
  const [is, first = "", second = "", ...more] = id.split(".");
  if (more.length > 0 || !isId(first)) return undefined;
  if (is === "lead" && second === "") return { is, leadId: first };
  return is === "form" && isId(second) ? { is, key: keys.keptAside(first, second) } : undefined;
};
