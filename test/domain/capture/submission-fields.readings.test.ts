import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCompanySize } from "../../../lambdas/domain/capture/company-size.ts";
import { parseCountry } from "../../../lambdas/domain/capture/country.ts";
import { parseEmail } from "../../../lambdas/domain/capture/email.ts";
import { parseInstant } from "../../../lambdas/domain/capture/instant.ts";
import { allowedRedirect } from "../../../lambdas/domain/capture/parse-submission.ts";
import { parsePhones } from "../../../lambdas/domain/capture/phone.ts";
import { parseLanguage } from "../../../lambdas/domain/capture/submission-fields.ts";

describe("an e-mail address", () => {
  it.each([
    ["  Ines.Otero@Talleres.ES ", "ines.otero@talleres.es"],
    ["a+b_c-d@sub.example.com", "a+b_c-d@sub.example.com"],
    ["o'neill@example.ie", "o'neill@example.ie"],
    ["ana@compañía.es", "ana@xn--compaa-7va5a.es"],
    ["ANA@COMPAÑÍA.ES".normalize("NFD"), "ana@xn--compaa-7va5a.es"],
    ["ana@bücher.de", "ana@xn--bcher-kva.de"],
    ["ana@xn--bcher-kva.de", "ana@xn--bcher-kva.de"],
    [`${"a".repeat(64)}@example.com`, `${"a".repeat(64)}@example.com`],
    ["ana@example.com.", "ana@example.com"],
    ["ana@example.com,", "ana@example.com"],
    ["Ana <ana@example.com>", "ana@example.com"],
    ['"Gil, Ana" <Ana@Example.com>', "ana@example.com"],
    ["<ana@example.com>;", "ana@example.com"],
    ["Correo: ana@example.com", "ana@example.com"],
    ["ana@example.com (trabajo)", "ana@example.com"],
    ["mailto:ana@example.com?subject=Hola", "ana@example.com"],
    ["MAILTO: ana@example.com", "ana@example.com"],
    ["ana＠example．com", "ana@example.com"],
    ["ana @ example.com", "ana@example.com"],
    ["a\u200bna@exam\u00adple.com\ufeff", "ana@example.com"],
    ["ana@example.com, b@example.com", "ana@example.com"],
    ["ana@example.com / b@example.com", "ana@example.com"],
    ["ana@example.com y b@example.com", "ana@example.com"],
    ["ana@example.com b@example.com", "ana@example.com"],
    ["ana@example.com\nb@example.com", "ana@example.com"],
    ["«ana@example.com»", "ana@example.com"],
    ["“ana@example.com”.", "ana@example.com"],
    ["(ana@example.com)", "ana@example.com"],
    ["ana@example.com!", "ana@example.com"],
    ["ana@example.com/", "ana@example.com"],
  ])("%j is %j", (text, email) => {
    expect(parseEmail(text)).toBe(email);
  });

  it.each([
    "",
    "@",
    "ana",
    "ana@",
    "@example.com",
    "ana@example",
    "ana@@example.com",
    "ana@b@example.com",
    "ana, b@example.com",
    "Ana <ana@example.com> <b@example.com>",
    "ana b@example.com",
    "ana@exa mple.com",
    ".ana@example.com",
    "ana.@example.com",
    "a..b@example.com",
    "ana@-example.com",
    "ana@example-.com",
    "ana@example..com",
    "ana@127.0.0.1",
    "ana@1.2",
    "ana@[::1]",
    "ana@example.com/x",
    "ana@example.com:25",
    "ana@user:pass@example.com",
    "ana@example.com\r\nbcc: x@example.com",
    "ana\u0000@example.com",
    "añá@example.com",
    `${"a".repeat(65)}@example.com`,
    `ana@${"a".repeat(64)}.com`,
    `${"a".repeat(60)}@${"b.".repeat(100)}com`,
  ])("%j is none", (text) => {
    expect(parseEmail(text)).toBeUndefined();
  });

  it("normalised is normal, and fits into a mail's header", () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: "binary" })), (text) => {
        const email = parseEmail(text);
        if (email === undefined) return;
        expect(parseEmail(email)).toBe(email);
        expect(email).toMatch(/^[\x21-\x7e]{3,254}$/);
      }),
    );
  });

  it("of the usual kind is always one", () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        fc.pre(address.length <= 254 && (address.split("@")[0] ?? "").length <= 64);
        expect(parseEmail(address)).toBe(address.toLowerCase());
      }),
    );
  });
});

describe("a company's size", () => {
  it.each<[string, number, (number | "more")?]>([
    ["120", 120],
    ["51-200", 51, 200],
    ["51 – 200", 51, 200],
    ["50 a 249", 50, 249],
    ["De 10 a 49 personas", 10, 49],
    ["from 1 to 9", 1, 9],
    ["200+", 200, "more"],
    ["+200", 200, "more"],
    ["500 o más", 500, "more"],
    ["más de 500", 501, "more"],
    ["More than 1,000", 1001, "more"],
    ["> 50", 51, "more"],
    [">= 50", 50, "more"],
    ["menos de 10", 1, 9],
    ["<10", 1, 9],
    ["hasta 25 empleados", 1, 25],
    ["menos de 2", 1],
    ["1.000", 1000],
    ["10.000 empleados", 10_000],
    ["1 001-5 000", 1001, 5000],
    ["1001-5000", 1001, 5000],
    ["1,5k", 1500],
    ["1.5 mil", 1500],
    ["2k-5k", 2000, 5000],
    ["2-5k", 2000, 5000],
    ["10k", 10_000],
    ["5 mil", 5000],
    ["entre 11 y 50", 11, 50],
    ["50_249", 50, 249],
    ["500 plus", 500, "more"],
    ["Mediana (50-249)", 50, 249],
    ["249-50", 50, 249],
    ["1-1", 1],
    ["50 people", 50],
    ["50people", 50],
    ["0", 0],
    ["1'500", 1500],
    ["10’000-50’000", 10_000, 50_000],
    ["más de 1.000 y menos de 5.000", 1001, 4999],
    ["10 o 20", 10, 20],
    ["10 ~ 20", 10, 20],
    ["Micro (<10)", 1, 9],
    ["Grande (>250)", 251, "more"],
    ["B: 200+ (grupo)", 200, "more"],
    ["menor de 50", 1, 49],
    ["inferior a 50", 1, 49],
    ["no llega a 50", 1, 49],
    ["max. 50", 1, 50],
    ["50 o menos", 1, 50],
    ["50 or fewer employees", 1, 50],
    ["≤ 20", 1, 20],
    ["mayor que 250", 251, "more"],
    ["superior a 250", 251, "more"],
    ["no menos de 50", 50, "more"],
    ["no más de 50", 1, 50],
    ["min 50", 50, "more"],
    ["3 sedes, 200 personas", 200],
    ["200 personas en 3 sedes", 200],
    ["En 2024 éramos 200", 200],
    ["desde 2000 empleados", 2000, "more"],
  ])("%j is from %d on (%s)", (text, least, most) => {
    const range = most === "more" ? { orMore: true } : most === undefined ? {} : { upTo: most };
    expect(parseCompanySize(text)).toEqual({ least, ...range });
  });

  it.each(["", "mediana", "-5", "1.5", "1,5", "n/a", "99999999999999999999", "k", "3 millones", "1M", "2 M €"])(
    "%j says no number",
    (text) => {
      expect(parseCompanySize(text)).toBeUndefined();
    },
  );

  it("is whole numbers of people in order or nothing, whatever is written", () => {
    const pieces = fc.constantFrom(
      "1",
      "50",
      "249",
      "1.000",
      ",",
      ".",
      "-",
      " a ",
      "k",
      " mil",
      "+",
      "<",
      "menos de ",
      "x",
    );
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.double().map(String),
      fc.array(pieces).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const size = parseCompanySize(text);
        if (size === undefined) return;
        expect(Number.isInteger(size.least) && size.least >= 0).toBe(true);
        if (size.upTo !== undefined) expect(Number.isInteger(size.upTo) && size.upTo > size.least).toBe(true);
      }),
    );
  });

  it("of a plain number is that number", () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), (people) => {
        expect(parseCompanySize(String(people))).toEqual({ least: people });
      }),
    );
  });
});

describe("a telephone number", () => {
  const inSpain = { own: "ES", guessed: [] };
  it.each<[string, ...string[]]>([
    ["+44 (0)1632 960123", "+441632960123"],
    ["0044 (0)1632 960123", "+441632960123"],
    ["910 000 000", "+34910000000"],
    ["34 910 000 000", "+34910000000"],
    ["Tel.: 910 000 000 (mañanas)", "+34910000000"],
    ["910 000 000 ext. 12", "+34910000000;ext=12"],
    ["910 00 00 00, extensión: 12", "+34910000000;ext=12"],
    ["910 000 000 / 600 111 222", "+34910000000", "+34600111222"],
    ["910000000, 600111222", "+34910000000", "+34600111222"],
    ["910000000 o 600111222", "+34910000000", "+34600111222"],
    ["600 111 222 / +34600111222", "+34600111222"],
    ["910000000-600111222", "+34910000000", "+34600111222"],
    ["910000000 600111222", "+34910000000", "+34600111222"],
    ["910 000 000 - 600 111 222", "+34910000000", "+34600111222"],
    ["910000000 (fijo) 600111222 (móvil)", "+34910000000", "+34600111222"],
    ["91/000.00.00", "+34910000000"],
    ["+34-910-000-000", "+34910000000"],
    ["910 000 000/01", "+34910000000"],
    ["600111222 (solo de 9 a 14)", "+34600111222"],
    ["600 111 222 de 9:00 a 14:00", "+34600111222"],
    ["llamar a partir de las 15h al 600111222", "+34600111222"],
    ["https://api.whatsapp.com/send?phone=34600111222", "+34600111222"],
    ["+34 (0) 600 111 222", "+34600111222"],
    ["0034(0)600111222", "+34600111222"],
  ])("in Spain %j dials %s", (text, ...dialled) => {
    expect(parsePhones(text, inSpain).map(({ dial }) => dial)).toEqual(dialled);
  });

  it.each(["12345", "CIF B12345678", "2026-11-24", "llámame", "", "1".repeat(60), "-"])("%j dials nothing", (text) => {
    expect(parsePhones(text, inSpain)).toEqual([]);
  });

  it("with a stroke behind its area's code is one", () => {
    const read = parsePhones("030/123456", { own: "DE", guessed: [] });
    expect(read).toEqual([{ as: "030/123456", dial: "+4930123456" }]);
  });

  it("keeps each as it was typed", () => {
    expect(parsePhones("910 000 000 / 600.111.222", inSpain).map(({ as }) => as)).toEqual([
      "910 000 000",
      "600.111.222",
    ]);
  });

  it("of a country that nobody says is in use in the one that is guessed", () => {
    expect(parsePhones("06 12 34 56 78", { guessed: ["FR", "ES"] })).toMatchObject([{ dial: "+33612345678" }]);
    expect(parsePhones("600 111 222", { guessed: ["XX", "GB", "ES"] })).toMatchObject([{ dial: "+34600111222" }]);
    expect(parsePhones("600 111 222", { guessed: [] })).toEqual([]);
  });
});

describe("a country", () => {
  it.each([
    ["ES", "ES"],
    ["es", "ES"],
    ["España", "ES"],
    ["ESPAÑA", "ES"],
    ["spain", "ES"],
    ["Reino Unido", "GB"],
    ["UK", "GB"],
    ["United Kingdom", "GB"],
    ["Estados Unidos", "US"],
    ["EE. UU.", "US"],
    ["U.S.A.", "US"],
    ["Alemania", "DE"],
    ["Germany", "DE"],
    ["México", "MX"],
    ["Mejico", "MX"],
    ["Côte d’Ivoire", "CI"],
    ["Perú", "PE"],
    ["Deutschland", "DE"],
    ["DEU", "DE"],
    ["esp", "ES"],
    ["NA", "NA"],
    ["NAM", "NA"],
    ["Namibia", "NA"],
    ["España (+34)", "ES"],
    ["ES - España", "ES"],
    ["Spain / España", "ES"],
    ["Madrid, España", "ES"],
    ["London, UK", "GB"],
    ["ES-MD", "ES"],
    ["Bosnia and Herzegovina", "BA"],
    ["Trinidad and Tobago", "TT"],
    ["Trinidad y Tobago", "TT"],
    ["Saint Kitts and Nevis", "KN"],
    ["Hong Kong", "HK"],
    ["Democratic Republic of the Congo", "CD"],
    ["United Kingdom of Great Britain and Northern Ireland (the)", "GB"],
    ["Palestine, State of", "PS"],
    ["Rep. Dominicana", "DO"],
    ["Vaticano", "VA"],
    ["🇵🇹", "PT"],
    ["🇵🇹 Portugal", "PT"],
    ["Reino de España", "ES"],
    ["Bundesrepublik Deutschland / Germany", "DE"],
    ["Österreich", "AT"],
    ["Schweiz", "CH"],
    ["Suisse", "CH"],
    ["Svizzera", "CH"],
    ["Frankreich", "FR"],
    ["Francia", "FR"],
    ["França", "FR"],
    ["Frantzia", "FR"],
    ["Nederland", "NL"],
    ["Polska", "PL"],
    ["România", "RO"],
    ["Česko", "CZ"],
    ["Sverige", "SE"],
    ["Ελλάδα", "GR"],
    ["EL", "GR"],
    ["Україна", "UA"],
    ["Türkiye", "TR"],
    ["Kosovo", "XK"],
    ["El Salvador", "SV"],
    ["Alemanya", "DE"],
    ["Alemaña", "DE"],
    ["es-ES", "ES"],
    ["724", "ES"],
    ["Großbritannien", "GB"],
    ["Rep. Checa", "CZ"],
    ["Korea, South", "KR"],
    ["Russian Federation", "RU"],
  ])("%j is %s", (text, code) => {
    expect(parseCountry(text)).toBe(code);
  });

  it.each(["Atlantis", "EU", "ZZ", "IC", "XXX", "toString", "__proto__", "12", "San Francisco, CA", "Georgia, USA"])(
    "%j stays as it came",
    (text) => {
      expect(parseCountry(text)).toBe(text);
    },
  );
});

describe("a language", () => {
  it.each([
    ["es", "es"],
    ["es-ES", "es"],
    ["ES_mx", "es"],
    ["Español", "es"],
    ["castellano", "es"],
    ["en_GB", "en"],
    ["English", "en"],
    ["Inglés", "en"],
    ["es-ES,es;q=0.9", "es"],
    ["ca-ES,es;q=0.9,en;q=0.8", "es"],
    ["fr, en-GB", "en"],
    ["fr", undefined],
    ["espera", undefined],
    ["", undefined],
  ])("%j is %s", (text, language) => {
    expect(parseLanguage(text)).toBe(language);
  });
});

describe("an instant", () => {
  it.each([
    ["2026-03-10T09:30:00.000Z", "2026-03-10T09:30:00.000Z"],
    ["2026-03-10T10:30:00+01:00", "2026-03-10T09:30:00.000Z"],
    ["2026-03-10T09:30:00", "2026-03-10T08:30:00.000Z"],
    ["2026-07-10 09:30", "2026-07-10T07:30:00.000Z"],
    ["2026-03-29T02:30", "2026-03-29T01:00:00.000Z"],
    ["2026-03-10", "2026-03-09T23:00:00.000Z"],
    ["2028-02-29", "2028-02-28T23:00:00.000Z"],
    [1773135000000, "2026-03-10T09:30:00.000Z"],
    ["1773135000000", "2026-03-10T09:30:00.000Z"],
    [1773135000, "2026-03-10T09:30:00.000Z"],
  ])("%j is %s", (value, instant) => {
    expect(parseInstant(value, "Europe/Madrid")).toBe(instant);
  });

  it.each([
    "",
    "now",
    "10/03/2026",
    "2026-13-45",
    "2026-02-30T10:00:00Z",
    "2026-02-29",
    "2026-11-31T10:00",
    "2026-04-31T00:00:00+02:00",
    "2026-03-10T25:00:00Z",
    -1,
    NaN,
    Infinity,
    1e300,
    null,
    true,
    [],
    {},
  ])("%j is none", (value) => {
    expect(parseInstant(value, "Europe/Madrid")).toBeUndefined();
  });

  it.each(["2026-03-10T09:30:00", "2026-03-10"])("%j is none where no zone is agreed", (value) => {
    expect(parseInstant(value)).toBeUndefined();
  });

  it("is ISO 8601 in UTC with milliseconds, whatever was given", () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.date().map(String), fc.double()), (value) => {
        const instant = parseInstant(value);
        if (instant !== undefined) expect(new Date(instant).toISOString()).toBe(instant);
      }),
    );
  });
});

describe("where a form's sender is sent on", () => {
  const sites = ["https://www.engranaje.example", "http://127.0.0.1:4101/form"];

  it.each([
    ["https://www.engranaje.example/gracias?x=1#y", "https://www.engranaje.example/gracias?x=1#y"],
    ["HTTPS://WWW.Engranaje.example:443/a b", "https://www.engranaje.example/a%20b"],
    ["http://127.0.0.1:4101/thanks", "http://127.0.0.1:4101/thanks"],
    ["https://www.engranaje.example\\@evil.example/", "https://www.engranaje.example/@evil.example/"],
  ])("%j is one of our sites", (address, target) => {
    expect(allowedRedirect(address, sites)).toBe(target);
  });

  it.each([
    "",
    "/gracias",
    "//www.engranaje.example/",
    "//evil.example",
    "https:/www.engranaje.example",
    "http://www.engranaje.example/",
    "https://www.engranaje.example:444/",
    "https://engranaje.example/",
    "https://www.engranaje.example.evil.example/",
    "https://www.engranaje.example@evil.example/",
    "https://user:secret@www.engranaje.example/",
    "https://evil.example/https://www.engranaje.example/",
    "https://evil.example\\@www.engranaje.example/",
    "javascript:alert(1)",
    "javascript://www.engranaje.example/%0aalert(1)",
    "data:text/html,x",
    "http://127.0.0.1:4102/",
    `https://www.engranaje.example/${"a".repeat(3000)}`,
  ])("%j is refused", (address) => {
    expect(allowedRedirect(address, sites)).toBeUndefined();
  });

  it("never leads to another origin, and never breaks out of its header", () => {
    const pieces = fc.constantFrom(
      "https:",
      "//",
      "\\",
      "@",
      "www.engranaje.example",
      "evil.example",
      "\r\n",
      "/",
      "?",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: "binary" }))), (parts) => {
        const target = allowedRedirect(parts.join(""), sites);
        if (target === undefined) return;
        expect(new URL(target).origin).toBe("https://www.engranaje.example");
        expect(target).toMatch(/^[\x21-\x7e]+$/);
      }),
    );
  });
});
