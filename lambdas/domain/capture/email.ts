import { limits } from "../../contract/limits.ts";
import { normalForm } from "../text/normal-form.ts";

/** RFC 5321, which allows 254 characters in all. */
const mostBeforeAt = 64;

/** As browsers check `<input type="email">`, and no dot at an end or beside another, which mail services refuse. */
const beforeAt = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const label = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
const domainForm = new RegExp(`^(${label}\\.)+(?=[^.]*[a-z])${label}$`);
const international = /^[\p{L}\p{M}\p{N}.-]+$/u;

/** The address in lower case with its domain in ASCII, so that one person is one lead; `undefined` when it is none. */
export const parseEmail = (text: string): string | undefined => {
  if (text.length > limits.fieldCharacters.email * 2) return undefined;
  const address = normalForm(text.trim(), "NFC", limits.fieldCharacters.email * 2).toLowerCase();
  const at = address.lastIndexOf("@");
  const [local, domain] = [address.slice(0, at), asciiDomain(address.slice(at + 1))];
  if (at < 1 || local.length > mostBeforeAt || !beforeAt.test(local)) return undefined;
  const email = `${local}@${domain}`;
  return domain !== undefined && domainForm.test(domain) && email.length <= limits.emailCharacters ? email : undefined;
};

const asciiDomain = (domain: string): string | undefined => {
  if (!international.test(domain)) return undefined;
  const url = `http://${domain}`;
  return URL.canParse(url) ? new URL(url).hostname : undefined;
};
