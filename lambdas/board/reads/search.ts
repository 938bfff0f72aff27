import { columnParts, readColumn } from "../../adapters/dynamo-columns.ts";
import { leadOfAddress, leadsBeginningWith } from "../../adapters/dynamo-search.ts";
import type { DynamoTable } from "../../adapters/dynamo-table.ts";
import { SearchBodySchema, type SearchResult } from "../../contract/board.ts";
import { searchPrefixLength } from "../../contract/table.ts";
import { type BoardUser, maySee } from "../../domain/board/board-user.ts";
import { beginsWith, cardOf, searchKeyOf } from "../../domain/board/card.ts";
import { phoneAsked } from "../../domain/board/phone-search.ts";
import { parseEmail } from "../../domain/capture/email.ts";
import { json as ok } from "../../domain/http/http.ts";
import { notUnderstood, type Read } from "./read.ts";

const mostShown = 20;

/** `POST search`: the first leads that are found. */
export const search: Read = async ({ table }, { json, user }) => {
  const found = await findLeads(table, user, SearchBodySchema.safeParse(json).data?.q ?? "", mostShown);
  return found === undefined ? tooShort() : ok(200, found);
};

export const tooShort = () =>
  notUnderstood([{ field: "q", detail: `expected at least ${searchPrefixLength} letters` }]);

/**
 * By a whole address; by a telephone; else by how an address or a company's name begins. A rep finds own leads only.
 * @returns `undefined` when there is too little to search for
 */
export const findLeads = async (
  table: DynamoTable,
  user: BoardUser,
  q: string,
  most: number,
): Promise<SearchResult | undefined> => {
  const asked = q.trim();
  if ([...searchKeyOf(asked)].length < searchPrefixLength) return undefined;
  const sought = { table, user, asked, most };
  return (await byAddress(sought)) ?? (await byPhone(sought)) ?? (await byBeginning(sought));
};

interface Sought {
  readonly table: DynamoTable;
  readonly user: BoardUser;
  readonly asked: string;
  readonly most: number;
}

const byAddress = async ({ table, user, asked }: Sought): Promise<SearchResult | undefined> => {
  const email = parseEmail(asked);
  const lead = email === undefined ? undefined : await leadOfAddress(table, email);
  return lead !== undefined && maySee(user, lead) ? { cards: [cardOf(lead)], more: false } : undefined;
};

/** Whose telephone a form gave so, however it is written; nothing when there is none: a company's name may be digits. */
const byPhone = async ({ table, user, asked, most }: Sought): Promise<SearchResult | undefined> => {
  const digits = phoneAsked(asked);
  if (digits === undefined) return undefined;
  const { leads, more } = await leadsBeginningWith(table, digits, most);
  const cards = leads.filter((lead) => maySee(user, lead)).map(cardOf);
  return cards.length === 0 ? undefined : { cards, more };
};

const byBeginning = async (sought: Sought): Promise<SearchResult> => {
  const { table, user, asked, most } = sought;
  if (user.role === "rep") return amongOwn(sought, user.colleagueId ?? "");
  const { leads, more } = await leadsBeginningWith(table, asked, most);
  return { cards: leads.map(cardOf), more };
};

/** The stages in which a lead has an owner, or ended with one. */
const ownedStages = ["assigned", "handed-off", "accepted", "sales-qualified", "opportunity", "won", "lost"] as const;
/** How many own leads of a stage are searched: far more than anyone has. */
const mostOwn = 200;

/** All matches in the index may be other reps' leads, so a rep's own leads are searched instead. */
const amongOwn = async ({ table, asked, most }: Sought, owner: string): Promise<SearchResult> => {
  const runs = await Promise.all(
    ownedStages.map((stage) =>
      readColumn(table, { parts: columnParts(stage, owner), newestFirst: true, most: mostOwn }),
    ),
  );
  const found = runs.flatMap(({ entries }) => entries).filter(({ card }) => beginsWith(card, asked));
  return { cards: found.slice(0, most).map(({ card }) => card), more: found.length > most };
};
