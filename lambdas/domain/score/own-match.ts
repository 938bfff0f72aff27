import type { OwnField, Test } from "../../contract/agreement.ts";
import type { OwnValue } from "../../contract/own-value.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { inBoth } from "../text/bilingual.ts";
import { sayDuration } from "../text/say-duration.ts";
import { quoted } from "../text/say-names.ts";
import { sayDate, sayFigure, sayOwnValue } from "../text/say-own-value.ts";
import { elapsedMillis } from "../working-time/duration.ts";

/** @param today a day as ISO 8601 has it; a test that asks how far away a date is does not pass without it */
type OwnMatcher = (value: OwnValue, today?: string) => Bilingual | undefined;

/**
 * The prepared test of one of the agreement's own fields that is no text. A value that has another type, of an older
 * agreement, passes none but `exists`.
 */
export const ownMatcherOf = (test: Test, field: OwnField): OwnMatcher => {
  if ("exists" in test) return () => ({ es: "consta en los datos", en: "is on record" });
  if ("atLeast" in test) return inRange(test, field);
  if ("after" in test) return between(test.after, test.before);
  if ("before" in test) return between(undefined, test.before);
  if ("within" in test) return ahead(test.within);
  if ("equals" in test) return among([test.equals]);
  if ("oneOf" in test) return among(test.oneOf);
  if ("noneOf" in test) return amongNone(test.noneOf, field);
  if ("contains" in test) return including(test.contains, field);
  return () => undefined;
};

const inRange = ({ atLeast, atMost }: Extract<Test, { atLeast: number }>, field: OwnField): OwnMatcher => {
  const say = (figure: number) => inBoth((language) => sayFigure(figure, field, language));
  const [least, most] = [say(atLeast), say(atMost ?? atLeast)];
  const says =
    atMost === undefined
      ? { es: `llega al mínimo de ${least.es}`, en: `reaches the minimum of ${least.en}` }
      : { es: `está entre ${least.es} y ${most.es}`, en: `is between ${least.en} and ${most.en}` };
  return (value) =>
    typeof value === "number" && value >= atLeast && (atMost === undefined || value <= atMost) ? says : undefined;
};

/** ISO dates sort as text. */
const between = (after: string | undefined, before: string | undefined): OwnMatcher => {
  const says = sayBetween(after, before);
  return (value) =>
    typeof value === "string" &&
    isDate.test(value) &&
    (after === undefined || value > after) &&
    (before === undefined || value < before)
      ? says
      : undefined;
};

const isDate = /^\d{4}-\d{2}-\d{2}$/;

/** From today on: a date that has passed is no plan any more. */
const ahead = (time: string): OwnMatcher => {
  const says = inBoth((language) => {
    const words = sayDuration(time, language);
    return language === "es" ? `llega en los próximos ${words}` : `is within the next ${words}`;
  });
  return (value, today) => {
    if (typeof value !== "string" || !isDate.test(value) || today === undefined) return undefined;
    const last = new Date(Date.parse(`${today}T00:00:00Z`) + elapsedMillis(time)).toISOString();
    return value >= today && value <= last.slice(0, today.length) ? says : undefined;
  };
};

const sayBetween = (after: string | undefined, before: string | undefined): Bilingual => {
  const [from, until] = [after, before].map((day = "") => inBoth((language) => sayDate(day, language)));
  if (after === undefined) return { es: `es antes del ${until?.es}`, en: `is before ${until?.en}` };
  if (before === undefined) return { es: `es después del ${from?.es}`, en: `is after ${from?.en}` };
  return { es: `está entre el ${from?.es} y el ${until?.es}`, en: `is between ${from?.en} and ${until?.en}` };
};

/** A yes or no, or an option by its id. */
const among = (options: readonly string[]): OwnMatcher => {
  const says =
    options.length === 1
      ? { es: "es la respuesta acordada", en: "is the agreed answer" }
      : { es: "es una de las respuestas acordadas", en: "is one of the agreed answers" };
  return (value) => (chosenIn(value).some((each) => options.includes(each)) ? says : undefined);
};

const amongNone = (options: readonly string[], field: OwnField): OwnMatcher => {
  const says = inBoth((language) => {
    const names = options.map((id) => quoted(sayOwnValue(id, field)[language], language)).join(", ");
    return language === "es" ? `no está entre ${names}` : `is not among ${names}`;
  });
  return (value) => {
    const chosen = chosenIn(value);
    return chosen.length === 0 || chosen.some((each) => options.includes(each)) ? undefined : says;
  };
};

/** Of several options: at least one of these. */
const including = (options: readonly string[], field: OwnField): OwnMatcher => {
  const says = new Map(
    options.map((id) => {
      const { es, en } = sayOwnValue(id, field);
      return [id, { es: `incluye «${es}»`, en: `includes “${en}”` }];
    }),
  );
  return (value) => {
    const first = chosenIn(value).find((each) => says.has(each));
    return first === undefined ? undefined : says.get(first);
  };
};

/** As tests name it: `yes`, `no`, or the ids of options. */
const chosenIn = (value: OwnValue): readonly string[] => {
  if (typeof value === "boolean") return [value ? "yes" : "no"];
  if (typeof value === "number") return [];
  return typeof value === "string" ? [value] : value;
};
