import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Language } from "../../../lambdas/contract/stages.ts";
import { plural } from "../../../lambdas/domain/text/plural.ts";

const leads = {
  es: { one: "# lead abierto", other: "# leads abiertos" },
  en: { one: "# open lead", other: "# open leads" },
} as const;
const openLeads = (count: number, language: Language) => plural(count, language, leads[language]);

describe("a text that agrees with its number", () => {
  it.each([
    { count: 0, es: "0 leads abiertos", en: "0 open leads" },
    { count: 1, es: "1 lead abierto", en: "1 open lead" },
    { count: 2, es: "2 leads abiertos", en: "2 open leads" },
    { count: 21, es: "21 leads abiertos", en: "21 open leads" },
    { count: 12_500, es: "12.500 leads abiertos", en: "12,500 open leads" },
    { count: 1_000_000, es: "1.000.000 leads abiertos", en: "1,000,000 open leads" },
  ])("takes the form of $count", ({ count, es, en }) => {
    expect(openLeads(count, "es")).toBe(es);
    expect(openLeads(count, "en")).toBe(en);
  });

  it("may leave the number out, or say it more than once", () => {
    expect(plural(1, "es", { one: "una vez", other: "# veces" })).toBe("una vez");
    expect(plural(3, "en", { one: "once", other: "# times, # in all" })).toBe("3 times, 3 in all");
  });

  it("agrees with the number that is written, not with the one behind it", () => {
    const days = { one: "# day", other: "# days" };
    expect(plural(1.04, "en", days, 1)).toBe("1 day");
    expect(plural(1.06, "en", days, 1)).toBe("1.1 days");
    expect(plural(-1, "en", days)).toBe("-1 day");
  });

  it("has the singular for one only", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0 }), fc.constantFrom<Language>("es", "en"), (count, language) => {
        expect(plural(count, language, { one: "one", other: "other" })).toBe(count === 1 ? "one" : "other");
      }),
    );
  });
});
