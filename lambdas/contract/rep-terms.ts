/** What a rep may change of the terms, apart from the agreement: functions that read it need not load all of its schemas. */
import * as z from "zod/mini";
import { droppable } from "./start-light.ts";

export const dateText = z.iso.date("a date such as 2026-05-15");

export const AbsenceSchema = /* @__PURE__ */ droppable(() => z.strictObject({ from: dateText, to: dateText }));
export type Absence = z.infer<typeof AbsenceSchema>;

const most = z.int().check(z.gte(0), z.lte(1000));
export const CapacitySchema = /* @__PURE__ */ droppable(() =>
  z.strictObject({
    newPerWeek: most,
    openAtMost: most,
  }),
);
export type Capacity = z.infer<typeof CapacitySchema>;
