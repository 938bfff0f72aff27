import * as z from "zod/mini";

const PhoneNumberSchema = z.object({
  /** As it was typed. */
  as: z.string(),
  /** As RFC 3966 has it after `tel:`, such as `+34910000000;ext=12`. */
  dial: z.string(),
});
export type PhoneNumber = z.infer<typeof PhoneNumberSchema>;

/**
 * What one value of a contact was read as, beside the value itself: it belongs to that value, whoever says it, and to no
 * other of its field.
 */
export const ReadAsSchema = z.object({
  field: z.string(),
  value: z.union([z.string(), z.number()]),
  /** Of a telephone. */
  numbers: z.optional(z.array(PhoneNumberSchema)),
  /** Of a size of a company, which is a range from `value` on: its end, if it has one. */
  upTo: z.optional(z.number()),
  orMore: z.optional(z.literal(true)),
  /** Of a name: the given name, when the form asked for it as such. */
  given: z.optional(z.string()),
});
export type ReadAs = z.infer<typeof ReadAsSchema>;

type Read = { readonly readAs?: readonly ReadAs[] | undefined };

/** What this value of the field was read as, if more than it is. */
export const readAs = ({ readAs: all = [] }: Read, field: string, value: unknown): ReadAs | undefined =>
  all.find((each) => each.field === field && each.value === value);

/** Each once, the newer ones first, of those that `isKept`. */
export const joined = (newer: Read, older: Read, isKept: (each: ReadAs) => boolean): ReadAs[] => {
  const all = [...(newer.readAs ?? []), ...(older.readAs ?? [])].filter(isKept);
  return all.filter(({ field, value }, i) => all.findIndex((one) => one.field === field && one.value === value) === i);
};
