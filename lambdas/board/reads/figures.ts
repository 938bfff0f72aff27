import * as z from "zod/mini";
import { readPulse } from "../../adapters/dynamo-counters.ts";
import { json } from "../../domain/http/index.ts";
import { readFigures } from "../../metrics/read-figures.ts";
import { notUnderstood } from "./not-understood.ts";
import type { Read } from "./read.ts";

const WeeksSchema = z.coerce.number().check(z.int(), z.gte(1), z.lte(53));
const usualWeeks = "12";

/** `GET figures?weeks=12`: everything that the counters say. */
export const showFigures: Read = async ({ table, agreement, now }, { query }) => {
  const weeks = WeeksSchema.safeParse(query.get("weeks") || usualWeeks);
  if (!weeks.success) return notUnderstood([{ field: "weeks", detail: "expected a whole number from 1 to 53" }]);
  return json(200, await readFigures(table, agreement, now(), weeks.data));
};

/** `GET pulse`: how many leads are in each stage, and whether anything has changed there. */
export const showPulse: Read = async ({ table, now }) => {
  const asOf = now();
  return json(200, { ...(await readPulse(table)), asOf });
};
