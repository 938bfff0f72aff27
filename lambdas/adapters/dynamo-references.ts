import * as z from "zod/mini";
import { keys } from "../contract/table.ts";
import { type SigningKey, signReference, verifyReference } from "../domain/reference/reference.ts";
import { type LeadTable, type NamedWrite, put, readItem } from "./dynamo-table.ts";

/** What a reference opens, and until when. */
const GrantSchema = z.object({
  purpose: z.enum(["lead", "answer", "outcome", "unsubscribe", "visit", "confirm"]),
  leadId: z.string(),
  cycle: z.int(),
  ownerId: z.optional(z.string()),
  /** Of a visit: the piece of content that it leads to. */
  content: z.optional(z.string()),
  /** Language of the person who got it. */
  language: z.enum(["es", "en"]),
  until: z.string(),
});
export type Grant = z.infer<typeof GrantSchema>;

/** TTL only tidies up (it may lag two days); `until` is what counts. */
const epochSeconds = (instant: string): number => Math.ceil(Date.parse(instant) / 1000);

export const putGrant = (table: LeadTable, referenceId: string, grant: Grant): NamedWrite =>
  put(table, "reference", { ...keys.reference(referenceId), ...grant, expiresAt: epochSeconds(grant.until) });

export type Keyring = () => Promise<readonly [SigningKey, ...SigningKey[]]>;

export const sign = async (keyring: Keyring, referenceId: string): Promise<string> =>
  signReference(referenceId, (await keyring())[0]);

/** What the reference opens now; `undefined` alike for forged, unknown, expired and meant for something else. */
export const openReference = async (
  table: LeadTable,
  keyring: Keyring,
  reference: string,
  purpose: Grant["purpose"],
  now: string,
): Promise<Grant | undefined> => {
  const referenceId = verifyReference(reference, await keyring());
  if (referenceId === undefined) return undefined;
  const item = await readItem(table, keys.reference(referenceId));
  const grant = item && GrantSchema.parse(item);
  return grant !== undefined && grant.purpose === purpose && now < grant.until ? grant : undefined;
};
