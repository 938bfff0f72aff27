import type { Lead } from "../lead/lead.ts";
import { alike, hasWords } from "../score/alike.ts";
import { addressForPeople } from "../text/address-for-people.ts";

/** A shorter word, such as `de` or `SL`, is in texts about anyone. */
const leastLetters = 4;
/** Fewer digits are a number of anything. */
const leastDigits = 7;

/**
 * Whether a colleague's text seems to be about the person: it has their address, their company, their telephone, or a word
 * of their name. For people, who judge it: rather one text too many.
 */
export const mentions = (text: string, { email, contact }: Pick<Lead, "email" | "contact">): boolean => {
  const said = alike(text);
  const { name = "", company = "", phone = "" } = contact;
  const words = alike(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= leastLetters);
  const asked = [email, addressForPeople(email), company].map((each) => alike(each.trim()));
  if ([...asked, ...words].some((each) => each.length >= leastLetters && hasWholeWords(said, each))) return true;
  const digits = phone.replace(/\D/g, "");
  return digits.length >= leastDigits && said.replace(/\D/g, "").includes(digits.slice(-leastDigits));
};

const hasWholeWords = (said: string, words: string): boolean =>
  hasWords(said, words) && said.split(words).some((rest, i) => i > 0 && !/^[\p{L}\p{N}]/u.test(rest));
