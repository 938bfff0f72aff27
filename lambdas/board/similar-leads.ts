import { leadOfAddress, leadsBeginningWith, leadsOfPerson } from "../adapters/dynamo-search.ts";
import type { DynamoTable } from "../adapters/dynamo-table.ts";
import type { SameBy, SimilarLead } from "../contract/board-by-hand.ts";
import type { BoardUser } from "../domain/board/board-user.ts";
import { phoneKeysOf } from "../domain/board/phone-search.ts";
import { isCalledOther, personIn, similarLead } from "../domain/board/similar.ts";
import type { Lead } from "../domain/lead/lead.ts";
import { readAs } from "../domain/lead/read-as.ts";

/** What may be the same of two people. */
interface Described {
  readonly email?: string | undefined;
  /** By which telephones are found. */
  readonly phoneKeys: readonly string[];
  readonly name?: string | undefined;
  readonly company?: string | undefined;
}

/** Of each query. A switchboard's number is that of many. */
const most = 10;

/** Leads who may be this person, each once, with what is the same; by index. */
export const findSimilar = async (
  table: DynamoTable,
  { email, phoneKeys, ...described }: Described,
): Promise<{ readonly lead: Lead; readonly by: readonly SameBy[] }[]> => {
  const person = personIn(described);
  const [ofAddress, ofPerson, ...ofPhones] = await Promise.all([
    email === undefined ? undefined : leadOfAddress(table, email),
    person === undefined ? [] : leadsOfPerson(table, person.company, person.name, most),
    ...phoneKeys.map((key) => leadsBeginningWith(table, key, most)),
  ]);
  const all = new Map<string, { readonly lead: Lead; readonly by: SameBy[] }>();
  const note = (by: SameBy, leads: readonly Lead[]): void => {
    for (const lead of leads) {
      const known = all.get(lead.leadId) ?? { lead, by: [] };
      if (!known.by.includes(by)) known.by.push(by);
      all.set(lead.leadId, known);
    }
  };
  note("email", ofAddress === undefined ? [] : [ofAddress]);
  for (const { leads } of ofPhones) note("phone", leads);
  note("person", ofPerson);
  return [...all.values()];
};

/** Others who may be the same person as this lead, and of whom nobody has said that they are not. */
export const similarTo = async (table: DynamoTable, user: BoardUser, lead: Lead): Promise<SimilarLead[]> => {
  const { contact } = lead;
  const phoneKeys = phoneKeysOf(contact.phone, readAs(contact, "phone", contact.phone)?.numbers);
  const found = await findSimilar(table, { phoneKeys, name: contact.name, company: contact.company });
  return found
    .filter(({ lead: other }) => other.leadId !== lead.leadId && !isCalledOther(lead, other.leadId))
    .map(({ lead: other, by }) => similarLead(user, other, by));
};
