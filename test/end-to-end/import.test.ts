/** A list of a fair on the deployed template: as a colleague uploads it, and as it becomes leads, or does not. */
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import {
  ImportListSchema,
  type ImportRefused,
  ImportRefusedSchema,
  ImportRowsSchema,
  type ImportTerms,
} from "../../lambdas/contract/imports.ts";
import { asking } from "./board-api.ts";
import { importing } from "./import-by-api.ts";
import { listsThatWait } from "./import-pace.ts";
import { onTheBoardsPage } from "./import-page.ts";
import { eventually, leadIdOf, leadItems, outputs, post, someone } from "./pipeline.ts";

type Ask = Awaited<ReturnType<typeof asking>>;

const terms: ImportTerms = {
  mapping: [
    { column: 0, to: "name" },
    { column: 1, to: "email" },
    { column: 2, to: "company" },
    { column: 3, to: "phone" },
    { column: 4, to: "consent" },
  ],
  headerRows: 1,
  dateOrder: "dmy",
  decimal: ",",
  language: "es",
  origin: "feria-de-logistica",
  campaign: "Stand 12",
  basis: { is: "per-row", proof: "Marta, stand 12, formulario en papel" },
};

/** As Excel saves "Unicode text". */
const utf16 = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(`\uFEFF${rows.map((cells) => cells.join("\t")).join("\r\n")}\r\n`, "utf16le");

const mark = randomUUID().slice(0, 8);
const at = (name: string) => `${name}@feria-${mark}.example`;
const known = someone({ phone: "+34 600 111 222" }).body;

let marketing: Awaited<ReturnType<typeof importing>>;
let manager: Ask;

describe("a list of a fair", () => {
  let importId: string;
  beforeAll(async () => {
    [marketing, manager] = await Promise.all([importing("marketing"), asking("manager")]);
    await post("/leads", known);
    await eventually("the known lead", () => leadIdOf(known.email).catch(() => undefined));
    importId = await marketing.uploaded(
      utf16([
        ["Nombre y apellidos", "Correo", "Empresa", "Teléfono", "Acepta correos"],
        ["Nuria Peña", at("nuria"), "Logística Peña", "600 000 001", "sí"],
        ["Óscar Núñez", at("oscar"), "Núñez e Hijos", "600 000 002", "quizá"],
        ["Lucía Marín", known.email, "Otra empresa", "600 111 222", "sí"],
        ['=HYPERLINK("http://malo.example")', at("formula"), "+1+1", "", ""],
        ["Sin correo", "", "Empresa", "", ""],
        ["Nuria otra vez", at("nuria").toUpperCase(), "Peña", "", ""],
      ]),
      "feria.txt",
    );
  });

  it("is read as Excel saves it, tried without storing anything, and taken in by its terms", async () => {
    const read = await marketing.inState(importId, "mapping");
    expect(read).toMatchObject({
      read: { format: "csv", encoding: "utf-16le", separator: "\t" },
      bytes: expect.any(Number),
    });
    expect(read.preview?.[1]?.[0]).toBe("Nuria Peña");
    expect(await marketing.decide(importId, "terms", { terms })).toBe(200);
    const tried = await marketing.inState(importId, "tried");
    expect(tried.counts).toMatchObject({ new: 3, known: 1, refused: 2, consentYes: 2, consentNotUnderstood: 1 });
    await expect(leadIdOf(at("nuria"))).rejects.toThrow();
    expect(await marketing.decide(importId, "start")).toBe(200);
    const done = await marketing.inState(importId, "done");
    expect(done.counts).toMatchObject({ new: 3, known: 1, refused: 2, differing: 1 });
    const nuria = await leadItems(await leadIdOf(at("nuria")), "PROFILE");
    expect(nuria).toMatchObject([
      { importId, source: "feria-de-logistica", contact: { name: "Nuria Peña", company: "Logística Peña" } },
    ]);
    const formula = await leadItems(await leadIdOf(at("formula")), "PROFILE");
    expect(formula).toMatchObject([{ contact: { name: '=HYPERLINK("http://malo.example")' } }]);
    const before = await leadItems(await leadIdOf(known.email), "PROFILE");
    expect(before).toMatchObject([{ contact: { company: known.company } }]);
  });

  it("says of each row what became of it, and gives the refused ones back, without a formula in them", async () => {
    await eventually("the rows are cleared away", async () =>
      (await marketing.viewOf(importId)).actions.includes("refused") ? true : undefined,
    );
    const { rows } = ImportRowsSchema.parse((await marketing.ask(`imports/${importId}/rows?verdict=refused`)).body);
    expect(rows.map(({ row, verdict }) => [row, verdict])).toEqual([
      [6, { is: "refused", because: "no-email", field: "email" }],
      [7, { is: "refused", because: "duplicate-in-list", field: "email", ofRow: 2 }],
    ]);
    const refused: ImportRefused = ImportRefusedSchema.parse(
      (await manager(`imports/${importId}/refused?language=es`)).body,
    );
    expect(refused.csv).toContain("Nuria otra vez");
    expect(refused.csv).not.toContain("Nuria Peña");
    const { imports } = ImportListSchema.parse((await manager("imports")).body);
    expect(imports.map((each) => each.importId)).toContain(importId);
    expect((await (await asking("rep"))(`imports/${importId}`)).status).toBe(403);
  });

  it("is undone but for those with whom somebody has done something since", async () => {
    await post("/leads", { email: at("oscar"), message: "Llámenme" });
    const oscar = await leadIdOf(at("oscar"));
    await eventually("the form of a lead that the list has added", async () =>
      (await leadItems(oscar, "SUBMISSION#")).length > 1 ? true : undefined,
    );
    expect(await marketing.decide(importId, "undo")).toBe(200);
    const undone = await marketing.inState(importId, "undone");
    expect(undone.undone).toMatchObject({ erased: 2, kept: { form: 1 }, leads: [{ leadId: oscar, because: "form" }] });
    await expect(leadIdOf(at("nuria"))).rejects.toThrow();
    expect(await leadIdOf(known.email)).toBeDefined();
  });
});

it("a list is not what a workbook of Excel 97 is, and says so", async () => {
  const importId = await marketing.uploaded(Buffer.from("d0cf11e0a1b11ae1", "hex"), "viejo.xls");
  expect(await marketing.inState(importId, "unreadable")).toMatchObject({
    unreadable: "old-excel",
    actions: ["read", "stop"],
  });
  expect(outputs.stack.ImportsBucketName).toBeDefined();
});

// In one file, and so one after the other: all lists share the pace, and the last of these takes all that it leaves.
onTheBoardsPage();
listsThatWait();
