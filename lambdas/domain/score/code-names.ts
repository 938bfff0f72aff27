import type { LeadField } from "../../contract/agreement.ts";
import type { Bilingual, Language } from "../../contract/stages.ts";

/** Fields of a lead whose facts are codes, which readers know by a name. */
export type Coded = "country" | "language";

export const isCoded = (field: LeadField | undefined): field is Coded => field === "country" || field === "language";

/** `ES` is España and Spain; `undefined` for what is no such code. */
export const codeName = (code: string, coded: Coded | undefined): Bilingual | undefined => {
  if (coded === undefined || !forms[coded].test(code)) return undefined;
  const [es, en] = [nameIn("es", coded, code), nameIn("en", coded, code)];
  return es === undefined || en === undefined ? undefined : { es, en };
};

const forms = { country: /^[A-Z]{2}$/, language: /^[a-z]{2}$/ } as const;

const nameIn = (language: Language, coded: Coded, code: string): string | undefined => {
  const type = coded === "country" ? "region" : "language";
  const key = `${language} ${type}` as const;
  const names = known.get(key) ?? new Intl.DisplayNames(language, { type, fallback: "none" });
  known.set(key, names);
  return names.of(code);
};

/** Made at the first need, once: making one takes longer than all that is asked of it. */
const known = new Map<string, Intl.DisplayNames>();
