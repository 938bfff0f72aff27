import type { Language } from "../../contract/stages.ts";

/** With cents only where there are some: `12.500`, `12.500,50`. */
export const sayAmount = (amount: number, language: Language): string =>
  new Intl.NumberFormat(language, { minimumFractionDigits: Number.isInteger(amount) ? 0 : 2 }).format(amount);
