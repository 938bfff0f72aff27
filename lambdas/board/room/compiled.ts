import { gzipSync } from "node:zlib";
import { changesBetween } from "../../agreement/agreement-changes.ts";
import { compileText } from "../../agreement/compile-text.ts";
import type { KeptTerms } from "../../contract/agreement-explained.ts";
import { limits } from "../../contract/limits.ts";
import type { TermsChanges, TextProblem } from "../../contract/room.ts";
import { byDeployment } from "../../views/room/by-deployment.ts";

type Compiled =
  | { readonly ok: true; readonly terms: KeptTerms }
  | { readonly ok: false; readonly problems: readonly TextProblem[] };

/** A text by today's rules. @param holds the day from which it is to hold: reps who have left by then take no lead */
export const compiled = (text: string, holds: string): Compiled => {
  if (last?.text !== text || last.holds !== holds) last = { text, holds, made: compile(text, holds) };
  return last.made;
};

/** Checked, then proposed; signed by one, then by the other: the same text often comes again. */
let last: { readonly text: string; readonly holds: string; readonly made: Compiled } | undefined;

const compile = (text: string, holds: string): Compiled => {
  const read = compileText(text, "agreement.yaml", holds);
  if (!read.ok) return { ok: false, problems: read.problems.map(({ file: _, ...problem }) => problem) };
  if (sizeOf(read.terms) <= limits.agreementTermsBytes) return read;
  const message = "the agreement is too large to be kept; expected shorter texts and lists";
  return { ok: false, problems: [{ line: 1, column: 1, key: "", message }] };
};

const sizeOf = ({ agreement, text, chapters }: KeptTerms): number =>
  [JSON.stringify(agreement), text, JSON.stringify(chapters)].reduce((sum, part) => sum + gzipSync(part).length, 0);

/** What one agreement changes of another. */
export const changesOf = (before: KeptTerms, after: KeptTerms): TermsChanges => ({
  version: after.agreement.version,
  changes: changesBetween(before.agreement.terms, after.agreement.terms),
  ...chaptersThatDiffer(before, after),
  byDeployment: byDeployment(before.agreement.terms, after.agreement.terms),
});

/** Chapters go by their title; one that is new, or gone, differs too. */
const chaptersThatDiffer = ({ chapters: before }: KeptTerms, { chapters: after }: KeptTerms) => {
  const without = (some: KeptTerms["chapters"], others: KeptTerms["chapters"]) => {
    const same = new Set(others.map((chapter) => JSON.stringify(chapter)));
    return some.filter((chapter) => !same.has(JSON.stringify(chapter)));
  };
  return { before: without(before, after), after: without(after, before) };
};
