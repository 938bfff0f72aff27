import { gunzipSync, gzipSync } from "node:zlib";
import * as z from "zod/mini";
import type { Agreement } from "../contract/agreement.ts";
import type { Chapters, KeptTerms } from "../contract/agreement-explained.ts";
import { droppable } from "../contract/start-light.ts";
import { keys } from "../contract/table.ts";
import { idOfTerms } from "../domain/agreement/terms-id.ts";
import { type DynamoTable, isNew, type NamedWrite, put, readItem, rewrite, transact } from "./dynamo-table.ts";

const InForceVersionSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    number: z.int(),
    version: z.string(),
    since: z.string(),
    /** Id of its terms' item. */
    termsId: z.string(),
    /** Both departments have signed it on the board; missing of one that a deployment brought. */
    signed: z.optional(z.literal(true)),
  }),
);
/** A version of the agreement, and where its terms are. */
export type InForceVersion = z.infer<typeof InForceVersionSchema>;

const InForceSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    current: InForceVersionSchema,
    /** Holds from its `since` on: nothing is written then, whoever looks compares with the clock. */
    next: z.optional(InForceVersionSchema),
    /** Goes up with each write, and is the condition of the next one. */
    revision: z.int(),
  }),
);
export type InForce = z.infer<typeof InForceSchema>;

/** `undefined` before the first agreement is in force. */
export const readInForce = async (table: DynamoTable): Promise<InForce | undefined> => {
  const item = await readItem(table, keys.agreementInForce());
  return item && InForceSchema.parse(item);
};

/** The version that holds at this instant. */
export const versionAt = ({ current, next }: Pick<InForce, "current" | "next">, at: string): InForceVersion =>
  next !== undefined && next.since <= at ? next : current;

/** The write of which version holds, if nobody has written since it was read. */
export const inForceWrite = (
  table: DynamoTable,
  before: InForce | undefined,
  { current, next }: Pick<InForce, "current" | "next">,
): NamedWrite => {
  const revision = before?.revision ?? 0;
  const unchanged = { that: "revision = :before", values: { ":before": revision } };
  return rewrite<InForce>(
    table,
    "in-force",
    keys.agreementInForce(),
    { current, next, revision: revision + 1 },
    before === undefined ? isNew : unchanged,
  );
};

/** Keeps the terms; the same ones again change nothing. @returns their id */
export const keepTerms = async (table: DynamoTable, terms: KeptTerms): Promise<string> => {
  const { agreement, text, chapters } = terms;
  const termsId = idOfTerms(terms);
  const item = {
    ...keys.agreementTerms(termsId),
    agreement: gzipSync(JSON.stringify(agreement)),
    text: gzipSync(text),
    chapters: gzipSync(JSON.stringify(chapters)),
  };
  await transact(table, [put(table, "terms", item, isNew)]);
  return termsId;
};

const packed = () => z.instanceof(Uint8Array);
const TermsSchema = /* @__PURE__ */ droppable(() =>
  z.object({ agreement: packed(), text: packed(), chapters: packed() }),
);
const unpacked = (part: Uint8Array): string => gunzipSync(part).toString();

/**
 * A compiled agreement was parsed by its schema before it was kept. A reader only looks whether it is one: the
 * agreement's 290 schemas would be a third of all that a function builds when it starts.
 */
export const CompiledSchema = /* @__PURE__ */ droppable(() =>
  z.custom<Agreement>(
    (file) => z.object({ version: z.string(), zones: z.object({}), terms: z.object({}) }).safeParse(file).success,
    "expected a compiled agreement",
  ),
);
const ChaptersSchema = /* @__PURE__ */ droppable(() => z.custom<Chapters>(Array.isArray, "expected chapters"));

/** @throws when there are none of this id: whatever names them is written after them */
export const readTerms = async (table: DynamoTable, termsId: string): Promise<KeptTerms> => {
  const { agreement, text, chapters } = TermsSchema.parse(await readItem(table, keys.agreementTerms(termsId)));
  return {
    agreement: CompiledSchema.parse(JSON.parse(unpacked(agreement))),
    text: unpacked(text),
    chapters: ChaptersSchema.parse(JSON.parse(unpacked(chapters))),
  };
};

/** Of the terms, what a function works by. @throws as `readTerms` */
export const readCompiled = async (table: DynamoTable, termsId: string): Promise<Agreement> => {
  const { agreement } = TermsSchema.parse(await readItem(table, keys.agreementTerms(termsId)));
  return CompiledSchema.parse(JSON.parse(unpacked(agreement)));
};
