import type * as z from "zod/mini";
import {
  type BoardPosts,
  type BoardQueries,
  type BoardReads,
  boardPaths,
  boardPosts,
  boardReads,
} from "../../../lambdas/contract/board.ts";
import type { Language } from "../../../lambdas/contract/stages.ts";

/** A request of the board's API, and the schema that the contract has for its response. */
export interface BoardRequest<Response extends z.ZodMiniType> {
  /** Below `/board/api/`, with its query. */
  readonly path: string;
  readonly response: Response;
  /** Posted as JSON; without one the path is read. */
  readonly body?: unknown;
  /** It is posted so that no address has what it asks for, and changes nothing. */
  readonly isRead?: true;
}

/** The names in braces in a path. */
type PartOf<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | PartOf<Rest> : never;
type Parts<Path extends string> = { readonly [Name in PartOf<Path>]: string };

/** What is asked: the path's parts and the query's, by name. */
type Asked<Path extends keyof BoardReads> = Parts<Path> &
  (Path extends keyof BoardQueries ? z.input<BoardQueries[Path]> : unknown);

/** `GET`: with parts in the path, or in a query that cannot do without, they must be given. */
export const reading = <Path extends keyof BoardReads>(
  path: Path,
  ...[asked]: object extends Asked<Path> ? [Asked<Path>?] : [Asked<Path>]
): BoardRequest<BoardReads[Path]> => ({ path: filled(path, asked ?? {}), response: boardReads[path] });

/** `POST`. */
export const posting = <Path extends keyof BoardPosts>(
  path: Path,
  parts: Parts<Path>,
  body: z.input<BoardPosts[Path]["body"]>,
): BoardRequest<BoardPosts[Path]["response"]> => ({
  path: filled(path, parts),
  response: boardPosts[path].response,
  body,
});

/** `POST` of what is only read. */
export const lookingFor = (q: string): BoardRequest<BoardPosts["search"]["response"]> => ({
  ...posting("search", {}, { q }),
  isRead: true,
});

/** Whether a text is an agreement, and what it would change: nothing is kept of it. */
export const checking = (text: string): BoardRequest<BoardPosts["proposals/check"]["response"]> => ({
  ...posting("proposals/check", {}, { text }),
  isRead: true,
});

/** The same, for a file. */
export const exportingFound = (
  q: string,
  language: Language,
): BoardRequest<BoardPosts["exports/search"]["response"]> => ({
  ...posting("exports/search", {}, { q, language }),
  isRead: true,
});

/** Where a request goes. */
export const addressOf = ({ path }: Pick<BoardRequest<z.ZodMiniType>, "path">): string => `${boardPaths.api}/${path}`;

/** What has no place in the path goes into the query; what is empty is left out. */
const filled = (path: string, asked: object): string => {
  const query = new URLSearchParams();
  let full = path;
  for (const [name, value] of Object.entries(asked)) {
    if (value === undefined || value === "") continue;
    const place = `{${name}}`;
    if (path.includes(place)) full = full.replace(place, () => encodeURIComponent(String(value)));
    else query.set(name, String(value));
  }
  const text = query.toString();
  return text === "" ? full : `${full}?${text}`;
};
