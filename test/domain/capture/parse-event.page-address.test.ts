import fc from "fast-check";
import { expect, it } from "vitest";
import { pageAddress } from "../../../lambdas/domain/capture/parse-event.ts";

it.each([
  [
    "https://www.engranaje.example/precios?email=ana%40x.example&utm_source=a#plan",
    "https://www.engranaje.example/precios",
  ],
  ["/precios?nombre=Ana", "/precios"],
  ["/precios#ana", "/precios"],
  ["//www.engranaje.example?ana", "//www.engranaje.example"],
  ["HTTPS://ana:secreto@www.engranaje.example/@ana", "HTTPS://www.engranaje.example/@ana"],
  ["https://www.engranaje.example/guía", "https://www.engranaje.example/guía"],
])("of %j, %j is kept", (text, kept) => expect(pageAddress(text)).toBe(kept));

it.each(["¿Qué es el OEE?", "guide-oee", "C# 1/2", "10:30 https://x.example?a", ""])(
  "%j is no address and stays",
  (text) => expect(pageAddress(text)).toBe(text),
);

it("no address keeps a query, a fragment or a user, however it is written", () => {
  const part = fc.string({ unit: fc.constantFrom("a", "?", "#", "@", "/", ":", "\n") });
  fc.assert(
    fc.property(fc.constantFrom("https://", "http://", "//", "/"), part, (start, rest) => {
      const kept = pageAddress(`${start}${rest}`);
      expect(kept).not.toMatch(/[?#]|^(https?:)?\/\/[^/]*@/);
      expect(pageAddress(kept)).toBe(kept);
    }),
  );
});
