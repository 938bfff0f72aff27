import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { formWords } from "./form-words.ts";

/** Characters; the limit of the API. */
const longestReason = 500;

/** What is wrong with a reason in free text. */
export const reasonError = (reason: string): Bilingual | undefined => {
  if (reason.trim() === "") return formWords.reasonMissing;
  return reason.trim().length > longestReason ? formWords.reasonTooLong : undefined;
};

/** The address that is typed again to confirm an erasure; upper and lower case do not matter. */
export const confirmError = (typed: string, email: string): Bilingual | undefined =>
  typed.trim().toLowerCase() === email.toLowerCase() ? undefined : formWords.notTheAddress;
