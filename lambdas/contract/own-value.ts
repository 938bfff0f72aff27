import * as z from "zod/mini";
import { droppable } from "./start-light.ts";

/**
 * A value of one of the agreement's own fields, by the field's type: numbers and amounts (in the field's currency) are numbers, a yes or no
 * is a boolean, a day an ISO date, an option its id, several options their ids.
 */
export const OwnValueSchema = /* @__PURE__ */ droppable(() =>
  z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
);
export type OwnValue = z.infer<typeof OwnValueSchema>;

export const ownFieldTypes = ["text", "number", "money", "date", "yes-no", "one-of", "many-of"] as const;
