import type { Agreement } from "../../contract/agreement.ts";
import type { Lead } from "../lead/lead.ts";
import { alike } from "../score/alike.ts";

/**
 * By what colleagues of one company are known as such: the domain of their address, unless it is one that says nothing
 * of a company, else the company's name without case and accents; `undefined` when there is neither.
 */
export const companyOf = (
  { email, contact }: Pick<Lead, "email" | "contact">,
  { terms }: Pick<Agreement, "terms">,
): string | undefined => {
  const domain = email.slice(email.lastIndexOf("@") + 1).toLowerCase();
  const personal = terms.company.personalMail.some((each) => each.toLowerCase() === domain);
  if (domain !== "" && !personal) return domain;
  const name = alike(contact.company ?? "");
  return name === "" ? undefined : name;
};
