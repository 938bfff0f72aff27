/*
 * Domains in other scripts travel in ASCII (`xn--muoz-papelera-7ib3c.example`), for DNS and mail services. People write and
 * read them as they are. Browsers have no function for it, and the board needs none: what it shows is already readable.
 */

/** The address as people write it. */
export const addressForPeople = (email: string): string => {
  const at = email.lastIndexOf("@") + 1;
  return email.slice(0, at) + domainForPeople(email.slice(at));
};

/** The domain as people write it; a label that cannot be read stays as it is. */
export const domainForPeople = (domain: string): string =>
  domain.includes(prefix)
    ? domain
        .split(".")
        .map((label) => (label.startsWith(prefix) ? (decoded(label.slice(prefix.length)) ?? label) : label))
        .join(".")
    : domain;

const prefix = "xn--";

/** The parameters of RFC 3492 for domain names. */
const [base, tMin, tMax, skew, damp, firstBias, firstPoint] = [36, 1, 26, 38, 700, 72, 128];
const lastPoint = 0x10ffff;

const decoded = (label: string): string | undefined => {
  const end = label.lastIndexOf("-");
  const points = Array.from(label.slice(0, Math.max(0, end)), (letter) => letter.codePointAt(0) ?? 0);
  const digits = Array.from(label.slice(end + 1), digitOf);
  let [at, point, bias] = [0, firstPoint, firstBias];
  while (digits.length > 0) {
    const before = at;
    let weight = 1;
    for (let k = base; ; k += base) {
      const digit = digits.shift();
      if (digit === undefined || Number.isNaN(digit)) return undefined;
      at += digit * weight;
      const threshold = Math.min(tMax, Math.max(tMin, k - bias));
      if (digit < threshold) break;
      weight *= base - threshold;
    }
    const length = points.length + 1;
    bias = adapted(at - before, length, before === 0);
    point += Math.floor(at / length);
    at %= length;
    if (point > lastPoint) return undefined;
    points.splice(at++, 0, point);
  }
  return String.fromCodePoint(...points);
};

const digitOf = (letter: string): number => (/^[a-z0-9]$/.test(letter) ? (Number.parseInt(letter, 36) + 26) % 36 : NaN);

const adapted = (delta: number, length: number, isFirst: boolean): number => {
  let rest = Math.floor(delta / (isFirst ? damp : 2));
  rest += Math.floor(rest / length);
  let k = 0;
  for (; rest > ((base - tMin) * tMax) / 2; k += base) rest = Math.floor(rest / (base - tMin));
  return k + Math.floor(((base - tMin + 1) * rest) / (rest + skew));
};
