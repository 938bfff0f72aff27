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

const digits = String.raw`\d{1,3}(?:[.,\s'’]\d{3})+(?!\d)|\d+(?:[.,]\d{1,2}(?=\s*(?:k|mil)(?![a-z])))?`;
const figure = String.raw`(${digits})\s*(?:(k|mil|thousand)(?![a-z]))?`;
const figures = new RegExp(String.raw`(?<![\d-])(?<!\d[.,'’])${figure}`, "g");
const people = "(?:personas|empleados|empleadas|trabajadores|people|employees)";
const less =
  "(?:<(?!=)|(?<!no )menos de|menor (?:de|que|a)|inferior a|no llega(?:mos)? a|fewer than|(?<!not? )less than|under|below)";
const second = new RegExp(
  String.raw`^\s*${people}?\s*(?:-|–|—|~|_|a|al|y|o|hasta|to|through|and|or|/|\.\.+|…)\s*(${less})?\s*${figure}`,
);
/** What stands right before a figure, or right behind it, makes a bound of it. */
const isBelow = new RegExp(String.raw`${less}\s*$`);
const isAtMost = /(?:<=|≤|hasta|como maximo|max(?:imo|imum)?\.?|no mas de|not? more than|up to|at most)\s*$/;
const orLess = new RegExp(
  String.raw`^\s*${people}?\s*(?:(?:o|y|or|and) (?:menos|less|fewer)|(?:como )?max(?:imo|imum)?)\b`,
);
const isAbove = /(?:>(?!=)|\bmas(?: de)?|mayor (?:de|que|a)|superior a|more than|over|above)\s*$/;
const isAtLeast =
  /(?:\+|>=|≥|at least|al menos|min(?:imo|imum)?\.?|como minimo|no menos de|not? less than|desde|a partir de)\s*$/;
const orMore = new RegExp(String.raw`^\s*${people}?\s*(?:\+|(?:o|y|or|and) (?:mas\b|more\b|\+)|plus\b|en adelante)`);
const mostPeople = 10_000_000;

/**
 * A number, or both ends of a range (`51-200`, `200+`, `menos de 10`, `1,5k a 3k`); `undefined` when no number can be read
 * from it.
 */
export const parseCompanySize = (text: string): CompanySize | undefined => {
  if (/^\d{1,6}$/.test(text)) return { least: Number(text) };
  const plain = bareWord(text, limits.fieldCharacters.companySize * 4);
  if (/^\d+[.,]\d{1,2}$|\d\s*m(?:ill|$|[^a-z])/.test(plain)) return undefined;
  const all = [...plain.matchAll(figures)].map((found) => saidOf(plain, found));
  const said = all.find(({ after }) => isOfPeople.test(after)) ?? all.find((each) => !isYear(each)) ?? all[0];
  if (said === undefined) return undefined;
  const size = ranged(said);
  return [size.least, size.upTo ?? 0].some((count) => count > mostPeople) ? undefined : size;
};

const isOfPeople = new RegExp(String.raw`^\s*${people}`);

/** `En 2024 éramos 200`. */
const isYear = ({ before, least, upTo }: Said): boolean =>
  upTo === undefined && least >= 1900 && least < 2100 && /\b(?:en|in|desde|since)\s*$/.test(before);

/** A figure, or both of a range, with what stands around. */
interface Said {
  readonly before: string;
  readonly least: number;
  readonly upTo: number | undefined;
  readonly after: string;
}

const saidOf = (plain: string, found: RegExpExecArray): Said => {
  const [whole, count = "", unit] = found;
  const rest = plain.slice(found.index + whole.length);
  const [range = "", bound, most, unitOfMost] = second.exec(rest) ?? [];
  // `2-5k` is thousands on both sides.
  const isShared = most !== undefined && peopleIn(count) < peopleIn(most);
  const upTo = most === undefined ? undefined : peopleIn(most, unitOfMost);
  return {
    before: plain.slice(0, found.index),
    least: peopleIn(count, unit ?? (isShared ? unitOfMost : undefined)),
    upTo: upTo === undefined || bound === undefined ? upTo : upTo - 1,
    after: rest.slice(range.length),
  };
};

const ranged = ({ before, least: count, upTo, after }: Said): CompanySize => {
  const isMore = isAbove.test(before) && !isAtMost.test(before);
  const least = isMore ? count + 1 : count;
  if (upTo !== undefined && upTo !== least) return { least: Math.min(least, upTo), upTo: Math.max(least, upTo) };
  if (isBelow.test(before)) return upToMost(count - 1);
  if (isAtMost.test(before) || orLess.test(after)) return upToMost(count);
  return isMore || isAtLeast.test(before) || orMore.test(after) ? { least, orMore: true } : { least };
};

const upToMost = (most: number): CompanySize => (most > 1 ? { least: 1, upTo: most } : { least: 1 });

/** `1,5` of thousands is 1500; all other marks stand between thousands. */
const peopleIn = (count: string, unit?: string): number =>
  /^\d+[.,]\d{1,2}$/.test(count)
    ? Math.round(Number(count.replace(",", ".")) * 1000)
    : Number(count.replace(/\D/g, "")) * (unit === undefined ? 1 : 1000);
