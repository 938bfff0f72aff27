import type { BoardReads, Role } from "../../contract/board.ts";
import type { Exported } from "../../contract/board-export.ts";

const everybody = ["marketing", "rep", "manager", "operations"] as const satisfies readonly Role[];

/** Which resources of the API each role may read. Which leads a rep may see is decided separately. */
const readers = {
  me: everybody,
  pulse: everybody,
  columns: everybody,
  search: everybody,
  worklist: everybody,
  leads: everybody,
  figures: everybody,
  agreement: everybody,
  aside: ["marketing", "operations"],
  sources: ["marketing", "manager", "operations"],
  imports: ["marketing", "manager", "operations"],
  attention: ["marketing", "manager", "operations"],
  wins: everybody,
  trail: ["operations"],
  meetings: everybody,
  proposals: everybody,
  exports: everybody,
} as const satisfies Record<FirstPart<keyof BoardReads> | "search", readonly Role[]>;

type FirstPart<Path extends string> = Path extends `${infer First}/${string}` ? First : Path;

export type BoardRoute = keyof typeof readers;

export const isBoardRoute = (name: string): name is BoardRoute => Object.hasOwn(readers, name);

export const mayRead = (role: Role, route: BoardRoute): boolean => readers[route].some((reader) => reader === role);

/** Where each list is seen: who may take it along is who may see it there. */
const seenIn = {
  pipeline: "columns",
  worklist: "worklist",
  attention: "attention",
  aside: "aside",
  wins: "wins",
  trail: "trail",
  search: "search",
  decisions: "meetings",
  sources: "sources",
  unread: "sources",
  imports: "imports",
  "import-rows": "imports",
  page: "figures",
} as const satisfies Record<Exported, BoardRoute>;

export const mayExport = (role: Role, list: Exported): boolean => mayRead(role, seenIn[list]);
