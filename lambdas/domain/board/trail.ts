import { AsideDecisionSchema, type LeadAction, LeadActionSchema, type TrailStep } from "../../contract/board.ts";
import { type Exported, ExportListSchema } from "../../contract/board-export.ts";
import { UnreadDecisionSchema } from "../../contract/board-sources.ts";
import { importBodies } from "../../contract/imports.ts";
import { isId } from "../lead/lead.ts";
import type { BoardUser } from "./board-user.ts";

/** A request of the board, and whether it was granted. */
export interface Trailed {
  readonly user: BoardUser;
  readonly method: string;
  /** Below the API's address. */
  readonly path: readonly string[];
  readonly status: number;
}

type Deed = Pick<TrailStep, "did" | "by" | "leadId">;

/**
 * What of a request the audit trail keeps: opening a lead, searching, and every change. Lists and figures are on
 * everybody's screen all day, and say nothing of a choice.
 */
export const trailStepOf = ({ user, method, path, status }: Trailed, at: string): TrailStep | undefined => {
  const deed = path[0] === "exports" ? refusedExport(path, status) : method === "GET" ? readOf(path) : changeOf(path);
  if (deed === undefined) return undefined;
  const refused = status >= 400 && ({ refused: true } as const);
  return { user: user.user, role: user.role, ...deed, ...refused, firstAt: at, lastAt: at, times: 1 };
};

/** One that was handed out has recorded itself, with its filters and rows. */
const refusedExport = ([, list]: readonly string[], status: number): Deed | undefined => {
  if (status < 400) return undefined;
  const read = ExportListSchema.safeParse(list);
  return read.success ? exportOf(read.data) : list === "search" ? exportOf(list) : undefined;
};

const readOf = ([route, leadId = "", part]: readonly string[]): Deed | undefined => {
  if (route === "imports" && (part === "refused" || part === "rows")) return { did: "opened", by: `imports/${part}` };
  return route === "leads" && isId(leadId) ? { did: "opened", by: "leads", leadId } : undefined;
};

/** @param rows how many were handed out */
export const exportStep = (
  { user, role }: BoardUser,
  list: Exported,
  { filters, rows }: { readonly filters: string; readonly rows: number },
  at: string,
): TrailStep => ({
  user,
  role,
  ...exportOf(list),
  ...(filters !== "" && { filters }),
  rows,
  firstAt: at,
  lastAt: at,
  times: 1,
});

const exportOf = (list: Exported): Deed => ({ did: "exported", by: `exports/${list}` });

const changeOf = ([route = "", id = "", part = ""]: readonly string[]): Deed | undefined => {
  if (route === "search") return { did: "searched", by: "search" };
  if (route === "meetings" && part === "changes") return { did: "changed", by: "meetings/changes" };
  if (route === "meetings" && part === "decisions") return { did: "changed", by: "meetings/decisions" };
  if (route === "aside" && AsideDecisionSchema.safeParse(id).success) return { did: "changed", by: `aside/${id}` };
  // What a form tool has sent is somebody's words.
  if (route === "sources" && id === "try") return { did: "opened", by: "sources/try" };
  if (route === "sources" && UnreadDecisionSchema.safeParse(id).success) return { did: "changed", by: `sources/${id}` };
  if (route === "imports") return importDeed(id, part);
  if (route === "proposals") return proposalDeed(id, part);
  if (route === "leads" && id === "") return { did: "added", by: "leads" };
  if (route === "leads" && id === "similar") return { did: "searched", by: "leads/similar" };
  const action = LeadActionSchema.safeParse(part);
  if (route !== "leads" || !isId(id) || !action.success) return undefined;
  return { did: deeds[action.data] ?? "changed", by: `leads/${action.data}`, leadId: id };
};

/** A text that is only checked says of no choice. The proposal itself says which one it was, by its time. */
const proposalDeed = (id: string, part: string): Deed | undefined => {
  if (id === "check") return undefined;
  const deed = id === "" ? "proposals" : `proposals/${part === "" ? id : part}`;
  return isProposalDeed(deed) ? { did: "changed", by: deed } : undefined;
};

export const proposalDeeds = [
  "proposals",
  "proposals/withdraw",
  "proposals/refuse",
  "proposals/sign",
  "proposals/try",
  "proposals/signers",
] as const;
const isProposalDeed = (deed: string): boolean => proposalDeeds.some((each) => each === deed);

/** Whatever a colleague does with a list; which one, the list itself says by its time. */
const importDeed = (id: string, part: string): Deed | undefined => {
  if (id === "") return { did: "changed", by: "imports" };
  return Object.hasOwn(importBodies, part) ? { did: "changed", by: `imports/${part}` } : undefined;
};

/** What is more than a change. */
const deeds: Partial<Record<LeadAction, Deed["did"]>> = { erase: "erased", export: "exported" };
