import type { FamiliarityEvent, OwnField } from "../../contract/agreement.ts";
import type { ImportTerms } from "../../contract/imports.ts";
import { isTarget, maySeveralTimes } from "./import-targets.ts";

/** What keeps a list from being taken in on these terms. */
export type TermsProblem =
  | { readonly because: "no-email" | "no-consent-column" | "consent-unused" | "unknown-engagement" | "no-rows" }
  | { readonly because: "twice" | "unknown-target" | "unknown-column"; readonly column: number; readonly to: string };

interface TermsRules {
  readonly ownFields: readonly OwnField[];
  readonly familiarity: readonly Pick<FamiliarityEvent, "kind">[];
  /** Of the list, with those above the header. */
  readonly rows: number;
  readonly columns: number;
}

export const checkTerms = (
  terms: ImportTerms,
  { ownFields, familiarity, rows, columns }: TermsRules,
): TermsProblem[] => {
  const { mapping, basis, engagement, headerRows } = terms;
  const has = (target: string) => mapping.some(({ to }) => to === target);
  const ofColumns = mapping.flatMap(({ column, to }, i): TermsProblem[] => {
    if (column >= columns) return [{ because: "unknown-column", column, to }];
    if (!isTarget(to, ownFields)) return [{ because: "unknown-target", column, to }];
    const isTwice = mapping.some(
      (other, j) => j < i && (other.column === column || (other.to === to && !maySeveralTimes(to))),
    );
    return isTwice ? [{ because: "twice", column, to }] : [];
  });
  const isKnownKind = engagement === undefined || familiarity.some(({ kind }) => kind === engagement.kind);
  return [
    ...ofColumns,
    ...(has("email") ? [] : [{ because: "no-email" as const }]),
    ...(basis.is === "per-row" && !has("consent") ? [{ because: "no-consent-column" as const }] : []),
    ...(basis.is !== "per-row" && has("consent") ? [{ because: "consent-unused" as const }] : []),
    ...(isKnownKind ? [] : [{ because: "unknown-engagement" as const }]),
    ...(headerRows < rows ? [] : [{ because: "no-rows" as const }]),
  ];
};
