/**
 * What of a page is in its address: filters, tabs and open dialogs, by ids and codes alone, so that a view survives a
 * reload, goes back and forward, and can be shared. What people type to find a person is behind `#`, which no browser
 * sends to a server.
 */

/** Reads one parameter. @returns `undefined` for a value that the page does not know */
export type ReadParam<T> = (text: string) => T | undefined;

/** One of these. */
export const oneOf =
  <const T extends string>(values: readonly T[]): ReadParam<T> =>
  (text) =>
    values.find((value) => value === text);

/** An id or a code of the agreement or of a lead, whether it still exists or not. */
export const anyId: ReadParam<string> = (text) => (/^[\w.:-]{1,128}$/.test(text) ? text : undefined);

/** A day such as `2026-11-30` that the calendar has, up to the last one. */
export const dayUntil =
  (last: string): ReadParam<string> =>
  (text) => {
    const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
    const isDay = day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
    return isDay && text <= last ? text : undefined;
  };

export interface Param<T> {
  readonly value: T | undefined;
  /** The address has a value that the page does not know. */
  readonly isIgnored: boolean;
}

/** A parameter of the address; an empty one is none. */
export const paramIn = <T>(search: string, name: string, read: ReadParam<T>): Param<T> => {
  const text = new URLSearchParams(search).get(name) ?? "";
  if (text === "") return { value: undefined, isIgnored: false };
  const value = read(text);
  return { value, isIgnored: value === undefined };
};

/** The address of a page with these parameters changed; `undefined` and an empty text take one away. */
export const withParams = (
  { path, search, hash }: { readonly path: string; readonly search: string; readonly hash: string },
  changes: Readonly<Record<string, string | undefined>>,
): string => {
  const params = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === "") params.delete(name);
    else params.set(name, value);
  }
  const query = params.toString();
  return `${path}${query === "" ? "" : `?${query}`}${hash}`;
};

/** The board's own address has no slash at its end: no server has a route with one. */
export const withoutSlash = (address: string): string => address.replace(/^(\/board)\/+(?=$|[?#])/, "$1");

/** Searches that are behind the `#`, where names and addresses of people stay in the browser: for leads, for terms. */
export type SearchName = "q" | "term";

const searchesIn = (hash: string): URLSearchParams => new URLSearchParams(hash.includes("=") ? hash.slice(1) : "");

/** What is searched for. */
export const searchedIn = (hash: string, name: SearchName = "q"): string => searchesIn(hash).get(name) ?? "";

/** The part behind the `#` that keeps a search, beside another one; empty without any. */
export const hashOfSearch = (typed: string, name: SearchName = "q", hash = ""): string => {
  const searches = searchesIn(hash);
  if (typed.trim() === "") searches.delete(name);
  else searches.set(name, typed.trim());
  return searches.size === 0 ? "" : `#${searches}`;
};
