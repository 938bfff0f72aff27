import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { displayName } from "../../lib/journey/mail-sending.ts";

/** Reads encoded words (RFC 2047) back, as a mail program does. */
const shown = (header: string): string =>
  header
    .split(" ")
    .map((word) => /^=\?UTF-8\?B\?([A-Za-z0-9+/]+=*)\?=$/.exec(word)?.[1] ?? "")
    .map((base64) => Buffer.from(base64, "base64").toString())
    .join("");

describe("a sender's name in a mail's header", () => {
  it.each([
    ["Anaquel", '"Anaquel"'],
    ['Tornos "El Rapido"', '"Tornos \\"El Rapido\\""'],
    ["C:\\Ventas", '"C:\\\\Ventas"'],
    ["Compañía", "=?UTF-8?B?Q29tcGHDscOtYQ==?="],
  ])("%s is written %s", (name, header) => expect(displayName(name)).toBe(header));

  it("decodes to the original, in encoded words that a header accepts, whatever the name", () => {
    const beyondAscii = fc.string({ unit: "grapheme", minLength: 1, maxLength: 80 }).map((text) => `ñ${text}`);
    fc.assert(
      fc.property(beyondAscii, (name) => {
        const header = displayName(name);
        expect(shown(header)).toBe(Buffer.from(name).toString());
        expect(header.split(" ").filter((word) => word.length > 75)).toEqual([]);
      }),
    );
  });
});
