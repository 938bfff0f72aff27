import type { Card } from "../../contract/board.ts";
import { alike } from "../score/alike.ts";

/** In characters: DynamoDB takes a sort key of 1,024 bytes at most. */
const longest = 200;

/** By which a company or an address is found from its first letters on, however it is written. */
export const searchKeyOf = (name: string): string => [...alike(name.trim())].slice(0, longest).join("");

/** The same as the search of all leads, of one that is at hand. */
export const beginsWith = ({ company = "", email }: Pick<Card, "company" | "email">, asked: string): boolean =>
  [company, email].some((name) => searchKeyOf(name).startsWith(searchKeyOf(asked)));
