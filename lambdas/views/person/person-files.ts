import type { Agreement } from "../../contract/agreement.ts";
import { personRules } from "../../contract/person-data.ts";
import type { PersonKept } from "../../domain/erasure/person-kept.ts";
import type { Reader } from "../../domain/text/when.ts";
import { personPage } from "./person-page.ts";

/** All that is kept of a person, to take elsewhere, and for the person to read. */
export interface PersonFiles {
  readonly json: string;
  /** A whole HTML page that needs nothing else. */
  readonly page: string;
}

export const personJson = ({ email, leadId, kept }: PersonKept, exportedAt: string): string => {
  const told = Object.entries(kept).map(([kind, items]) => [
    kind,
    { what: Object.entries(personRules).find(([name]) => name === kind)?.[1].because, items },
  ]);
  return `${JSON.stringify({ email, leadId, exportedAt, kept: Object.fromEntries(told) }, undefined, 2)}\n`;
};

export const personFiles = (person: PersonKept, agreement: Agreement, reader: Reader, at: string): PersonFiles => {
  const json = personJson(person, at);
  return { json, page: personPage(person, agreement, reader, json) };
};
