import type { BoardReads, Role } from "../../contract/board.ts";

const everybody = ["marketing", "rep", "manager", "operations"] as const satisfies readonly Role[];

/** What can be read below the API's address, and by whom. What a rep may see of the leads is a question of its own. */
const readers = {
  me: everybody,
  pulse: everybody,
  columns: everybody,
  search: everybody,
  worklist: everybody,
  leads: everybody,
  figures: everybody,
  agreement: everybody,
  attention: ["marketing", "manager", "operations"],
  wins: everybody,
  meetings: everybody,
} as const satisfies Record<FirstPart<keyof BoardReads>, readonly Role[]>;

type FirstPart<Path extends string> = Path extends `${infer First}/${string}` ? First : Path;

export type BoardRoute = keyof typeof readers;

export const isBoardRoute = (name: string): name is BoardRoute => Object.hasOwn(readers, name);

export const mayRead = (role: Role, route: BoardRoute): boolean => readers[route].some((reader) => reader === role);
