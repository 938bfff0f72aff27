import { readSources } from "../../adapters/dynamo-counters.ts";
import { meOf } from "../../domain/board/me.ts";
import { json } from "../../domain/http/index.ts";
import type { Read } from "./read.ts";

/** `GET me`: who is signed in, and the words that every page needs. */
export const showMe: Read = async ({ table, agreement, now }, { user }) =>
  json(200, meOf(user, agreement, await readSources(table, agreement, now())));
