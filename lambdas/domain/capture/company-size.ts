const figure = String.raw`(\d{1,3}(?:[.,\s]\d{3})+(?!\d)|\d+)\s*(?:(k|mil)(?![a-z]))?`;
const firstFigure = new RegExp(String.raw`(?<![\d-])${figure}`);
const atMost = /^\s*(<|≤|menos de|hasta|fewer than|less than|under|up to)/;
const moreThan = /^\s*(>|mas de|more than|over)/;
const mostPeople = 10_000_000;

/**
 * How many people work there: a number, or the end of a range that is surely reached (`51-200` is at least 51, `200+`
 * at least 200, `menos de 10` at least 1). `undefined` when no number can be read from it.
 */
export const readCompanySize = (text: string): number | undefined => {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  if (/^\d+\.\d{1,2}$/.test(plain.trim())) return undefined;
  const [, digits, thousands] = firstFigure.exec(plain) ?? [];
  if (digits === undefined) return undefined;
  if (atMost.test(plain)) return 1;
  const people = Number(digits.replace(/\D/g, "")) * (thousands === undefined ? 1 : 1000);
  const least = moreThan.test(plain) ? people + 1 : people;
  return least <= mostPeople ? least : undefined;
};
