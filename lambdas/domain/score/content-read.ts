import type { AgreementTerms } from "../../contract/agreement.ts";
import type { Engagement } from "../lead/lead.ts";

/** The kinds of engagement that mean that a piece of content was read. */
/** What our own pages and mails report of reading. */
export const reading: ReadonlySet<string> = new Set([
  "content-read",
  "content-downloaded",
  "page-viewed",
  "mail-visited",
]);

/**
 * Which of the agreement's pieces an engagement says were read: the piece whose id it names, or whose page in either
 * language. Of addresses the path counts: sites have several hosts, and add parameters to the query.
 */
export const contentReadBy = ({ nurture }: Pick<AgreementTerms, "nurture">): ContentRead => {
  const read = knownReads.get(nurture) ?? readerOf(nurture);
  knownReads.set(nurture, read);
  return read;
};

type ContentRead = (engagement: Pick<Engagement, "kind" | "subject">) => readonly string[];

/** The agreement does not change between leads: what follows from it alone is computed once. */
const knownReads = new WeakMap<AgreementTerms["nurture"], ContentRead>();

const readerOf = (nurture: AgreementTerms["nurture"]): ContentRead => {
  const idsByPath = new Map<string, string[]>();
  for (const { id, url } of nurture.content)
    for (const path of new Set([pathOf(url.es), pathOf(url.en)]))
      idsByPath.set(path, [...(idsByPath.get(path) ?? []), id]);
  const ids = new Set(nurture.content.map(({ id }) => id));
  return ({ kind, subject }) => {
    if (subject === undefined || !reading.has(kind)) return [];
    return ids.has(subject) ? [subject] : (idsByPath.get(pathOf(subject)) ?? []);
  };
};

const anywhere = "https://www.example.com";

const pathOf = (address: string): string =>
  URL.canParse(address, anywhere) ? new URL(address, anywhere).pathname.replace(/\/+$/, "") : address;
