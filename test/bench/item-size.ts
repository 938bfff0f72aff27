import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { toItem } from "../../lambdas/adapters/dynamo-table.ts";

const utf8 = (text: string): number => Buffer.byteLength(text);

/** A list or a map takes 3 bytes and one for each part; a number one byte for two digits, and one more. */
const bytesOf = ({ S, N, L, M }: AttributeValue): number => {
  if (S !== undefined) return utf8(S);
  if (N !== undefined) return Math.ceil(N.replace(/\D/g, "").length / 2) + 1;
  if (L !== undefined) return 3 + L.reduce((sum, part) => sum + 1 + bytesOf(part), 0);
  if (M !== undefined)
    return 3 + Object.entries(M).reduce((sum, [name, part]) => sum + 1 + utf8(name) + bytesOf(part), 0);
  return 1;
};

/** Size of an item in bytes, by DynamoDB's rules. */
export const itemBytes = (item: Record<string, unknown>): number =>
  Object.entries(toItem(item)).reduce((sum, [name, value]) => sum + utf8(name) + bytesOf(value), 0);
