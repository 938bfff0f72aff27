import * as z from "zod/mini";
import { droppable } from "../contract/start-light.ts";
import { keys } from "../contract/table.ts";
import { keyIdOf, signReference, verifyReference } from "../domain/reference/reference.ts";
import type { Keyring } from "./dynamo-signing-keys.ts";
import { type DynamoTable, type NamedWrite, readItem, rewrite, update, type Whole } from "./dynamo-table.ts";
import { epochSeconds } from "./epoch.ts";

/** What a reference opens, and until when. */
const GrantSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    purpose: z.enum(["lead", "answer", "outcome", "unsubscribe", "visit", "confirm", "team", "export"]),
    leadId: z.string(),
    cycle: z.int(),
    ownerId: z.optional(z.string()),
    /** Of an answer: which turn of the lead it is for (`followUp.turn`). */
    turn: z.optional(z.int()),
    /** Id of the colleague who got the link, when that is not the owner, such as a manager. */
    by: z.optional(z.string()),
    /** Of a visit: the piece of content that it leads to; of a confirmation and an export: when it was asked for. */
    content: z.optional(z.string()),
    /** Of a lead that was known before the form: what is reported by it counts when the form has been confirmed. */
    pending: z.optional(z.literal(true)),
    /** Of a confirmation and of what is pending: the form. */
    submissionId: z.optional(z.string()),
    /** Language of the person who got it. */
    language: z.enum(["es", "en"]),
    until: z.string(),
  }),
);
export type Grant = z.infer<typeof GrantSchema>;

/** A colleague's own link is always the same one: each mail that has it grants it again. */
export const putGrant = (table: DynamoTable, referenceId: string, grant: Grant): NamedWrite => {
  const { ownerId, turn, by, content, pending, submissionId, ...always } = grant;
  const whole: Whole<Grant> = { ...always, ownerId, turn, by, content, pending, submissionId };
  // TTL only tidies up (it may lag two days); `until` is what counts.
  const expiresAt = epochSeconds(grant.until);
  return rewrite(table, "reference", keys.reference(referenceId), { ...whole, expiresAt });
};

export const sign = async (keyring: Keyring, referenceId: string): Promise<string> =>
  signReference(referenceId, (await keyring())[0]);

/** What the reference opens now; `undefined` for one that is forged, unknown, expired or for another purpose. */
export const openReference = async (...asked: Parameters<typeof openWithId>): Promise<Grant | undefined> =>
  (await openWithId(...asked))?.grant;

/** The same, with the id by which it is used up. */
export const openWithId = async (
  table: DynamoTable,
  keyring: Keyring,
  reference: string,
  purpose: Grant["purpose"],
  now: string,
): Promise<{ readonly grant: Grant; readonly referenceId: string } | undefined> => {
  const referenceId = verifyReference(reference, await keyring(keyIdOf(reference)));
  if (referenceId === undefined) return undefined;
  const item = await readItem(table, keys.reference(referenceId));
  const grant = item && GrantSchema.parse(item);
  return grant !== undefined && grant.purpose === purpose && now < grant.until ? { grant, referenceId } : undefined;
};

/**
 * Uses up what opens once. Refused when another request was first.
 * @param by names the request: the same one may come again
 */
export const markUsed = (table: DynamoTable, referenceId: string, by: string, at: string): NamedWrite =>
  update(table, "used reference", keys.reference(referenceId), "SET usedAt = :at, usedBy = :by", {
    that: "attribute_exists(pk) AND (attribute_not_exists(usedAt) OR usedBy = :by)",
    values: { ":at": at, ":by": by },
  });

/** Whether it was used up, by another request than this one. */
export const isUsed = async (table: DynamoTable, referenceId: string, by?: string): Promise<boolean> => {
  const item = await readItem(table, keys.reference(referenceId));
  return item?.usedAt !== undefined && item.usedBy !== by;
};
