import type { ImportCounts, RowVerdict } from "../../contract/imports.ts";

export const noCounts: ImportCounts = {
  new: 0,
  known: 0,
  refused: 0,
  consentYes: 0,
  consentNo: 0,
  consentNotUnderstood: 0,
  noMail: 0,
  filled: 0,
  differing: 0,
  refusedBecause: {},
};

/** The counts with these rows added; rows that are no lead's count nowhere. */
export const countVerdicts = (counts: ImportCounts, verdicts: readonly (RowVerdict | null)[]): ImportCounts =>
  verdicts.reduce<ImportCounts>((sum, verdict) => (verdict === null ? sum : plus(sum, verdict)), counts);

const plus = (sum: ImportCounts, verdict: RowVerdict): ImportCounts => {
  if (verdict.is === "refused") {
    const { because } = verdict;
    const refusedBecause = { ...sum.refusedBecause, [because]: (sum.refusedBecause[because] ?? 0) + 1 };
    return { ...sum, refused: sum.refused + 1, refusedBecause };
  }
  const one = (isIt: boolean): number => (isIt ? 1 : 0);
  return {
    ...sum,
    [verdict.is]: sum[verdict.is] + 1,
    consentYes: sum.consentYes + one(verdict.consent === "yes"),
    consentNo: sum.consentNo + one(verdict.consent === "no"),
    consentNotUnderstood: sum.consentNotUnderstood + one(verdict.consent === "not-understood"),
    noMail: sum.noMail + one(verdict.mail !== undefined),
    filled: sum.filled + one(verdict.is === "known" && verdict.fills.length > 0),
    differing: sum.differing + one(verdict.is === "known" && verdict.differs.length > 0),
  };
};
