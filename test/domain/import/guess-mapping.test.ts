import { describe, expect, it } from "vitest";
import type { OwnField } from "../../../lambdas/contract/agreement.ts";
import { guessMapping } from "../../../lambdas/domain/import/guess-mapping.ts";

const erp: OwnField = {
  id: "erp",
  label: { es: "ERP que usa", en: "ERP in use" },
  type: "one-of",
  options: [{ id: "sap", label: { es: "SAP", en: "SAP" } }],
  shown: ["lead"],
};
const guess = (text: string, language: "es" | "en" = "es") =>
  guessMapping(
    text.split("\n").map((line) => line.split(";").map((cell) => cell.trim())),
    { ownFields: [erp], language },
  );
const targets = (text: string) => guess(text).columns.map((column) => column.guess);
const body = "\nAna;ana@b.example\nEva;eva@b.example";

describe("what the columns of a list seem to be", () => {
  it.each<[string, string, string[]]>([
    [
      "Spanish",
      "Nombre;Apellidos;Correo electrónico;Empresa;Cargo;Teléfono;País;Provincia",
      ["firstName", "lastName", "email", "company", "jobTitle", "phone", "country", "region"],
    ],
    [
      "English",
      "First Name;Last Name;E-mail Address;Company;Job Title;Phone;Country;State",
      ["firstName", "lastName", "email", "company", "jobTitle", "phone", "country", "region"],
    ],
    [
      "of a CRM",
      "firstname;lastname;email;company;jobtitle;phone;numemployees;industry",
      ["firstName", "lastName", "email", "company", "jobTitle", "phone", "companySize", "industry"],
    ],
    [
      "as people label them",
      "Nombre y apellidos;Correo (obligatorio);Teléfono móvil;Nº empleados;ERP que usa;Newsletter",
      ["name", "email", "phone", "companySize", "erp", "consent"],
    ],
    ["as people ask for consent", "Correo;Acepta correos", ["email", "consent"]],
    ["counted", "Email 1;Email 2;Phone 1 - Value;Phone 2 - Value", ["email", "other", "phone", "phone"]],
    ["unknown, which are kept beside", "E-mail;Stand;Notas internas del CRM", ["email", "other", "other"]],
    [
      "of what steers a form, which no list does",
      "email;_gotcha;visitor id;utm_source",
      ["email", "other", "other", "other"],
    ],
  ])("by headers: %s", (_, header, expected) => {
    const values = expected.map((field) => (field === "email" ? "ana@b.example" : "x")).join(";");
    expect(targets(`${header}\n${values}`)).toEqual(expected);
  });

  it("by what they hold, where there is no header", () => {
    const found = guess("Ana;ana@b.example;+34 600 111 222;08001\nEva;eva@b.example;(91) 555 44 33;28001");
    expect(found.headerRows).toBe(0);
    expect(found.columns.map(({ guess: to, by }) => [to, by])).toEqual([
      ["ignore", "none"],
      ["email", "content"],
      ["phone", "content"],
      ["ignore", "none"],
    ]);
  });

  it("by what they hold, where the header says nothing", () => {
    expect(targets(`Quién;Dónde${body}`)).toEqual(["other", "email"]);
  });

  it("are no addresses because the header says mail", () => {
    expect(targets("Correo;Contacto web\nsí;ana@b.example\nno;eva@b.example")).toEqual(["other", "email"]);
  });

  it("are left out when they have neither a name nor a value", () => {
    expect(targets("correo;;vacía\na@b.example;x;\nb@b.example;y;")).toEqual(["email", "ignore", "ignore"]);
  });

  it("are shown with their first values, each once", () => {
    expect(guess("correo;sector\na@b.example;Metal\nb@b.example;Metal\nc@b.example;Papel").columns[1]).toEqual({
      column: 1,
      header: "sector",
      samples: ["Metal", "Papel"],
      guess: "industry",
      by: "header",
    });
  });
});

describe("the header of a list", () => {
  it.each([
    ["is its first row", `Nombre;Correo${body}`, 1],
    ["stands below a title and an empty row", `Asistentes de la feria\n\nNombre;Correo${body}`, 3],
    ["is not there", "Ana;ana@b.example\nEva;eva@b.example", 0],
    ["is not there below a title", "Asistentes\nAna;ana@b.example\nEva;eva@b.example", 1],
    ["has words of its own", `Quién;Dónde${body}`, 1],
    ["is all there is", "Nombre;Correo", 1],
  ])("%s", (_, text, rows) => {
    expect(guess(text).headerRows).toBe(rows);
  });
});

describe("the order of dates", () => {
  it.each([
    ["the day is above 12", ["13/04/2026", "03/04/2026"], { is: "dmy", isSure: true }],
    ["the month is above 12 in the second place", ["04/13/2026", "03/04/2026"], { is: "mdy", isSure: true }],
    ["ISO", ["2026-04-13", "2026-04-03"], { is: "ymd", isSure: true }],
    ["two figures of the year", ["13/04/26"], { is: "dmy", isSure: true }],
    ["nothing says which", ["03/04/2026"], { is: "dmy", isSure: false, example: "03/04/2026" }],
    ["both", ["13/04/2026", "04/13/2026", "03/04/2026"], { is: "dmy", isSure: false }],
    ["the same day and month", ["04/04/2026"], { is: "dmy", isSure: true }],
    ["no dates", ["x"], { is: "dmy", isSure: true }],
  ])("is told by the list: %s", (_, days, expected) => {
    const text = ["correo;alta", ...days.map((day) => `a@b.example;${day}`)].join("\n");
    expect(guess(text).dateOrder).toMatchObject(expected);
  });

  it("is the language's where nothing tells", () => {
    expect(guess("mail;since\na@b.example;03/04/2026", "en").dateOrder).toMatchObject({ is: "mdy", isSure: false });
  });
});

describe("the decimal sign", () => {
  it.each([
    ["a comma", ["1,5", "2"], { is: ",", isSure: true }],
    ["a comma behind thousands", ["1.234.567,5", "1.234"], { is: ",", isSure: true }],
    ["a point", ["1,234.50", "12.25"], { is: ".", isSure: true }],
    ["whole numbers", ["12", "1500"], { is: ",", isSure: true }],
    ["nothing says which", ["1.234"], { is: ",", isSure: false, example: "1.234" }],
    ["both", ["1.5", "2,5"], { isSure: false }],
  ])("is told by the list: %s", (_, numbers, expected) => {
    const text = ["correo;importe", ...numbers.map((number) => `a@b.example;${number}`)].join("\n");
    expect(guess(text).decimal).toMatchObject(expected);
  });
});
