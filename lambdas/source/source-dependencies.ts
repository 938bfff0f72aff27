import type { DynamoTable } from "../adapters/dynamo-table.ts";
import type { Decrypt } from "../adapters/kms-cipher.ts";
import type { BodyStore } from "../adapters/s3-bodies.ts";
import type { Agreement } from "../contract/agreement.ts";
import type { Source } from "../contract/sources.ts";
import type { SourceKind } from "../domain/source/kind.ts";
import { kinds } from "../domain/source/kinds/index.ts";

/** What both ends of a source need: the one that stores what comes, and the one that reads it. */
export interface SourceDependencies {
  readonly table: DynamoTable;
  readonly bodies: BodyStore;
  readonly agreement: Agreement;
  readonly decrypt: Decrypt;
  readonly now: () => string;
}

/** A source of the agreement, with its tool. */
export interface KnownSource {
  readonly source: Source;
  readonly kind: SourceKind;
}

export const sourceCalled = ({ terms }: Agreement, sourceId: string): KnownSource | undefined => {
  const source = terms.sources?.find(({ id }) => id === sourceId);
  return source === undefined ? undefined : { source, kind: kinds[source.kind] };
};
