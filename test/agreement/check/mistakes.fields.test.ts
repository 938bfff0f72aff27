import { describe, expect, it } from "vitest";
import { altered, isFound, loadText, type Mistake, problemsOf } from "../explain/altered.ts";

const warehouses = "  - id: warehouses\n    label: { es: Almacenes, en: Warehouses }\n    type: number\n";

describe("a field of the agreement's own", () => {
  it.each<Mistake>([
    [
      "  - id: erp\n",
      "  - id: warehouses\n",
      "  - id: warehouses\n    label: { es: ERP",
      'fields[1].id: "warehouses" is listed already; expected each entry once',
    ],
    [
      warehouses,
      warehouses.replace("id: warehouses", "id: company"),
      "- id: company",
      'fields[0].id: "company" means company, which every agreement knows already; expected another name',
    ],
    [
      warehouses,
      warehouses.replace("es: Almacenes", "es: Número de empleados"),
      "Número de empleados, en",
      'fields[0].label.es: "Número de empleados" means companySize, which every agreement knows already',
    ],
    [
      "[qué erp, ",
      "[WAREHOUSES, ",
      "[WAREHOUSES",
      'fields[1].called[0]: forms call "warehouses" so already, "WAREHOUSES"; expected another name',
    ],
    ["en: Warehouses }", 'en: " " }', 'en: " "', 'fields[0].label.en: found " "; expected words'],
    ["[qué erp, ", '["***", ', '["***"', 'fields[1].called[0]: found "***"; expected words'],
    [
      warehouses,
      warehouses.replace("number", "one-of"),
      "  - id: warehouses",
      "fields[0]: one-of needs options; expected options: a list",
    ],
    [
      "    type: one-of\n",
      "    type: yes-no\n",
      "    options:\n",
      "fields[1].options: yes-no has no options; expected type: one-of or many-of",
    ],
    [
      "{ id: odoo, label: { es: Odoo",
      "{ id: odoo, label: { es: SAP",
      "id: odoo",
      'fields[1].options[3]: "sap" is the name of "sap" too; expected another',
    ],
    [
      warehouses,
      warehouses.replace("number", "number\n    currency: EUR"),
      "currency: EUR",
      "fields[0].currency: number has no currency; expected type: money",
    ],
    [
      warehouses,
      warehouses.replace("number", "money\n    currency: XEU"),
      "currency: XEU",
      'fields[0].currency: "XEU" is no currency in use; expected an ISO 4217 code',
    ],
    [
      warehouses,
      warehouses.replace("number", "figure"),
      "type: figure",
      'fields[0].type: found "figure"; expected one of: text, number, money, date, yes-no, one-of, many-of',
    ],
  ])("%j -> %j", isFound);
});

describe("a test of such a field", () => {
  const several = "field: warehouses\n        test: { atLeast: 2 }";
  const asked = (field: string, test: string, problem: string): Mistake => [
    several,
    `field: ${field}\n        test: { ${test} }`,
    problem.startsWith(".field") ? `field: ${field}\n        test: { ${test} }` : `test: { ${test} }`,
    `personas[0].criteria[7]${problem}`,
  ];

  it.each<Mistake>([
    asked(
      "warehouse",
      "atLeast: 2",
      '.field: "warehouse" is not the id of a field; expected one of: jobTitle, company,',
    ),
    asked("Warehouses", "atLeast: 2", '.field: found "Warehouses"; expected one of: jobTitle, company,'),
    asked("warehouses", "contains: [two]", '.test.contains: "warehouses" is of type number; expected atLeast, exists'),
    asked("warehouses", "after: 2027-01-01", '.test.after: "warehouses" is of type number; expected atLeast, exists'),
    asked("warehouses", "atLeast: 5, atMost: 4", ".test.atMost: found 4; expected at least atLeast, which is 5"),
    asked("erp", "atLeast: 2", '.test.atLeast: "erp" is of type one-of; expected equals, oneOf, noneOf, exists'),
    asked("erp", "oneOf: [sap, oracle]", '.test.oneOf[1]: "oracle" is not the id of a option'),
    asked("jobTitle", "before: 2027-01-01", ".test.before: before works on dates only; expected a field of type: date"),
    asked("phone", "within: 90 days", ".test.within: within works on dates only; expected a field of type: date"),
    asked("phone", "after: 2027-01-01", ".test.after: after works on dates only; expected a field of type: date"),
  ])("%j -> %j", isFound);

  const ofDate = warehouses.replace("number", "date");
  const withDate = (test: string) =>
    problemsOf(
      loadText(
        altered(several, `field: jobTitle\n        test: { seniority: manager }`)
          .replace(warehouses, ofDate)
          .replace(
            "when: { field: warehouses, test: { atLeast: 2 } }",
            `when: { field: warehouses, test: { ${test} } }`,
          ),
      ),
    );

  it("is checked where content is for some leads only", () => {
    expect(withDate("after: 2026-12-31, before: 2027-04-01")).toEqual([]);
    expect(withDate("before: 2027-04-01")).toEqual([]);
    expect(withDate("after: 2026-12-31, before: 2026-12-31")).toContainEqual(
      expect.stringContaining(".when.test.before: found 2026-12-31; expected a day later than 2026-12-31"),
    );
    expect(withDate("atLeast: 2")).toContainEqual(
      expect.stringContaining(
        '.when.test.atLeast: "warehouses" is of type date; expected after, before, within, exists',
      ),
    );
    expect(withDate("within: 90 days")).toEqual([]);
    expect(withDate("within: 2 working days")).toContainEqual(
      expect.stringContaining("expected a length of time without working units"),
    );
    expect(withDate("after: soon")).toContainEqual(expect.stringContaining("expected a date such as 2026-05-15"));
  });

  it("of yes or no asks for one of them", () => {
    const yesNo = (equals: string) =>
      problemsOf(
        loadText(
          altered(warehouses, warehouses.replace("number", "yes-no")).replaceAll(
            "{ atLeast: 2 }",
            `{ equals: ${equals} }`,
          ),
        ),
      );
    expect(yesNo("yes")).toEqual([]);
    expect(yesNo("maybe")).toContainEqual(expect.stringContaining('.test.equals: found "maybe"; expected yes or no'));
  });
});

describe("an industry with a name", () => {
  const food = "  - { id: food, label: { es: Alimentación, en: Food } }\n";
  const wine = "  - { id: wine, label: { es: Vino, en: Wine }, also: [ALIMENTACION] }\n";

  it.each<Mistake>([
    [
      food,
      `${food}${wine}`,
      "  - { id: wine",
      'industries[5]: "wine" is written like "food" in one of its ways; expected other words',
    ],
    [
      food,
      `${food}${wine.replace("id: wine", "id: food")}`,
      "  - { id: food, label: { es: Vino",
      'industries[5].id: "food" is listed already; expected each entry once',
    ],
  ])("%j -> %j", isFound);
});
