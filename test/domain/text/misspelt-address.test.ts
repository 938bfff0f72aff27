import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { perhapsMeant } from "../../../lambdas/domain/text/misspelt-address.ts";
import { perhapsMeant as inBrowsers } from "../../../web/site/assets/misspelt.js";

const slips: [string, string][] = [
  ["gmail.con", "gmail.com"],
  ["gmail.co", "gmail.com"],
  ["gmail.es", "gmail.com"],
  ["gmial.com", "gmail.com"],
  ["gamil.com", "gmail.com"],
  ["gnail.com", "gmail.com"],
  ["gmaill.com", "gmail.com"],
  ["gmial.con", "gmail.com"],
  ["hotmial.com", "hotmail.com"],
  ["hotmai.com", "hotmail.com"],
  ["hotmail.co", "hotmail.com"],
  ["hormail.es", "hotmail.es"],
  ["outlok.com", "outlook.com"],
  ["outlook.con", "outlook.com"],
  ["yaho.es", "yahoo.es"],
  ["iclod.com", "icloud.com"],
  ["telefonica.ent", "telefonica.net"],
  ["talleresnorte.con", "talleresnorte.com"],
];
const right = [
  "gmail.com",
  "hotmail.es",
  "hotmail.fr",
  "yahoo.co.uk",
  "yahoo.com.mx",
  "outlook.it",
  "mail.com",
  "ymail.com",
  "email.com",
  "cloud.com",
  "grail.com",
  "live.com",
  "gmx.es",
  "talleresnorte.es",
  "engranaje.example",
];

describe("a misspelt address", () => {
  it.each(slips)("at %s is perhaps meant at %s", (typed, meant) => {
    expect(perhapsMeant(`ana@${typed}`)).toBe(`ana@${meant}`);
  });

  it.each(right)("is none at %s", (domain) => {
    expect(perhapsMeant(`ana@${domain}`)).toBeUndefined();
  });

  it("is the same in the site's form", () => {
    const domains = fc.constantFrom(...right, ...slips.flat());
    const spoilt = fc
      .tuple(domains, fc.nat(12), fc.constantFrom("", "a", "o", "."), fc.nat(2))
      .map(([domain, at, letter, length]) => domain.slice(0, at) + letter + domain.slice(at + length));
    fc.assert(
      fc.property(fc.oneof(domains, spoilt, fc.string()), (domain) => {
        expect(inBrowsers(`ana@${domain}`)).toBe(perhapsMeant(`ana@${domain}`));
      }),
    );
  });
});
