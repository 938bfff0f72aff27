import { describe, expect, it } from "vitest";
import type { ImportTerms } from "../../../lambdas/contract/imports.ts";
import { isoDay, letters, listNumber } from "../../../lambdas/domain/import/list-values.ts";
import { isEmptyRow, rowReader } from "../../../lambdas/domain/import/parse-row.ts";
import { now } from "../../builders/now.ts";
import { fieldsOfEachType } from "../../builders/own-fields.ts";
import { rules as formRules, submissionOf } from "../capture/request.ts";

const rules = { ...formRules, country: "ES", ownFields: fieldsOfEachType };

const terms = (columns: readonly string[], more: Partial<ImportTerms> = {}): ImportTerms => ({
  mapping: columns.map((to, column) => ({ column, to })),
  headerRows: 1,
  dateOrder: "dmy",
  decimal: ",",
  origin: "feria-2026",
  basis: { is: "none" },
  ...more,
});

const read = (cells: Record<string, string>, more: Partial<ImportTerms> = {}, header: string[] = []) =>
  rowReader({ terms: terms(Object.keys(cells), more), header, rules })(Object.values(cells));
const lead = (cells: Record<string, string>, more: Partial<ImportTerms> = {}, header: string[] = []) => {
  const row = read({ email: "ana@b.example", ...cells }, more, header);
  if (!row.ok) throw new Error(`refused: ${row.because}`);
  return row;
};

describe("a row", () => {
  it("reads as a form reads", async () => {
    const cells = {
      email: "Ana Gil <ANA@b.example>",
      firstName: "ana",
      lastName: "Gil",
      company: "Aceros Gil",
      jobTitle: "Directora",
      phone: "600 111 222",
      companySize: "50 a 249",
      country: "Deutschland",
      language: "English",
    };
    const form = await submissionOf({ ...cells });
    const { submission } = lead(cells);
    expect(submission).toMatchObject({
      email: form.email,
      contact: { name: "ana Gil", companySize: 50, country: "DE" },
    });
    expect(submission.contact.company).toBe(form.contact.company);
    expect(submission.language).toBe("en");
    expect(submission.languageChosen).toBe(true);
  });

  it("has its origin and campaign from the list's terms, and a language that nobody has chosen", () => {
    const { submission } = lead(
      {},
      { campaign: "primavera", language: "en", engagement: { kind: "fair-visit", at: now } },
    );
    expect(submission).toMatchObject({
      origin: "feria-2026",
      utm: { campaign: "primavera" },
      did: [{ kind: "fair-visit" }],
      language: "en",
      languageChosen: false,
    });
  });

  it.each([
    ["no address", { email: "" }, "no-email"],
    ["a placeholder", { email: "n/a" }, "no-email"],
    ["a dash", { email: "-" }, "no-email"],
    ["an address that is none", { email: "ana@" }, "invalid-email"],
    ["a formula", { email: '=HYPERLINK("http://x.example","a")' }, "invalid-email"],
    ["the header again", { email: "Correo" }, "invalid-email"],
  ])("is refused for %s", (_, cells, because) => {
    expect(read({ ...cells, name: "Ana" })).toEqual({ ok: false, because, field: "email" });
  });

  it("that is empty is none", () => {
    expect(isEmptyRow(["", " ", "\t"])).toBe(true);
    expect(isEmptyRow(["", "x"])).toBe(false);
  });

  it("keeps beside the lead what has no field, by the name of its column", () => {
    const { submission } = lead({ other: "Stand 12", ignore: "secreto" }, {}, ["Correo", "Empresa", "Interno"]);
    // `Empresa` is no company when a colleague says that it is none.
    expect(submission.other).toEqual([{ name: "Empresa", value: "Stand 12" }]);
    expect(submission.contact).toEqual({});
    expect(lead({ other: "x" }).submission.other).toEqual([{ name: "B", value: "x" }]);
  });

  it("is shorter than the mapping when its last cells are empty", () => {
    const row = rowReader({ terms: terms(["email", "name", "phone"]), header: [], rules })(["ana@b.example"]);
    expect(row).toMatchObject({ ok: true, notes: [], submission: { contact: {} } });
  });

  it("makes one value of several columns where a field can have several", () => {
    const row = rowReader({ terms: terms(["email", "phone", "phone"]), header: [], rules })([
      "ana@b.example",
      "600111222",
      "910000000",
    ]);
    expect(row).toMatchObject({ ok: true, submission: { contact: { phone: "600111222, 910000000" } } });
  });

  it("keeps a formula as a text", () => {
    const { submission } = lead({ company: '=HYPERLINK("http://x.example";"Aceros")', name: "'=Ana" });
    expect(submission.contact).toMatchObject({ company: '=HYPERLINK("http://x.example";"Aceros")', name: "=Ana" });
  });

  it("has no telephone that a spreadsheet has cut short", () => {
    const { submission, notes } = lead({ phone: "3,46E+10" });
    expect(submission.contact.phone).toBeUndefined();
    expect(submission.other).toEqual([{ name: "phone", value: "3,46E+10" }]);
    expect(notes).toEqual([{ field: "phone", because: "number-in-scientific-notation" }]);
  });

  it("says what was not understood, and keeps it", () => {
    const { submission, notes } = lead({ phone: "preguntar", language: "klingon", companySize: "50 personas" });
    expect(notes).toEqual([
      { field: "phone", because: "unread" },
      { field: "language", because: "unread" },
    ]);
    expect(submission.contact.companySize).toBe(50);
    expect(submission.other).toContainEqual({ name: "phone", value: "preguntar" });
  });
});

describe("the agreement's own fields of a row", () => {
  const own = (cells: Record<string, string>, more: Partial<ImportTerms> = {}) => lead(cells, more);

  it.each([
    ["dmy", "03/04/2026", "2026-04-03"],
    ["mdy", "03/04/2026", "2026-03-04"],
    ["ymd", "2026/04/03", "2026-04-03"],
    ["mdy", "2026-04-03", "2026-04-03"],
    ["dmy", "3.4.26", "2026-04-03"],
    ["dmy", "03/04/2026 10:30", "2026-04-03"],
    ["dmy", "3 de abril de 2026", "2026-04-03"],
  ] as const)("have days in the order %s: %s", (dateOrder, text, day) => {
    expect(own({ "zz-date": text }, { dateOrder }).submission.contact.own).toEqual({ "zz-date": day });
  });

  it.each([
    ["dmy", "04/13/2026"],
    ["mdy", "13/04/2026"],
    ["dmy", "31/02/2026"],
  ] as const)("have no day that is none in the order %s: %s", (dateOrder, text) => {
    const { submission, notes } = own({ "zz-date": text }, { dateOrder });
    expect(submission.contact.own).toBeUndefined();
    expect(submission.other).toEqual([{ name: "zz-date", value: text }]);
    expect(notes).toEqual([{ field: "zz-date", because: "unread" }]);
  });

  it.each([
    [",", "1.234,56", 1234.56],
    [",", "1,5", 1.5],
    [",", "1.234", 1234],
    [",", "12,345", 12.345],
    [".", "1,234.56", 1234.56],
    [".", "1,234", 1234],
    [".", "1.2340", 1.234],
    [",", "1234.50", 1234.5],
    [",", "1 234,5", 1234.5],
  ] as const)("have numbers with the decimal sign %s: %s", (decimal, text, number) => {
    expect(own({ "zz-number": text }, { decimal }).submission.contact.own).toEqual({ "zz-number": number });
  });

  it("have amounts with their currency", () => {
    expect(own({ "zz-money": "12.500,50 €" }).submission.contact.own).toEqual({ "zz-money": 12_500.5 });
  });

  it("have options by their labels", () => {
    expect(own({ "zz-one-of": "SAP", "zz-yes-no": "Sí" }).submission.contact.own).toEqual({
      "zz-one-of": "sap",
      "zz-yes-no": true,
    });
  });
});

const proof = "Formulario en papel del stand 12, feria de Bilbao: «Acepto recibir novedades»";

describe("the consent of a row", () => {
  it("is none when nobody has agreed", () => {
    expect(lead({})).toMatchObject({ consent: "none", submission: { consents: [] } });
  });

  it("is the list's, with its proof", () => {
    const at = "2026-02-20T09:00:00.000Z";
    const { consent, submission } = lead({}, { basis: { is: "consented", proof, at } });
    expect(consent).toBe("yes");
    expect(submission.consents).toMatchObject([{ purpose: "news", at, said: proof }]);
    expect(submission.consents[0]?.confirmedAt).toBeUndefined();
  });

  it("was not given in the future", () => {
    const { submission } = lead({}, { basis: { is: "consented", proof, at: "2027-01-01T00:00:00.000Z" } });
    expect(submission.consents[0]?.at).toBe(now);
  });

  it.each([
    ["Sí", "yes", 1],
    ["x", "yes", 1],
    ["acepto", "yes", 1],
    ["No", "no", 0],
    ["baja", "not-understood", 0],
    ["quizá", "not-understood", 0],
    ["", "none", 0],
  ])("is what the row says: %s", (said, consent, count) => {
    const row = lead({ consent: said }, { basis: { is: "per-row", proof } });
    expect(row.consent).toBe(consent);
    expect(row.submission.consents).toHaveLength(count);
    expect(row.submission.declined ?? []).toHaveLength(consent === "no" ? 1 : 0);
  });

  it("keeps the row's words beside the proof, and its day", () => {
    const { submission } = lead({ consent: "Sí", consentAt: "03/02/2026" }, { basis: { is: "per-row", proof } });
    expect(submission.consents).toMatchObject([{ said: `Sí · ${proof}`, at: "2026-02-02T23:00:00.000Z" }]);
  });

  it("has the list's day where the row has none", () => {
    const basis = { is: "per-row", proof, at: "2026-02-20T09:00:00.000Z" } as const;
    expect(lead({ consent: "Sí" }, { basis }).submission.consents).toMatchObject([{ at: basis.at }]);
    expect(lead({ consent: "Sí", consentAt: "pronto" }, { basis }).submission.consents).toMatchObject([
      { at: basis.at },
    ]);
  });

  it("keeps words that are neither", () => {
    const { submission } = lead({ consent: "preguntar" }, { basis: { is: "per-row", proof } });
    expect(submission.other).toEqual([{ name: "consent", value: "preguntar" }]);
  });
});

describe("the values of a list", () => {
  it("stay as they are where they are no day or number in figures", () => {
    expect(isoDay("mañana", "dmy")).toBe("mañana");
    expect(listNumber("doce", ",")).toBeUndefined();
  });

  it.each([
    [0, "A"],
    [25, "Z"],
    [26, "AA"],
    [199, "GR"],
  ])("have columns by letters: %i", (column, name) => {
    expect(letters(column)).toBe(name);
  });
});
