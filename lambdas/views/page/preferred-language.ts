import { type Language, LanguageSchema } from "../../contract/stages.ts";

/** The one of our languages that `Accept-Language` prefers; the fallback when it names none. */
export const preferredLanguage = (acceptLanguage: string | undefined, fallback: Language): Language => {
  const wishes = (acceptLanguage ?? "").split(",").map(wishOf);
  const ours = wishes.flatMap(({ tag, weight }) => {
    const language = LanguageSchema.safeParse(tag.split("-")[0]);
    return language.success && weight > 0 ? [{ language: language.data, weight }] : [];
  });
  return ours.toSorted((one, other) => other.weight - one.weight)[0]?.language ?? fallback;
};

/** `es-ES;q=0.8` is a wish of weight 0.8; without `q` it weighs 1. */
const wishOf = (range: string) => {
  const [tag = "", ...parameters] = range
    .toLowerCase()
    .split(";")
    .map((part) => part.trim());
  const q = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2) ?? "1";
  return { tag, weight: Number.isFinite(Number(q)) ? Number(q) : 0 };
};
