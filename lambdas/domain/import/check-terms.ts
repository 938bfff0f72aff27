import type { AgreementTerms, FamiliarityEvent, OwnField } from "../../contract/agreement.ts";
import type { ImportTerms } from "../../contract/imports.ts";
import { reading } from "../score/content-read.ts";
import { isTarget, maySeveralTimes } from "./import-targets.ts";

/** What keeps a list from being taken in on these terms. */
export type TermsProblem =
  | { readonly because: "no-email" | "no-consent-column" | "consent-unused" | "unknown-engagement" | "no-rows" }
  | { readonly because: "twice" | "unknown-target" | "unknown-column"; readonly column: number; readonly to: string };

interface TermsRules {
  readonly ownFields: readonly OwnField[];
  /** Kinds of familiarity that a list may say of its people, by `kindsOfLists`. */
  readonly kinds: readonly Pick<FamiliarityEvent, "kind">[];
  /** Of the list, with those above the header. */
  readonly rows: number;
  readonly columns: number;
}

/**
 * What a colleague may say that the people of a list did: came to a fair, were in a webinar. Our own pages, mails and forms
 * report the rest themselves, and who stands in a list has asked for nothing by that, least of all for the fast lane.
 */
export const kindsOfLists = ({ familiarity, gate }: Pick<AgreementTerms, "familiarity" | "gate">) =>
  familiarity.filter(({ kind }) => !isReported(kind) && !gate.fastLane.some((fast) => fast.kind === kind));

const isReported = (kind: string): boolean =>
  kind === "form-submitted" || /-(requested|viewed)$/.test(kind) || reading.has(kind);

export const checkTerms = (terms: ImportTerms, { ownFields, kinds, rows, columns }: TermsRules): TermsProblem[] => {
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
  const isKnownKind = engagement === undefined || kinds.some(({ kind }) => kind === engagement.kind);
  return [
    ...ofColumns,
    ...(has("email") ? [] : [{ because: "no-email" as const }]),
    ...(basis.is === "per-row" && !has("consent") ? [{ because: "no-consent-column" as const }] : []),
    ...(basis.is !== "per-row" && has("consent") ? [{ because: "consent-unused" as const }] : []),
    ...(isKnownKind ? [] : [{ because: "unknown-engagement" as const }]),
    ...(headerRows < rows ? [] : [{ because: "no-rows" as const }]),
  ];
};
