import { limits } from "../../contract/limits.ts";
import { normalForm } from "../text/normal-form.ts";

/** RFC 5321, which allows 254 characters in all. */
const mostBeforeAt = 64;

/** Code units of an address with what people and programs write around it. */
const longest = limits.fieldCharacters.email * 2;

/** As browsers check `<input type="email">`, and no dot at an end or beside another, which mail services refuse. */
const beforeAt = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const label = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
const domainForm = new RegExp(`^(${label}\\.)+(?=[^.]*[a-z])${label}$`);
const international = /^[\p{L}\p{M}\p{N}.-]+$/u;

/**
 * The address in lower case with its domain in ASCII, so that one person is one lead; `undefined` when it is none. What
 * mail programs write around it (`mailto:`, a name and `<>`) and a stop at its end are no part of it; of several
 * addresses the first is taken.
 */
export const parseEmail = (text: string): string | undefined => {
  if (text.length > longest) return undefined;
  const typed = normalForm(text, "NFKC", longest).trim().toLowerCase();
  const one = parseBare(typed) ?? parseBare(bareOf(typed));
  if (one !== undefined || !typed.includes("@")) return one;
  const all = typed.split(between).map((each) => parseBare(bareOf(each)));
  return all.includes(undefined) ? undefined : all[0];
};

const between = /\s*(?:[,;/]\s*)+(?=\S)|\s+(?:o|y|or|and)\s+|\s+(?=\S+@\S)/;

const bareOf = (typed: string): string =>
  (/^[^<>@]*<([^<>]+)>[\s.,;]*$/.exec(typed)?.[1] ?? typed)
    .trim()
    .replace(/^(?:(?:mailto|e-?mail|mail|correo(?: electrónico)?)\s*:\s*)+/, "")
    .replace(/\s*\([^()@]*\)$/, "")
    .replace(/[\s.,;:!/]+$/, "")
    .replace(/^(?:(["'`])(.+)\1|«(.+)»|[“‘](.+)[”’]|\((.+)\)|\[(.+)\])$/, "$2$3$4$5$6")
    .replace(/(?<=@[^@?]+)\?.*$/, "")
    .replace(/[\s.,;:]+$/, "")
    .replace(/\s*@\s*/, "@");

const parseBare = (address: string): string | undefined => {
  const at = address.lastIndexOf("@");
  const local = address.slice(0, at);
  if (at < 1 || local.length > mostBeforeAt || !beforeAt.test(local)) return undefined;
  const domain = asciiDomain(address.slice(at + 1));
  const email = `${local}@${domain}`;
  return domain !== undefined && domainForm.test(domain) && email.length <= limits.emailCharacters ? email : undefined;
};

const asciiDomain = (domain: string): string | undefined => {
  if (plainDomain.test(domain)) return domain;
  if (!international.test(domain)) return undefined;
  const url = `http://${domain}`;
  return URL.canParse(url) ? new URL(url).hostname : undefined;
};

/** Letters of ASCII, and no label that stands for others or begins like a number: nothing is left to be converted. */
const plainDomain = /^(?:(?!xn--)[a-z][a-z0-9-]*\.)+[a-z]+$/;
