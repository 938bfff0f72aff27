import type { Bilingual } from "../../contract/stages.ts";
import { DurationSchema } from "../../contract/time.ts";
import { sayNumber } from "../metrics/say-number.ts";
import { sayDuration } from "../page/say-duration.ts";

/** A value of the agreement in a sentence; `undefined` of one that has too many parts to be told there. */
export const sayTerm = (value: unknown): Bilingual | undefined => {
  if (value === undefined) return { es: "nada", en: "none" };
  if (typeof value === "number") return { es: sayNumber(value, "es", 2), en: sayNumber(value, "en", 2) };
  if (typeof value === "boolean") return value ? { es: "sí", en: "yes" } : { es: "no", en: "no" };
  if (typeof value === "string") return sayText(value);
  return undefined;
};

const sayText = (text: string): Bilingual => {
  const duration = DurationSchema.safeParse(text);
  if (duration.success) return { es: sayDuration(duration.data, "es"), en: sayDuration(duration.data, "en") };
  return codes[text] ?? { es: text, en: text };
};

const codes: Readonly<Record<string, Bilingual>> = {
  marketing: { es: "marketing", en: "marketing" },
  sales: { es: "ventas", en: "sales" },
  recycle: { es: "vuelve a marketing", en: "goes back to marketing" },
  disqualify: { es: "se descarta", en: "is disqualified" },
  monday: { es: "lunes", en: "Monday" },
  tuesday: { es: "martes", en: "Tuesday" },
  wednesday: { es: "miércoles", en: "Wednesday" },
  thursday: { es: "jueves", en: "Thursday" },
  friday: { es: "viernes", en: "Friday" },
};
