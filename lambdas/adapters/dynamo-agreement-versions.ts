import { gunzipSync, gzipSync } from "node:zlib";
import * as z from "zod/mini";
import type { Agreement } from "../contract/agreement.ts";
import { droppable } from "../contract/start-light.ts";
import { keys } from "../contract/table.ts";
import { type DynamoTable, isNew, put, readPage, transact } from "./dynamo-table.ts";

const VersionSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    version: z.string(),
    since: z.string(),
    /** Compressed: the terms as text may exceed the size of an item. */
    terms: z.instanceof(Uint8Array),
  }),
);

/** An agreement in force from then on; its terms may follow a schema that has changed since. */
export interface AgreementVersion {
  readonly version: string;
  readonly since: string;
  readonly terms: unknown;
}

/** The newest first. */
export const readAgreementVersions = async (table: DynamoTable, most: number): Promise<AgreementVersion[]> => {
  const question = { KeyConditionExpression: "pk = :pk", ScanIndexForward: false, Limit: most };
  const items = await readPage(table, question, { ":pk": keys.agreementVersion("").pk });
  return items.map((item) => {
    const { version, since, terms } = VersionSchema.parse(item);
    return { version, since, terms: JSON.parse(gunzipSync(terms).toString()) };
  });
};

/** When the first agreement came into force; `undefined` before it is stored. */
export const firstInForceSince = async (table: DynamoTable): Promise<string | undefined> => {
  const question = { KeyConditionExpression: "pk = :pk", ProjectionExpression: "sk", Limit: 1 };
  const { pk } = keys.agreementVersion("");
  const [first] = await readPage(table, question, { ":pk": pk });
  return first === undefined ? undefined : String(first.sk);
};

/** @returns false when there is one of the same instant */
export const keepAgreementVersion = async (
  table: DynamoTable,
  agreement: Agreement,
  since: string,
): Promise<boolean> => {
  const { version, terms } = agreement;
  const packed = gzipSync(JSON.stringify(terms));
  const outcome = await transact(table, [
    put(table, "agreement", { ...keys.agreementVersion(since), version, since, terms: packed }, isNew),
  ]);
  return outcome.done;
};
