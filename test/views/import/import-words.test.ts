import { describe, expect, it } from "vitest";
import { rowRefusals, unreadableBecause } from "../../../lambdas/contract/imports.ts";
import { guessMapping } from "../../../lambdas/domain/import/guess-mapping.ts";
import { readTable } from "../../../lambdas/domain/import/read-table.ts";
import { refusedCsv } from "../../../lambdas/views/import/refused-csv.ts";
import { sayUnreadable } from "../../../lambdas/views/import/say-unreadable.ts";
import { sayVerdict } from "../../../lambdas/views/import/say-verdict.ts";

describe("what becomes of a row", () => {
  it("is told with its consent", () => {
    expect(sayVerdict({ is: "new", consent: "yes" })).toEqual({
      es: "Lead nuevo. Acepta recibir correos.",
      en: "New lead. Agrees to mails.",
    });
  });

  it("is told of a known lead: what it fills, what differs, and that nothing is mailed", () => {
    const verdict = {
      is: "known",
      leadId: "1",
      fills: ["region", "phone"],
      differs: ["company"],
      consent: "yes",
      mail: "unsubscribed",
    } as const;
    expect(sayVerdict(verdict)).toEqual({
      es: "Ya lo conocemos. Completa: Región o provincia y Teléfono. Difiere y se guarda al lado, sin sustituir nada: Empresa. Se dio de baja: no recibe correos, diga lo que diga la lista.",
      en: "Known already. Fills in: Region and Phone. Differs and is kept beside, replacing nothing: Company. Has unsubscribed: gets no mails, whatever the list says.",
    });
  });

  it("is told with what was not understood", () => {
    const notes = [{ field: "phone", because: "number-in-scientific-notation" } as const];
    expect(sayVerdict({ is: "new", consent: "none", notes }).en).toBe(
      "New lead. No consent: gets no content. The spreadsheet has cut the number short (3.46E+10): format the column as text and export it again. Not understood, and kept as written: Phone.",
    );
  });

  it.each(rowRefusals)("is told when it is refused: %s", (because) => {
    const { es, en } = sayVerdict({ is: "refused", because });
    expect(es).toMatch(/\.$/);
    expect(en).toMatch(/\.$/);
    expect(es).not.toBe(en);
  });

  it("names the row that has the address first", () => {
    expect(sayVerdict({ is: "refused", because: "duplicate-in-list", ofRow: 4 }).es).toContain("fila 4");
  });
});

describe("a file that cannot be read", () => {
  it.each(unreadableBecause)("is told with what to do: %s", (because) => {
    const { es, en } = sayUnreadable(because);
    expect(es.split(/\. |: /).length).toBeGreaterThan(1);
    expect(es).not.toBe(en);
  });
});

describe("the refused rows", () => {
  const rows = [
    { row: 3, cells: ["Ana", "ana@"], verdict: { is: "refused", because: "invalid-email" } },
    { row: 7, cells: ["=1+1", "", "x"], verdict: { is: "refused", because: "no-email" } },
  ] as const;

  it("come back as the list had them, with their number and the reason", () => {
    expect(refusedCsv(rows, "es", { header: ["Nombre", "Correo"] })).toBe(
      [
        "\uFEFFNombre;Correo;C;Fila de la lista;Motivo del rechazo",
        "Ana;ana@;;3;El correo no es válido: revisa que sea como nombre@empresa.es.",
        `"'=1+1";;x;7;Falta el correo.`,
        "",
      ].join("\r\n"),
    );
  });

  it.each(["es", "en"] as const)("can be imported again, in %s", async (language) => {
    const read = await readTable(Buffer.from(refusedCsv(rows, language, { header: ["Nombre", "Correo"] })));
    if (!read.ok) throw new Error(read.because);
    const { columns, headerRows } = guessMapping(read.table.rows, { ownFields: [], language });
    expect(headerRows).toBe(1);
    expect(columns.map(({ guess }) => guess)).toEqual(["firstName", "email", "other", "ignore", "ignore"]);
  });
});
