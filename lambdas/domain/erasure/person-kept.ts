import type { ItemKind } from "../../contract/item-kinds.ts";
import type { personRules } from "../../contract/person-data.ts";

/** Kinds of item that a person is told of. */
export type ToldKind = {
  [K in ItemKind]: (typeof personRules)[K]["export"] extends "told" ? K : never;
}[ItemKind];
/** All that is kept of one person. */
export interface PersonKept {
  readonly email: string;
  /** Nobody with this address is a lead: only what is kept aside, or by the address's hash. */
  readonly leadId: string | undefined;
  readonly kept: Readonly<Partial<Record<ToldKind, readonly Readonly<Record<string, unknown>>[]>>>;
}
