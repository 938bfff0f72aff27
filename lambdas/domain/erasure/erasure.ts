import * as z from "zod/mini";
import { droppable } from "../../contract/start-light.ts";
import type { Lead } from "../lead/lead.ts";
import { mailboxHash } from "../nurture/asked-address.ts";
import { alike } from "../score/alike.ts";

/** An erasure in progress. `erasureId` reveals nothing of the lead; the facts that stay are kept under it. */
export const ErasureSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    leadId: z.string(),
    erasureId: z.string(),
    by: z.string(),
    at: z.string(),
    /** When the lead first appeared. */
    since: z.string(),
    /** The mailbox by its hash: finds forms that were kept aside. Of a smoke test, and in an earlier release, not known. */
    mailbox: z.optional(z.string()),
    /** By what its companies may be known: forgotten with the lead, if only it had them. */
    companies: z.optional(z.array(z.string())),
  }),
);
export type Erasure = z.infer<typeof ErasureSchema>;

/** The erasure of this lead, with all that is needed to find what knows it once its profile is gone. */
export const erasureOf = (lead: Lead, asked: Pick<Erasure, "erasureId" | "by" | "at">): Erasure => ({
  ...asked,
  leadId: lead.leadId,
  since: lead.createdAt,
  mailbox: mailboxHash(lead.email),
  companies: companiesOf(lead),
});

/** Under whatever terms of the agreement it got its rep: the domain of its address, and each company that it was known by. */
const companiesOf = ({ email, contact, facts }: Lead): string[] => {
  const names = [contact.company, ...(facts?.company ?? []).map(({ value }) => value)];
  const domain = email.slice(email.lastIndexOf("@") + 1).toLowerCase();
  return [...new Set([domain, ...names.map((name) => alike(name ?? ""))])].filter((company) => company !== "");
};

/** Who erases a lead that was imported and is taken back: the person has asked for nothing. */
export const undoneBy = (importId: string): string => `import ${importId}`;
export const isUndoing = (by: string): boolean => by.startsWith(undoneBy(""));
