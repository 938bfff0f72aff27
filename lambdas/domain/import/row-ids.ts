import { createHash } from "node:crypto";

/** What a row of an import makes, by names that are the same whenever it is taken in again. */
export interface RowIds {
  readonly leadId: string;
  readonly submissionId: string;
  readonly referenceId: string;
  readonly fingerprint: `ROW#${string}`;
}

/** They say nothing of the row: an import's own id is random. */
export const rowIds = (importId: string, row: number, email: string): RowIds => {
  const hash = (what: string) => createHash("sha256").update(JSON.stringify([what, importId, row, email]));
  return {
    leadId: uuidOf(hash("lead").digest("hex")),
    submissionId: uuidOf(hash("submission").digest("hex")),
    referenceId: hash("reference").digest("base64url").slice(0, 22),
    fingerprint: `ROW#${hash("row").digest("hex")}`,
  };
};

/** In the form of a random one, which other ids of leads have. */
const uuidOf = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join("-");
