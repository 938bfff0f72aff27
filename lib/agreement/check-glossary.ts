import type { AgreementTerms } from "../../lambdas/contract/agreement.ts";
import { LanguageSchema } from "../../lambdas/contract/stages.ts";
import { checkUnique } from "./check-ids.ts";
import type { Finding } from "./problem.ts";

/** The words that mails, pages and the board use: both departments must have said what they mean by them. */
export const wordsShown = [
  "sign-up",
  "lead",
  "persona",
  "fit",
  "familiarity",
  "grade",
  "mql",
  "sal",
  "sql",
  "opportunity",
  "recycled",
  "dormant",
  "disqualified",
  "sla",
] as const;

export const checkGlossary = ({ glossary }: AgreementTerms): Finding[] => {
  const ids = glossary.map(({ id }) => id);
  return [
    ...checkUnique(["glossary"], ids, "id"),
    ...LanguageSchema.options.flatMap((language) =>
      checkUnique(
        ["glossary"],
        glossary.map(({ term }) => term[language].toLowerCase()),
        "term",
      ),
    ),
    ...wordsShown
      .filter((word) => !ids.includes(word))
      .map((word) => ({
        path: ["glossary"],
        message: `"${word}" is not explained; expected an entry of that id: the product shows the word`,
      })),
  ];
};
