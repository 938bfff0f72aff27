import type { Agreement } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import type { Lead } from "../lead/lead.ts";
import { reasonLabel } from "../outcome/reason-label.ts";
import { readerIn, sayLongDay } from "../page/when.ts";
import { type Condition, resting } from "./condition.ts";

/** Until the cool-down of the reason for which sales gave it back is over, a lead does not come again. */
export const coolDown = (recycled: Lead["recycled"], agreement: Agreement, now: string): Condition[] => {
  if (recycled?.coolUntil === undefined || now >= recycled.coolUntil) return [];
  const { coolUntil, reason } = recycled;
  const label = reasonLabel({ kind: "rejected", reason }, agreement) ?? { es: reason, en: reason };
  const dayIn = (language: Language) => sayLongDay(coolUntil, readerIn(language, agreement));
  return [resting(label, { es: dayIn("es"), en: dayIn("en") })];
};
