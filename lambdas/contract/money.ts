import * as z from "zod/mini";
import { droppable } from "./start-light.ts";

/** An amount in one currency (ISO 4217), in its whole units: 12.5 of EUR is twelve euros and fifty cents. */
export const MoneySchema = /* @__PURE__ */ droppable(() => z.object({ amount: z.number(), currency: z.string() }));
export type Money = Readonly<z.infer<typeof MoneySchema>>;

/** The currency of an agreement that names none, as all did before there was a choice. */
export const defaultCurrency = "EUR";
