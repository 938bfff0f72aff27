import { limits } from "../../contract/limits.ts";
import { bareWord } from "../text/normal-form.ts";

/** How many people work there: from `least` to `upTo`, or exactly `least` when it is no range. */
export interface CompanySize {
  /** What is surely reached: criteria look at it. */
  readonly least: number;
  readonly upTo?: number;
  /** A range without an end. */
  readonly orMore?: true;
}

const digits = String.raw`\d{1,3}(?:[.,\s]\d{3})+(?!\d)|\d+(?:[.,]\d{1,2}(?=\s*(?:k|mil)(?![a-z])))?`;
const figure = String.raw`(${digits})\s*(?:(k|mil|thousand)(?![a-z]))?`;
const first = new RegExp(String.raw`(?<![\d-])(?<!\d[.,])${figure}`);
const second = new RegExp(
  String.raw`^\s*(?:personas|empleados|people|employees)?\s*(?:-|–|—|_|a|al|y|hasta|to|and|/|\.\.+|…)\s*${figure}`,
);
const atMost = /^\s*(?:<=?|≤|menos de|hasta|como maximo|no mas de|fewer than|less than|under|up to|at most|below)/;
const below = /^\s*(?:<(?!=)|menos de|fewer than|less than|under|below)/;
const moreThan = /^\s*(?:>(?!=)|mas de|more than|over|above)/;
const orMore =
  /^\s*(?:\+|>|≥|mas de|more than|over|above|at least|al menos|minimo|como minimo|desde|a partir de)|(?:\+|o mas|or more|y mas|and more|plus|en adelante)\s*(?:personas|empleados|trabajadores|people|employees)?\s*$/;
const mostPeople = 10_000_000;

/**
 * A number, or both ends of a range (`51-200`, `200+`, `menos de 10`, `1,5k a 3k`); `undefined` when no number can be read
 * from it.
 */
export const parseCompanySize = (text: string): CompanySize | undefined => {
  if (/^\d{1,6}$/.test(text)) return { least: Number(text) };
  const plain = bareWord(text, limits.fieldCharacters.companySize * 4);
  if (/^\d+[.,]\d{1,2}$|\d\s*mill/.test(plain)) return undefined;
  const found = first.exec(plain);
  if (found === null) return undefined;
  const [whole, figures = "", unit] = found;
  const end = second.exec(plain.slice(found.index + whole.length));
  // `2-5k` is thousands on both sides.
  const least = peopleIn(
    figures,
    unit ?? (end?.[2] !== undefined && peopleIn(figures) < peopleIn(end[1] ?? "") ? end[2] : undefined),
  );
  const upTo = end === null ? undefined : peopleIn(end[1] ?? "", end[2]);
  return [least, upTo ?? 0].some((people) => people > mostPeople) ? undefined : ranged(plain, least, upTo);
};

const ranged = (plain: string, people: number, upTo: number | undefined): CompanySize => {
  if (upTo !== undefined && upTo !== people) return { least: Math.min(people, upTo), upTo: Math.max(people, upTo) };
  if (atMost.test(plain)) {
    const most = below.test(plain) ? people - 1 : people;
    return most > 1 ? { least: 1, upTo: most } : { least: 1 };
  }
  if (moreThan.test(plain)) return { least: people + 1, orMore: true };
  return orMore.test(plain) ? { least: people, orMore: true } : { least: people };
};

/** `1,5` of thousands is 1500; all other marks stand between thousands. */
const peopleIn = (figures: string, unit?: string): number =>
  /^\d+[.,]\d{1,2}$/.test(figures)
    ? Math.round(Number(figures.replace(",", ".")) * 1000)
    : Number(figures.replace(/\D/g, "")) * (unit === undefined ? 1 : 1000);
