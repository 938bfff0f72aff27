import type { FamiliarityEvent } from "../../contract/agreement.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { inBoth } from "./bilingual.ts";
import { bareWord } from "./normal-form.ts";

/** What leads ask for, by the agreement's kinds of event. */
const inOurWords: Record<string, string> = {
  demostracion: "demo",
  "una-demo": "demo",
  demonstration: "demo",
  precio: "pricing",
  precios: "pricing",
  tarifas: "pricing",
  prices: "pricing",
  presupuesto: "quote",
  quotation: "quote",
  guia: "guide",
};

/** Interests are a word or two; a sentence is no kind of event. */
const longestInterest = 40;

/** The kinds of event that these interests are, separated by commas; the agreement may not know all of them. */
export const requestedKinds = (interests = ""): string[] => interests.split(",").flatMap(requestedKind);

/** The kind of event that this interest is: `Guía` is a `guide-requested`. */
export const requestedKind = (interest: string): string[] => {
  const words = bareWord(interest, longestInterest * 4).match(/[a-z0-9]+/g) ?? [];
  const slug = words.join("-");
  return slug === "" || slug.length > longestInterest ? [] : [`${inOurWords[slug] ?? slug}-requested`];
};

/** What the agreement calls the request that this interest is: forms send codes such as `guide`. */
export const requestLabel = (
  interest: string,
  familiarity: readonly Pick<FamiliarityEvent, "kind" | "label">[] = [],
): Bilingual | undefined => {
  const kinds = requestedKind(interest);
  return familiarity.find(({ kind }) => kinds.includes(kind))?.label;
};

/** Several of them, separated by commas; what the agreement does not know stays as it was written. */
export const interestLabel = (
  interests: string,
  familiarity: readonly Pick<FamiliarityEvent, "kind" | "label">[] = [],
): Bilingual => {
  const parts = interests.split(",").map((part) => requestLabel(part, familiarity) ?? part.trim());
  return inBoth((language) => parts.map((part) => (typeof part === "string" ? part : part[language])).join(", "));
};
