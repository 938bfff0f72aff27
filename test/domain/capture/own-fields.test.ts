import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OwnField } from "../../../lambdas/contract/agreement.ts";
import type { Language } from "../../../lambdas/contract/stages.ts";
import { readOwn } from "../../../lambdas/domain/capture/own-fields.ts";
import { anyFields, anyValueOf, fieldsOfEachType, writtenForms } from "../../builders/own-fields.ts";
import { accepted, jsonPost, rules } from "./request.ts";

const ofType = (type: OwnField["type"]): OwnField => {
  const field = fieldsOfEachType.find((each) => each.type === type);
  if (field === undefined) throw new Error(`no field of type ${type}`);
  return field;
};

const read = (type: OwnField["type"], said: unknown, language: Language = "es") =>
  readOwn(ofType(type), said, language)?.value;

describe("a number", () => {
  it.each<[unknown, number]>([
    ["3", 3],
    ["1.200,50", 1200.5],
    ["1,200.50", 1200.5],
    ["1 200,5", 1200.5],
    ["12.000", 12000],
    ["0,125", 0.125],
    ["3 almacenes", 3],
    ["Unos 3", 3],
    ["-2", -2],
    [0, 0],
    [1e6, 1_000_000],
  ])("%j is %d", (said, number) => expect(read("number", said)).toBe(number));

  it.each([
    "tres",
    "",
    "3-5",
    "3 o 4",
    "3, 4",
    "3 4",
    "más de 3",
    "3 o más",
    "3 or more",
    "> 3",
    "3+",
    "hasta 10",
    "less than 5",
    "20 %",
    "3PL",
    "A3",
    "1.2.3",
    "12 mil",
    "sin 3",
    "5 millones",
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1e15,
    true,
    { n: 3 },
    ["3", "4"],
    "9".repeat(30),
  ])("%j is none", (said) => expect(read("number", said)).toBeUndefined());
});

describe("a text", () => {
  it.each<[unknown, string | undefined]>([
    ["  Con  robots ", "Con robots"],
    ["ninguno", "ninguno"],
    [7, "7"],
    ["no", "no"],
    ["-", undefined],
    ["N/A", undefined],
    ["null", undefined],
    ["x".repeat(301), undefined],
    [["a", "b"], undefined],
  ])("%j is %j", (said, text) => expect(read("text", said)).toBe(text));
});

describe("an amount", () => {
  it.each<[unknown, number]>([
    ["12.000 €", 12000],
    ["€12,000.50", 12000.5],
    ["12000 EUR", 12000],
    ["12.000 euros", 12000],
    ["450,5", 450.5],
    [99.9, 99.9],
  ])("%j is %d", (said, amount) => expect(read("money", said)).toBe(amount));

  it.each(["$12,000", "12.000 USD", "12.000 £", "12.000 € al año", "12 m€", "-5 €", "mucho", "10-20 €", "3 4 €"])(
    "%j is none",
    (said) => expect(read("money", said)).toBeUndefined(),
  );
});

describe("a date", () => {
  it.each<[Language, unknown, string | undefined]>([
    ["es", "2027-03-04", "2027-03-04"],
    ["es", "2027-03-04T09:00:00+01:00", "2027-03-04"],
    ["es", "4/3/2027", "2027-03-04"],
    ["es", "04-03-2027", "2027-03-04"],
    ["es", "31.12.2027", "2027-12-31"],
    ["es", "12/31/2027", undefined],
    ["en", "12/31/2027", "2027-12-31"],
    ["en", "31/12/2027", "2027-12-31"],
    ["en", "4/3/2027", undefined],
    ["en", "4/4/2027", "2027-04-04"],
    ["es", "4 de marzo de 2027", "2027-03-04"],
    ["es", "4 marzo 2027", "2027-03-04"],
    ["en", "March 4th, 2027", "2027-03-04"],
    ["en", "4 Mar 2027", "2027-03-04"],
    ["es", "30/2/2027", undefined],
    ["es", "2027-02-29", undefined],
    ["es", "2028-02-29", "2028-02-29"],
    ["es", "2027/03/04", "2027-03-04"],
    ["es", "04/03/2027 10:30", "2027-03-04"],
    ["es", "1º de marzo de 2027", "2027-03-01"],
    ["es", "jueves, 4 de marzo de 2027", "2027-03-04"],
    ["es", "4-mar-2027", "2027-03-04"],
    ["es", "0001-01-01", undefined],
    ["es", "0001-01-01T00:00:00Z", undefined],
    ["es", "4/3/27", undefined],
    ["es", "marzo", undefined],
    ["es", "4 de foo de 2027", undefined],
    ["es", "pronto", undefined],
  ])("in %s: %j is %j", (language, said, day) => expect(read("date", said, language)).toBe(day));
});

describe("a choice", () => {
  it.each<[unknown, boolean | undefined]>([
    ["Sí", true],
    ["si", true],
    ["YES", true],
    ["on", true],
    [true, true],
    ["1", true],
    ["no", false],
    [false, false],
    ["off", false],
    ["quizá", undefined],
    ["yes and no", undefined],
    [["no", "yes"], true],
    [["no", "quizá"], undefined],
    [[], undefined],
  ])("of yes and no: %j is %j", (said, value) => expect(read("yes-no", said)).toBe(value));

  it.each<[unknown, string | undefined]>([
    ["sap", "sap"],
    ["NINGUNO, DE MOMENTO", "none"],
    ["uno propio (a medída)", "own"],
    ["None, so far", "none"],
    ["oracle", undefined],
    [["sap", "none"], undefined],
  ])("of one: %j is %j", (said, id) => expect(read("one-of", said)).toBe(id));

  it.each<[unknown, string[] | undefined]>([
    ["sap", ["sap"]],
    [
      ["own", "SAP", "sap"],
      ["sap", "own"],
    ],
    ["None, so far; SAP", ["sap", "none"]],
    ["sap, own", ["sap", "own"]],
    ["oracle", undefined],
    [[], undefined],
  ])("of several: %j is %j", (said, ids) => expect(read("many-of", said)).toEqual(ids));
});

/** What a form with these values of the agreement's own fields leaves behind. */
const formWith = async (fields: readonly OwnField[], sent: Record<string, unknown>) => {
  const { submission } = await accepted(jsonPost({ email: "ines@talleresnorte.example", ...sent }), {
    ...rules,
    ownFields: fields,
  });
  return submission;
};

describe("a form", () => {
  it("calls a field by its id, its labels and its other names, as form builders write names", async () => {
    const [field] = fieldsOfEachType.filter(({ type }) => type === "number");
    if (field === undefined) throw new Error("no field");
    const named: OwnField = {
      ...field,
      id: "warehouses",
      label: { es: "Nº de almacenes", en: "Warehouses" },
      called: ["How many?"],
    };
    for (const name of [
      "warehouses",
      "WAREHOUSES",
      "no_de_almacenes",
      "form_fields[warehouses]",
      "how-many",
      "Warehouses[]",
    ]) {
      const { contact, other } = await formWith([named], { [name]: "3" });
      expect([name, contact.own, other]).toEqual([name, { warehouses: 3 }, []]);
    }
    expect((await formWith([named], { almacenes: "3", "???": "4" })).contact.own).toBeUndefined();
  });

  it("may have a hidden no before the box that was ticked", async () => {
    const { contact, other } = await formWith(fieldsOfEachType, { "zz-yes-no": "0", zz_yes_no: "1" });
    expect([contact.own, other]).toEqual([{ "zz-yes-no": true }, []]);
  });

  it("may have a list that is longer than is read: what was read counts, and the list is kept", async () => {
    const { contact, other } = await formWith(fieldsOfEachType, { "zz-many-of": `${"sap,".repeat(999)}own` });
    expect(contact.own).toEqual({ "zz-many-of": ["sap"] });
    expect(other).toMatchObject([{ name: "zz-many-of" }]);
  });

  it("may list its fields with their names and labels, as form tools do", async () => {
    const { contact } = await formWith(fieldsOfEachType, {
      fields: [
        { name: "q7", label: "Pregunta number", value: "3" },
        { name: "q8", label: "Question many-of", values: ["SAP", "own"] },
      ],
      contact: { "zz-yes-no": "sí" },
    });
    expect(contact.own).toEqual({ "zz-number": 3, "zz-many-of": ["sap", "own"], "zz-yes-no": true });
  });

  it("is looked through for signs of a machine in these fields too", async () => {
    const advert = "Cheap backlinks for your site, see https://a.example https://b.example https://c.example";
    const body = { email: "ines@talleresnorte.example", "zz-text": advert };
    const { signs } = await accepted(jsonPost(body), { ...rules, ownFields: fieldsOfEachType });
    expect(signs).toEqual(expect.arrayContaining(["advertising", "links"]));
  });

  it("keeps what it says of a field beside the value, where that does not say all of it", async () => {
    const fields = fieldsOfEachType;
    const said = await formWith(fields, {
      "zz-number": "3 almacenes",
      "zz-many-of": ["sap", "Oracle"],
      "zz-date": "pronto",
    });
    expect(said.contact.own).toEqual({ "zz-number": 3, "zz-many-of": ["sap"] });
    expect(said.other).toEqual([
      { name: "zz-number", value: "3 almacenes" },
      { name: "zz-date", value: "pronto" },
      { name: "zz-many-of", value: '["sap","Oracle"]' },
    ]);
  });

  it("says it twice: the first that can be read counts, and boxes count together", async () => {
    const twice = await formWith(fieldsOfEachType, {
      "zz-number": "-",
      zz_number: "4",
      ZZNUMBER: "5",
      "zz-many-of": "own",
      zz_many_of: "sap",
    });
    expect(twice.contact.own).toEqual({ "zz-number": 4, "zz-many-of": ["sap", "own"] });
    expect(twice.other).toEqual([
      { name: "zz-number", value: "-" },
      { name: "ZZNUMBER", value: "5" },
    ]);
  });
});

describe("any declaration", () => {
  it("reads back a value of the right type, however it is written in either language", async () => {
    const any = anyFields.chain((fields) =>
      fc.record({
        fields: fc.constant(fields),
        values: fc.tuple(...fields.map(anyValueOf)),
        language: fc.constantFrom<Language[]>("es", "en"),
        form: fc.nat(20),
      }),
    );
    await fc.assert(
      fc.asyncProperty(any, async ({ fields, values, language, form }) => {
        const written = fields.map((field, i) => {
          const forms = writtenForms(field, values[i] ?? "", language);
          return [field.id, forms[form % forms.length]];
        });
        const given = { ...rules, ownFields: fields, defaultLanguage: language };
        const body = { email: "a@b.example", ...Object.fromEntries(written) };
        const { submission } = await accepted(jsonPost(body), given);
        expect(submission.contact.own).toEqual(Object.fromEntries(fields.map(({ id }, i) => [id, values[i]])));
        expect(submission.other).toEqual([]);
      }),
    );
  });

  it("never loses what was said: it is the value, or it is kept as it was written", async () => {
    const said = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.array(fc.string({ maxLength: 9 }), { maxLength: 3 }),
    );
    await fc.assert(
      fc.asyncProperty(anyFields, said, async (fields, value) => {
        const { contact, other } = await formWith(fields, Object.fromEntries(fields.map(({ id }) => [id, value])));
        const isEmpty = JSON.stringify(value)?.replace(/[^\p{L}\p{N}\p{P}\p{S}]|\\[a-z]|["[\],\\]/gu, "") === "";
        for (const { id } of fields)
          expect(isEmpty || value === null || id in (contact.own ?? {}) || other.some(({ name }) => name === id)).toBe(
            true,
          );
      }),
    );
  });
});
