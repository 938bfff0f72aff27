import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { main } from "../../bin/import-leads.ts";
import { now } from "../builders/now.ts";
import { typed } from "./typed.ts";

const folder = mkdtempSync(path.join(tmpdir(), "import-leads-"));
afterAll(() => rmSync(folder, { recursive: true }));

const listOf = (text: string, name = "Feria de Bilbao.csv"): string => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};
const fair = listOf(
  [
    "Visitantes",
    "",
    "Quién;Correo;Empresa;Boletín",
    "Ana;ana@b.example;Aceros;sí",
    "Eva;eva@;Papel;no",
    "Iván;ana@b.example;Aceros;quizá",
  ].join("\r\n"),
);
const tryIt = (...args: string[]) => typed(main, ["--try", "--language", "en", ...args], { now: () => now });

describe("npm run leads:import -- --try", () => {
  it("says how the list is read, what each column is, and what would become of the rows", async () => {
    const { code, out, err } = await tryIt(fair);
    expect([code, err]).toEqual([1, ""]);
    expect(out).toContain("CSV, utf-8, separated by ;; the first lead is in row 4.");
    expect(out).toMatch(/^ {2}B {2}Correo +email +ana@b.example$/m);
    expect(out).toContain("3 rows: 1 would be leads");
    expect(out).toContain("row 5: The e-mail address is not valid");
    expect(out).toContain("row 6: Row 4 already has this address");
  });

  it("tells every row, by the columns and the consent that are said", async () => {
    const list = listOf("a;b;c\nAna;ana@b.example;sí\nEva;eva@b.example;quizá\n", "a.csv");
    const { code, out } = await tryIt(
      list,
      "--rows",
      "--map",
      "a=name, C=consent",
      "--consent",
      "per-row",
      "--proof",
      "Stand 12",
    );
    expect(code).toBe(0);
    expect(out).toContain("row 2: New lead. Agrees to mails.");
    expect(out).toContain("row 3: New lead. The consent is not understood");
    expect(out).toContain("1 agree to mails; 1 consents are not understood");
  });

  it("writes the refused rows as a list to correct", async () => {
    const refused = path.join(folder, "refused.csv");
    await tryIt(fair, "--refused", refused);
    expect(readFileSync(refused, "utf8").split("\r\n")).toEqual([
      "\uFEFFQuién,Correo,Empresa,Boletín,Row of the list,Reason for the refusal",
      "Eva,eva@,Papel,no,5,The e-mail address is not valid: check that it is like name@company.com.",
      "Iván,ana@b.example,Aceros,quizá,6,Row 4 already has this address: the first one counts.",
      "",
    ]);
  });

  it.each([
    ["a column that there is not", ["--map", "Z=phone"], 'there is no column "Z"'],
    ["a field that there is not", ["--map", "A=shoes"], '"shoes" is no field'],
    ["two addresses", ["--map", "A=email"], "as another one is"],
    ["no address", ["--map", "B=other"], "No column is the e-mail address"],
    ["consents without their proof", ["--consent", "consented"], "--proof is missing"],
    ["an origin that is no ID", ["--origin", "Feria de Bilbao"], "--origin must be an ID"],
    ["a header longer than the list", ["--header-rows", "9"], "no rows below the header"],
    ["another encoding", ["--encoding", "ebcdic"], "--encoding must be one of"],
  ])("ends with 2 for %s", async (_, args, said) => {
    const { code, err } = await tryIt(fair, ...args);
    expect(code).toBe(2);
    expect(err).toContain(said);
  });

  it("ends with 1 when the file is no list, and says what to do", async () => {
    const { code, err } = await tryIt(listOf("<html><table></table></html>", "old.xls"));
    expect(code).toBe(1);
    expect(err).toContain("Open it in Excel, and save it as XLSX or CSV");
  });
});
