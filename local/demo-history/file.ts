import { readFile, writeFile } from "node:fs/promises";
import { deserialize, serialize } from "node:v8";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod/mini";
import type { Item } from "../../lambdas/adapters/dynamo-table.ts";

/** Keeps what was lived for the process that brings it in. Not as JSON: an agreement that was in force is bytes. */
export const writeHistory = (file: string, items: readonly Parameters<typeof unmarshall>[0][]): Promise<void> =>
  writeFile(file, serialize(items.map((item) => unmarshall(item))));

const ItemsSchema = z.array(z.record(z.string(), z.unknown()));

export const readHistory = async (file: string): Promise<Item[]> =>
  ItemsSchema.parse(deserialize(await readFile(file)));
