import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min";
import type { PhoneNumber } from "../lead/read-as.ts";

/** Where a number without its country's prefix may be from. */
export interface PhoneRegions {
  /** ISO 3166-1 alpha-2, as the lead says: a number that is possible there is one. */
  readonly own?: string | undefined;
  /** Guesses, the best first: a number counts only when it is in use there. */
  readonly guessed: readonly string[];
}

/**
 * The numbers that can be dialled, as typed and with the country's prefix; none when the text cannot be read. Two numbers
 * are two; a word beside a number is no part of it.
 */
export const parsePhones = (text: string, regions: PhoneRegions): PhoneNumber[] => {
  const pieces = piecesOf(text).map((piece) => readPiece(piece, regions));
  // `030/123456` is one number, although its end alone could be one.
  const isCut = text.includes("/") && pieces.some((read) => read.length === 0);
  const whole = isCut ? dialOf(text.replaceAll("/", " "), regions) : undefined;
  const read = whole === undefined ? pieces.flat() : [{ as: text, dial: whole }];
  const numbers = read.length > 0 ? read : amongWords(text, regions);
  return numbers.filter(({ dial }, i) => numbers.findIndex((other) => other.dial === dial) === i);
};

/** `600111222 (de 9 a 14 h)`: what stands in one row is a number when it is one that is in use. */
const amongWords = (text: string, { own, guessed }: PhoneRegions): PhoneNumber[] =>
  (text.match(/\+?\d[\d .()-]{6,20}\d/g) ?? []).flatMap((as) => {
    const dial = dialOf(as, { guessed: own === undefined ? guessed : [own] });
    return dial === undefined ? [] : [{ as, dial }];
  });

const readPiece = (piece: string, regions: PhoneRegions): PhoneNumber[] => {
  const dial = dialOf(piece, regions);
  return dial === undefined ? halves(piece, regions) : [{ as: piece, dial }];
};

/** Two numbers with nothing but a blank, a dash or a word between: `600111222-600333444`. */
const halves = (piece: string, regions: PhoneRegions): PhoneNumber[] => {
  for (const { index } of piece.matchAll(/(?<=\d\D{0,20})[\s-](?=\D{0,3}\d)/g)) {
    const both = [piece.slice(0, index), piece.slice(index + 1)].map((as) => ({
      as: as.trim(),
      dial: dialOf(as, regions),
    }));
    const read = both.flatMap(({ as, dial }) => (dial === undefined ? [] : [{ as, dial }]));
    if (read.length === both.length) return read;
  }
  return [];
};

const piecesOf = (text: string): string[] =>
  text
    .split(/\s*[/;|]\s*|\s*,\s*(?!\s*(?:ext|x\b|#|int))|\s+(?:o|y|u|or|and|-)\s+(?=[+(\d])|\s{2,}/i)
    .map((piece) => piece.trim())
    .filter((piece) => /\d/.test(piece));

const dialOf = (piece: string, { own, guessed }: PhoneRegions): string | undefined => {
  const typed = piece.replace(/^\D*00(?=[1-9])/, "+").replace(/\bext(?:ensi[oó]n)?[.:\s]+/i, "ext. ");
  const region = supported(own);
  // `+34 (0) 600…`: the zero that is dialled within some countries, written where there is none.
  for (const written of new Set([typed, typed.replace(/^(\D*\+.*?)\(0\)/, "$1")])) {
    const number = parsePhoneNumberFromString(written, region);
    if (number?.isPossible()) return dialled(number);
  }
  if (region !== undefined) return undefined;
  for (const guess of guessed) {
    const tried = supported(guess);
    const found = tried === undefined ? undefined : parsePhoneNumberFromString(typed, tried);
    if (found?.isValid()) return dialled(found);
  }
  return undefined;
};

const supported = (region = ""): CountryCode | undefined => (isSupportedCountry(region) ? region : undefined);

const dialled = ({ number, ext }: { readonly number: string; readonly ext?: string | undefined }): string =>
  ext === undefined || ext === "" ? number : `${number};ext=${ext}`;
