import { limits } from "../../contract/limits.ts";
import { parseEmail } from "../capture/email.ts";
import { mailboxHash } from "../nurture/asked-address.ts";

/**
 * The mailboxes that a text names, by their hashes, however it is written: plain, in JSON, or as a browser writes a form.
 * By them an erasure finds what a form tool has sent, whether or not it could be read.
 */
export const mailboxesIn = (text: string): string[] => {
  const plain = text
    .replace(/%40/gi, "@")
    .replace(/%2b/gi, "+")
    .replace(/\\u0040/gi, "@");
  const addresses = plain.match(address) ?? [];
  const hashes = addresses.flatMap((each) => {
    const email = parseEmail(each);
    return email === undefined ? [] : [mailboxHash(email)];
  });
  return [...new Set(hashes)].slice(0, limits.addressesPerArrival);
};

/** Bounded on both sides of the sign, so that no text takes long. */
const address = /[\w.!#$&'*+/=?^`{|}~-]{1,64}@[\p{L}\p{M}\p{N}.-]{1,255}/gu;
