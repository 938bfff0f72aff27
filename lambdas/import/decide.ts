import { randomUUID } from "node:crypto";
import { createImport, type NewImport, storeImport } from "../adapters/dynamo-imports.ts";
import { importFiles } from "../adapters/import-files.ts";
import { checkTerms, kindsOfLists, type TermsProblem } from "../domain/import/check-terms.ts";
import { actionsNow, afterDecision, type Decision, type Import, later } from "../domain/import/import.ts";
import type { ImportDependencies } from "./import-dependencies.ts";

/** Ids sort as they were begun, and their end nobody guesses. */
export const newImportId = (at: string): string => `${at.replace(/\D/g, "").slice(0, 14)}-${randomUUID()}`;

/** An import that waits for its file, for as long as one may lie that nobody starts. */
export const beginImport = ({ table }: Pick<ImportDependencies, "table">, fresh: Omit<NewImport, "dueAt">) =>
  createImport(table, { ...fresh, dueAt: later(fresh.at, "importUnstarted") });

/** `moved-on`: decided on another version than the one that was read. Only `stored` has changed anything. */
export type Decided =
  | { readonly is: "stored"; readonly it: Import }
  | { readonly is: "moved-on" }
  | { readonly is: "not-now" }
  | { readonly is: "unfit"; readonly problems: readonly TermsProblem[] };

/** @param version of the import that whoever decides has seen */
export const decideOnImport = async (
  deps: ImportDependencies,
  it: Import,
  { decision, version }: { readonly decision: Decision; readonly version: number },
): Promise<Decided> => {
  const now = deps.now();
  if (version !== it.version) return { is: "moved-on" };
  if (!actionsNow(it, now).some((possible) => possible === decision.action)) return { is: "not-now" };
  if (decision.action === "terms") {
    const problems = await problemsOf(deps, it, decision.terms);
    if (problems.length > 0) return { is: "unfit", problems };
  }
  const stored = await storeImport(deps.table, it, afterDecision(it, decision, now));
  return stored === undefined ? { is: "moved-on" } : { is: "stored", it: stored };
};

const problemsOf = async (
  { lists, agreement: { terms } }: Pick<ImportDependencies, "agreement" | "lists">,
  { importId, lines = 0 }: Import,
  asked: NonNullable<Import["terms"]>,
): Promise<TermsProblem[]> => {
  const rows = (await importFiles(lists, importId).rows(0)) ?? [];
  const columns = rows.reduce((most, cells) => Math.max(most, cells?.length ?? 0), 0);
  return checkTerms(asked, { ownFields: terms.fields ?? [], kinds: kindsOfLists(terms), rows: lines, columns });
};
