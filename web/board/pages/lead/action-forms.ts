import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { formWords } from "./form-words.ts";

/** Characters; as the API takes them. */
const longestReason = 500;

/** What is wrong with a reason in one's own words. */
export const reasonError = (reason: string): Bilingual | undefined => {
  if (reason.trim() === "") return formWords.reasonMissing;
  return reason.trim().length > longestReason ? formWords.reasonTooLong : undefined;
};

/** An address is typed again to erase: how it is spelled in capitals does not matter. */
export const confirmError = (typed: string, email: string): Bilingual | undefined =>
  typed.trim().toLowerCase() === email.toLowerCase() ? undefined : formWords.notTheAddress;
