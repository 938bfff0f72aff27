import type { AgreementTerms } from "../../contract/agreement.ts";
import type { Bilingual } from "../../contract/stages.ts";

/**
 * Both scores in one label, as people know it: fit A, B or C, familiarity 1, 2 or 3, such as `A2`. A score that just
 * reaches the least of a grade has it.
 */
export const gradeOf = (
  scores: { readonly fit: number; readonly familiarity: number },
  grades: AgreementTerms["grades"],
): string => `${gradeBy(scores.fit, grades.fit, "ABC")}${gradeBy(scores.familiarity, grades.familiarity, "123")}`;

/** Of three grades, best first. */
const gradeBy = (score: number, [first, second]: AgreementTerms["grades"]["fit"], grades: string): string => {
  if (score >= first) return grades.charAt(0);
  return grades.charAt(score >= second ? 1 : 2);
};

/** A grade with what it means: `A2 (encaja muy bien, nos conoce algo)`. */
export const sayGrade = (grade: string): Bilingual => {
  const [fit, familiarity] = [meanings[grade.charAt(0)], meanings[grade.charAt(1)]];
  if (fit === undefined || familiarity === undefined) return { es: grade, en: grade };
  return { es: `${grade} (${fit.es}, ${familiarity.es})`, en: `${grade} (${fit.en}, ${familiarity.en})` };
};

const meanings: Readonly<Record<string, Bilingual>> = {
  A: { es: "encaja muy bien", en: "fits very well" },
  B: { es: "encaja bien", en: "fits well" },
  C: { es: "encaja poco", en: "hardly fits" },
  1: { es: "nos conoce bien", en: "knows us well" },
  2: { es: "nos conoce algo", en: "knows us a little" },
  3: { es: "apenas nos conoce", en: "hardly knows us" },
};
