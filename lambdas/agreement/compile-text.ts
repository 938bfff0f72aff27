import type { KeptTerms } from "../contract/agreement-explained.ts";
import { checkAgreement } from "./check-agreement.ts";
import { compileAgreement } from "./compile-agreement.ts";
import { explainForBoard } from "./explain/explain-page.ts";
import type { Problem } from "./problem.ts";
import { knownHolidays } from "./public-holidays.ts";

export { idOfTerms } from "../domain/agreement/terms-id.ts";

export type CompiledText =
  | { readonly ok: true; readonly terms: KeptTerms }
  | { readonly ok: false; readonly problems: Problem[] };

/**
 * A text as an agreement, with all that is made of it; or what is wrong with it, by line.
 * @param file what the text is called in its problems
 * @param today as `checkAgreement` has it
 */
export const compileText = (text: string, file = "agreement.yaml", today?: string): CompiledText => {
  const checked = checkAgreement(text, file, knownHolidays, today);
  if (!checked.ok) return checked;
  const agreement = compileAgreement(checked.terms);
  return { ok: true, terms: { agreement, text, chapters: explainForBoard(agreement) } };
};
