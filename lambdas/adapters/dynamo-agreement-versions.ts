import { gunzipSync, gzipSync } from "node:zlib";
import * as z from "zod/mini";
import type { Agreement } from "../contract/agreement.ts";
import { droppable } from "../contract/start-light.ts";
import { keys } from "../contract/table.ts";
import { type DynamoTable, isNew, type NamedWrite, put, readPage, remove } from "./dynamo-table.ts";

const VersionSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    version: z.string(),
    since: z.string(),
    /** Compressed: the terms as text may exceed the size of an item. */
    terms: z.instanceof(Uint8Array),
    /** Missing of those that a release before has stored. */
    number: z.optional(z.int()),
    termsId: z.optional(z.string()),
    proposalId: z.optional(z.string()),
  }),
);

/** An agreement in force from then on; its terms may follow a schema that has changed since. */
export interface AgreementVersion {
  readonly version: string;
  readonly since: string;
  readonly terms: unknown;
  /** Missing of one that a release before has stored, as `termsId`. */
  readonly number?: number | undefined;
  /** Where all that is made of the terms is kept. */
  readonly termsId?: string | undefined;
  /** The proposal that became it; missing of one that a deployment brought. */
  readonly proposalId?: string | undefined;
}

/** The newest first. */
export const readAgreementVersions = async (table: DynamoTable, most: number): Promise<AgreementVersion[]> => {
  const question = { KeyConditionExpression: "pk = :pk", ScanIndexForward: false, Limit: most };
  const items = await readPage(table, question, { ":pk": keys.agreementVersion("").pk });
  return items.map((item) => {
    const { terms, ...version } = VersionSchema.parse(item);
    return { ...version, terms: JSON.parse(gunzipSync(terms).toString()) };
  });
};

/** When the first agreement came into force; `undefined` before it is stored. */
export const firstInForceSince = async (table: DynamoTable): Promise<string | undefined> => {
  const question = { KeyConditionExpression: "pk = :pk", ProjectionExpression: "sk", Limit: 1 };
  const { pk } = keys.agreementVersion("");
  const [first] = await readPage(table, question, { ":pk": pk });
  return first === undefined ? undefined : String(first.sk);
};

/** Of one that will never have been in force. */
export const removeVersion = (table: DynamoTable, since: string): NamedWrite =>
  remove(table, "version-before", keys.agreementVersion(since));

/** The write of a version that comes into force, once. */
export const versionWrite = (
  table: DynamoTable,
  { terms }: Pick<Agreement, "terms">,
  version: Required<Omit<AgreementVersion, "terms" | "proposalId">> & Pick<AgreementVersion, "proposalId">,
): NamedWrite =>
  put(
    table,
    "version",
    { ...keys.agreementVersion(version.since), ...version, terms: gzipSync(JSON.stringify(terms)) },
    isNew,
  );
