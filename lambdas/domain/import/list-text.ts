import type { ReadAsked } from "../../contract/imports.ts";

type Encoding = NonNullable<ReadAsked["encoding"]>;

export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

/**
 * The text of a list in the encoding that was asked for, else in the one that its bytes speak for: a byte order mark, zeros
 * in every other byte (UTF-16), what is valid UTF-8, and Windows-1252 (which has Latin-1 in it) for the rest.
 */
export const decodeList = (bytes: Uint8Array, asked?: Encoding): DecodedText => {
  const encoding = asked ?? markedEncoding(bytes) ?? zeroedEncoding(bytes);
  if (encoding !== undefined) return { text: decoded(bytes, encoding), encoding };
  const text = decoded(bytes, "utf-8");
  return isMostlyUtf8(text)
    ? { text, encoding: "utf-8" }
    : { text: decoded(bytes, "windows-1252"), encoding: "windows-1252" };
};

/** The decoder takes a byte order mark away. */
const decoded = (bytes: Uint8Array, encoding: Encoding): string => {
  const text = new TextDecoder(encoding).decode(bytes);
  // Some releases of Node decode Windows-1252 as Latin-1, which has no euro.
  return encoding === "windows-1252" ? text.replace(/[\u0080-\u009F]/g, ofWindows) : text;
};

const ofWindows = (sign: string): string => windowsSigns[sign.charCodeAt(0) - 0x80] ?? sign;

/** 0x80 to 0x9F; a blank where Windows-1252 has no sign. */
const windowsSigns = [..."€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ"];

const markedEncoding = ([first, second, third]: Uint8Array): Encoding | undefined => {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
};

/** Bytes that are looked at. */
const sample = 4096;

/** Most of a list in European languages is ASCII, of which UTF-16 has one byte that is zero. */
const zeroedEncoding = (bytes: Uint8Array): Encoding | undefined => {
  const looked = bytes.subarray(0, sample - (sample % 2));
  const zeros = [0, 0];
  for (const [i, byte] of looked.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const least = looked.length / 5;
  if (odd > least && even < odd / 8) return "utf-16le";
  return even > least && odd < even / 8 ? "utf-16be" : undefined;
};

/** One broken character in a list of thousands does not make all the others another encoding. */
const isMostlyUtf8 = (text: string): boolean => {
  const broken = (text.match(/\uFFFD/g) ?? []).length;
  if (broken === 0) return true;
  const whole = (text.match(/[\u0080-\uFFFC]/g) ?? []).length;
  return whole > broken * 10;
};
