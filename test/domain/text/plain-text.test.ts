import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { oneLine, someLines } from "../../../lambdas/domain/text/plain-text.ts";

describe("what others wrote", () => {
  it("is one line", () => {
    expect(oneLine("Inés\r\nBcc: a@b.example\u2028\0x  y ", 100)).toBe("Inés Bcc: a@b.example x y");
  });

  it("keeps its lines, with one empty line between paragraphs at most", () => {
    expect(someLines("uno\r\n\r\n\r\n\r\ndos \n\ttres", 100)).toBe("uno\n\ndos\n tres");
  });

  it("cannot turn the direction of what follows it", () => {
    expect(oneLine("a\u202Eb\u2066c", 10)).toBe("abc");
  });

  it("has no characters that nobody sees", () => {
    expect(oneLine("compras\u200b@pape\u00adlera\ufeff.example", 100)).toBe("compras@papelera.example");
    expect(someLines("uno\u2060\ndos\u{e0061}", 100)).toBe("uno\ndos");
  });

  it("keeps an emoji of several parts whole, and no other joiner", () => {
    expect(oneLine("👩\u200d💻 👩🏽\u200d🚀 ❤\ufe0f\u200d🔥", 100)).toBe("👩\u200d💻 👩🏽\u200d🚀 ❤\ufe0f\u200d🔥");
    expect(oneLine("com\u200dpras\u200d 👩\u200d \u200d💻", 100)).toBe("compras 👩 💻");
  });

  it("is cut between characters, with a mark that there was more", () => {
    expect(oneLine("😀😀😀😀", 3)).toBe("😀😀…");
    expect(oneLine("abcd", 4)).toBe("abcd");
  });

  it("is never longer than allowed and has no control character but line breaks", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 1, max: 40 }), (text, most) => {
        expect([...oneLine(text, most)].length).toBeLessThanOrEqual(most);
        expect([...someLines(text, most)].length).toBeLessThanOrEqual(most);
        expect(oneLine(text, most)).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect(someLines(text, most)).not.toMatch(/[^\P{Cc}\n]/u);
      }),
    );
  });
});
