import { domainToASCII, domainToUnicode } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressForPeople, domainForPeople } from "../../../lambdas/domain/text/address-for-people.ts";

describe("an address", () => {
  it.each([
    ["compras@xn--muoz-papelera-7ib3c.example", "muñoz-papelería.example"],
    ["a@xn--mnchen-3ya.de", "münchen.de"],
    ["a@xn--fiqs8s", "中国"],
    ["a@papelera.example", "papelera.example"],
  ])("%s is shown at %s", (email, domain) => {
    expect(addressForPeople(email)).toBe(email.slice(0, email.indexOf("@") + 1) + domain);
  });

  it("that cannot be read stays as it is", () => {
    for (const domain of ["xn--.example", "xn--a-!.example", "xn--99999999999.example"])
      expect(() => domainForPeople(domain)).not.toThrow();
    expect(domainForPeople("xn--99999999999.example")).toBe("xn--99999999999.example");
  });

  it("is shown as the platform's own table of names shows it", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zñçßäöüéèαβγжщя中国日本]{1,12}$/u), (name) => {
        const ascii = domainToASCII(`${name}.example`);
        fc.pre(ascii !== "");
        expect(domainForPeople(ascii)).toBe(domainToUnicode(ascii));
      }),
    );
  });
});
