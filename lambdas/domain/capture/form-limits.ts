import { createHash } from "node:crypto";
import { type FormLimits, limited } from "../../contract/agreed-limits.ts";
import { mailboxHash } from "../nurture/asked-address.ts";
import { normalForm } from "../text/normal-form.ts";

export type Limited = (typeof limited)[number];

/** One of those that a form is counted by; whom it is about, by a hash. */
export interface Counter {
  readonly of: Limited | "text";
  readonly sender: string;
}

/** Forms of the running hour and day (UTC), this one not among them. */
export interface Counted {
  readonly hour: number;
  readonly day: number;
}
export type Counts = Partial<Record<Counter["of"], Counted>>;

/** What is limited, and has had its hour's or its day's number already; the most particular first. */
export const overLimits = (counts: Counts, agreed: FormLimits): Limited[] =>
  limited.filter((of) => {
    const { hour, day } = counts[of] ?? { hour: 0, day: 0 };
    return hour >= agreed[of].hour || day >= agreed[of].day;
  });

/**
 * What a form is counted by beside its network. A domain of private mailboxes stands for nobody: of those, address and
 * network count.
 */
export const countersOf = (
  { email, message = "" }: { readonly email: string; readonly message?: string | undefined },
  personalMail: readonly string[],
): Counter[] => {
  const domain = email.slice(email.lastIndexOf("@") + 1);
  const text = bareText(message);
  return [
    { of: "address", sender: mailboxHash(email) },
    ...(personalMail.includes(domain) ? [] : [{ of: "domain", sender: hashOf(registered(domain)) } as const]),
    ...(text.length < leastText ? [] : [{ of: "text", sender: hashOf(text) } as const]),
    { of: "total", sender: "all" },
  ];
};

/** Many people write the same few words; nobody the same sentences as a stranger. */
const leastText = 40;
const mostText = 1000;

/** Letters only: numbers, links' tails and signs are what a machine varies. */
const bareText = (text: string): string =>
  normalForm(text, "NFKD", mostText)
    .toLowerCase()
    .replace(/https?:\S+|[^\p{L}]+/gu, " ")
    .trim();

/**
 * The part of a domain that somebody had to buy: whoever has one has any number of names below it. `co.uk` and its like are
 * told by their shape; a list of them all would weigh more than the function.
 */
const registered = (domain: string): string => {
  const labels = domain.split(".");
  const isShared = /^(?:com?|org|net|edu|gob|gov|ac|nom)\.[a-z]{2}$/.test(labels.slice(-2).join("."));
  return labels.slice(isShared ? -3 : -2).join(".");
};

const hashOf = (text: string): string => createHash("sha256").update(text).digest("base64url");
