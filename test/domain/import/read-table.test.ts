import { deflateRawSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { ReadAsked } from "../../../lambdas/contract/imports.ts";
import { limits } from "../../../lambdas/contract/limits.ts";
import { readTable } from "../../../lambdas/domain/import/read-table.ts";
import { unpackWorkbook } from "../../../lambdas/domain/import/unpack-workbook.ts";
import { sheetXml, workbook } from "../../builders/workbook.ts";

const rowsOf = async (bytes: Uint8Array, asked?: ReadAsked) => {
  const read = await readTable(bytes, asked);
  if (!read.ok) throw new Error(`unreadable: ${read.because}`);
  return read.table;
};
const whyNot = async (bytes: Uint8Array, asked?: ReadAsked) => {
  const read = await readTable(bytes, asked);
  return read.ok ? "readable" : read.because;
};
const utf16 = (text: string, isBig = false): Uint8Array => {
  const bytes = Buffer.from(text, "utf16le");
  return isBig ? bytes.swap16() : bytes;
};

const list = "nombre;correo;tamaño\nMuñoz García;munoz@papelera.example;12\nLópez;lopez@acero.example;3\n";
const rows = [
  ["nombre", "correo", "tamaño"],
  ["Muñoz García", "munoz@papelera.example", "12"],
  ["López", "lopez@acero.example", "3"],
];

describe("the encoding of a list", () => {
  it.each([
    ["UTF-8", Buffer.from(list), "utf-8"],
    ["UTF-8 with a byte order mark", Buffer.from(`\uFEFF${list}`), "utf-8"],
    ["UTF-16 as Excel saves it", utf16(`\uFEFF${list}`), "utf-16le"],
    ["UTF-16 without a mark", utf16(list), "utf-16le"],
    ["UTF-16, big end first", utf16(`\uFEFF${list}`, true), "utf-16be"],
    ["UTF-16, big end first, without a mark", utf16(list, true), "utf-16be"],
    ["Latin-1", Buffer.from(list, "latin1"), "windows-1252"],
  ])("is recognised: %s", async (_, bytes, encoding) => {
    expect(await rowsOf(bytes)).toEqual({ read: { format: "csv", encoding, separator: ";" }, rows });
  });

  it("has the euro of Windows-1252 in it", async () => {
    const bytes = Buffer.from("correo;presupuesto\na@b.example;300 E\u00f1", "latin1");
    bytes[bytes.lastIndexOf(0x45)] = 0x80;
    expect((await rowsOf(bytes)).rows[1]).toEqual(["a@b.example", "300 €ñ"]);
  });

  it("stays UTF-8 for one broken character among many", async () => {
    const bytes = Buffer.concat([Buffer.from(list.repeat(20)), Buffer.from([0xf1]), Buffer.from("ez;a@b.example;1\n")]);
    const { read, rows: all } = await rowsOf(bytes);
    expect(read.encoding).toBe("utf-8");
    expect(all.at(-1)).toEqual(["\uFFFDez", "a@b.example", "1"]);
  });

  it("is the one that is asked for", async () => {
    const bytes = Buffer.from(list);
    expect((await rowsOf(bytes, { encoding: "windows-1252" })).rows[0]?.[2]).toBe("tamaÃ±o");
  });
});

describe("the separator of a list", () => {
  it.each([
    ["commas", "name,email\nAna,a@b.example", ","],
    ["semicolons, and commas in a value", "nombre;correo\nGil, Ana;a@b.example\nRey, Eva;e@b.example", ";"],
    ["semicolons, and a comma in every value, without a header", "Gil, Ana;a@b.example\nRey, Eva;e@b.example", ";"],
    ["semicolons with decimal commas", "correo;importe\na@b.example;1,5\nb@b.example;2,25", ";"],
    ["tabs", "name\temail\nAna, the first\ta@b.example", "\t"],
    ["bars", "name|email\nAna|a@b.example", "|"],
    ["one column", "correo\na@b.example\nb@b.example", ","],
    ["a comma in quotes", '"Gil, Ana";"a@b.example"\n"Rey, Eva";"e@b.example"', ";"],
  ])("is recognised: %s", async (_, text, separator) => {
    expect((await rowsOf(strToU8(text))).read.separator).toBe(separator);
  });

  it("is the one that the file names, or that is asked for", async () => {
    const named = strToU8("sep=|\r\na,b|c@d.example\r\n");
    expect(await rowsOf(named)).toMatchObject({ read: { separator: "|" }, rows: [[], ["a,b", "c@d.example"]] });
    expect((await rowsOf(named, { separator: "," })).rows[1]).toEqual(["a", "b|c@d.example"]);
  });
});

describe("the rows of a text", () => {
  it.each<[string, string, string[][]]>([
    [
      "line ends of Windows",
      "a;b\r\nc;d\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "line ends of old Macs",
      "a;b\rc;d\r",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "mixed line ends",
      "a;b\nc;d\r\ne;f",
      [
        ["a", "b"],
        ["c", "d"],
        ["e", "f"],
      ],
    ],
    [
      "line breaks in quotes",
      '"uno\r\ndos";b\nc;d',
      [
        ["uno\ndos", "b"],
        ["c", "d"],
      ],
    ],
    ["quotes in quotes", '"el ""Rápido""";b', [['el "Rápido"', "b"]]],
    ["quotes within a value", 'Taller "El Rápido" SL;b', [['Taller "El Rápido" SL', "b"]]],
    [
      "quotes within quotes that nobody doubled",
      '"Taller "El Rápido" SL";b\nc;d',
      [
        ['"Taller "El Rápido" SL"', "b"],
        ["c", "d"],
      ],
    ],
    [
      "a single quote sign",
      '"Bar;b\nc;d',
      [
        ['"Bar', "b"],
        ["c", "d"],
      ],
    ],
    ["blanks around quotes", 'a; "b ; c" ;d', [["a", "b ; c", "d"]]],
    ["rows of several lengths", "a;b;c\nd\ne;f;g;h", [["a", "b", "c"], ["d"], ["e", "f", "g", "h"]]],
    ["empty rows and columns", "a;b;;\n\n;;\nc;d;;\n\n\n", [["a", "b"], [], [], ["c", "d"]]],
    ["formulas, as texts", 'a;"=HYPERLINK(""http://x.example"";""y"")"', [["a", '=HYPERLINK("http://x.example";"y")']]],
  ])("has %s", async (_, text, expected) => {
    expect((await rowsOf(strToU8(text), { separator: ";" })).rows).toEqual(expected);
  });

  it("cuts a cell that no field could hold", async () => {
    const {
      rows: [row],
    } = await rowsOf(strToU8(`${"x".repeat(50_000)};a@b.example`));
    expect(row?.map(({ length }) => length)).toEqual([limits.importCellCharacters, 11]);
  });
});

const people = [
  ["Nombre", "Correo", "Teléfono", "Alta"],
  ["Ana", "ana@b.example", 34600111222, { day: 46091 }],
];

describe("a workbook", () => {
  it("is read by its first sheet that can be seen and has something in it", async () => {
    const bytes = workbook([
      { name: "Listas", rows: [["interno"]], hidden: true },
      { name: "Vacía", rows: [] },
      { name: "Feria & más", rows: people },
    ]);
    expect(await rowsOf(bytes)).toEqual({
      read: { format: "xlsx", sheets: ["Listas", "Vacía", "Feria & más"], sheet: "Feria & más" },
      rows: [
        ["Nombre", "Correo", "Teléfono", "Alta"],
        ["Ana", "ana@b.example", "34600111222", "2026-03-10"],
      ],
    });
    expect((await rowsOf(bytes, { sheet: "Listas" })).rows).toEqual([["interno"]]);
    expect(await whyNot(bytes, { sheet: "Vacía" })).toBe("empty");
    expect(await whyNot(bytes, { sheet: "Otra" })).toBe("no-such-sheet");
  });

  it.each([
    ["a shared text", { shared: 0 }, "Común"],
    ["a text that looks like a number", "0034600", "0034600"],
    ["a long number", 34600111222333, "34600111222333"],
    ["a number with an exponent", { raw: '<c r="A1"><v>3.46E+10</v></c>' }, "34600000000"],
    ["a small number with an exponent", { raw: '<c r="A1"><v>1.5E-3</v></c>' }, "0.0015"],
    ["a fraction", 1234.5, "1234.5"],
    ["a fraction that would be thousands", 1.234, "1.2340"],
    ["yes", true, "true"],
    ["a day and a time", { day: 46091.75 }, "2026-03-10T18:00:00"],
    ["what a formula came to", { formula: 'HYPERLINK("http://x.example","Ana")', value: "Ana" }, "Ana"],
    ["an error of a formula", { raw: '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>' }, ""],
  ])("has %s", async (_, cell, text) => {
    const { rows: all } = await rowsOf(workbook([{ name: "1", rows: [[cell, "x"]] }], { sharedStrings: ["Común"] }));
    expect(all).toEqual([[text, "x"]]);
  });

  it("counts days from 1904 where it says so", async () => {
    const bytes = workbook([{ name: "1", rows: [[{ day: 44629 }]] }], { date1904: true });
    expect((await rowsOf(bytes)).rows).toEqual([["2026-03-10"]]);
  });

  it("keeps the numbers of rows that are left out", async () => {
    expect((await rowsOf(workbook([{ name: "1", rows: [["a"], [], [null, "b"]] }]))).rows).toEqual([
      ["a"],
      [],
      ["", "b"],
    ]);
  });

  it("may have formats in cells far away", async () => {
    const far = { raw: '<c r="XFD1" s="1"/>' };
    expect((await rowsOf(workbook([{ name: "1", rows: [["a", far]] }]))).rows).toEqual([["a"]]);
  });
});

/** A compound file, of which only the names count. */
const compound = (name: string) => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from(name, "utf16le")]);

describe("what is no list", () => {
  it.each<[string, Uint8Array, string]>([
    ["nothing", new Uint8Array(), "empty"],
    ["blanks", strToU8(" \n;;\n"), "empty"],
    ["a workbook without a cell", workbook([{ name: "1", rows: [] }]), "empty"],
    ["an old workbook", compound("Workbook"), "old-excel"],
    ["a workbook with a password", compound("EncryptedPackage"), "password-protected"],
    ["a page that is called .xls", strToU8("<html><table><tr><td>a</td></tr></table></html>"), "web-page"],
    [
      "XML that is called .xls",
      strToU8('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'),
      "other-spreadsheet",
    ],
    ["an OpenDocument", zipSync({ mimetype: strToU8("x"), "content.xml": strToU8("<a/>") }), "other-spreadsheet"],
    ["a binary workbook", zipSync({ "xl/workbook.bin": strToU8("x") }), "other-spreadsheet"],
    ["another archive", zipSync({ "foto.jpg": strToU8("x") }), "not-a-list"],
    ["JSON", strToU8('[{"email":"a@b.example"}]'), "not-a-list"],
    ["PDF", strToU8("%PDF-1.7 a;b"), "not-a-list"],
    ["a picture", Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919) % 32), "not-a-list"],
    ["half of a workbook", workbook([{ name: "1", rows: people }]).slice(0, 700), "damaged"],
    ["a zip of noise", Uint8Array.from([0x50, 0x4b, 3, 4, ...Array(200).fill(1)]), "damaged"],
    [
      "a sheet that is no XML",
      workbook([{ name: "1", rows: people }], { files: { "xl/worksheets/sheet1.xml": strToU8("<row><c") } }),
      "damaged",
    ],
    ["quotes that are never closed", strToU8('a;"b"\n"c;d\ne;f\n'), "open-quote"],
    ["too many bytes", new Uint8Array(limits.importBytes + 1), "too-large"],
    ["too many columns", strToU8(`${"a;".repeat(limits.importColumns)}b`), "too-many-columns"],
    ["too many rows", strToU8("a@b.example\n".repeat(limits.importRows + 51)), "too-many-rows"],
    [
      "a cell in the farthest column",
      workbook([{ name: "1", rows: [[{ raw: '<c r="XFD1"><v>1</v></c>' }]] }]),
      "too-many-columns",
    ],
    [
      "a cell in the farthest row",
      workbook([{ name: "1", rows: [[{ raw: '<c r="A1048576"><v>1</v></c>' }]] }]),
      "too-many-rows",
    ],
    [
      "a row beyond all",
      workbook([{ name: "1", rows: [] }], {
        files: {
          "xl/worksheets/sheet1.xml": strToU8(
            '<worksheet><sheetData><row r="99999999999"><c r="A1"><v>1</v></c></row></sheetData></worksheet>',
          ),
        },
      }),
      "damaged",
    ],
  ])("is told: %s", async (_, bytes, because) => {
    expect(await whyNot(bytes)).toBe(because);
  });
});

/** An archive of one file of zeros that states to be of another size. */
const bombOf = (name: string, mb: number, stated = mb * 1024 * 1024): Uint8Array => {
  const data = deflateRawSync(Buffer.alloc(mb * 1024 * 1024), { level: 1 });
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(data.length, 18);
  header.writeUInt32LE(stated, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name), data]);
};

describe("a bomb", () => {
  it("is stopped while it unpacks, whatever size it states", async () => {
    const sheet = "xl/worksheets/sheet1.xml";
    const bytes = Buffer.concat([bombOf(sheet, 260, 10), workbook([{ name: "1", rows: people }])]);
    expect(bytes.length).toBeLessThan(2 * 1024 * 1024);
    expect(await whyNot(bytes)).toBe("too-large-unpacked");
  });

  it.each([
    ["a sheet", "xl/worksheets/sheet1.xml", "too-large-unpacked"],
    ["shared texts", "xl/sharedStrings.xml", "too-large-unpacked"],
    ["a picture that nobody needs", "xl/media/image1.png", "unpacked"],
  ])("counts together with the other files that are needed: %s", (_, name, expected) => {
    const bytes = Buffer.concat([bombOf("xl/styles.xml", 1), bombOf(name, 2)]);
    const unpacked = unpackWorkbook(bytes, (file) => file.endsWith(".xml"), 2.5 * 1024 * 1024);
    expect(unpacked.ok ? "unpacked" : unpacked.because).toBe(expected);
  });

  it("of many files is one too", async () => {
    const files = Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`xl/${i}.xml`, strToU8("x")]));
    expect(await whyNot(workbook([{ name: "1", rows: people }], { files }))).toBe("too-large-unpacked");
  });

  it("within a workbook is not unpacked", async () => {
    expect(await whyNot(zipSync({ "xl/inner.xlsx": bombOf("xl/workbook.xml", 10) }, { level: 0 }))).toBe("not-a-list");
  });

  it("of nested names is XML that is not expanded", async () => {
    const xml = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${sheetXml([["&b;", "x"]])}`;
    const files = { "xl/worksheets/sheet1.xml": strToU8(xml) };
    expect((await rowsOf(workbook([{ name: "1", rows: [] }], { files }))).rows).toEqual([["&b;", "x"]]);
  });
});

describe("the largest list", () => {
  const header = ["nombre", "correo", "empresa"];
  const all = [
    header,
    ...Array.from({ length: limits.importRows }, (_, i) => [`Ana ${i}`, `a${i}@b.example`, "Aceros"]),
  ];

  it("is read as CSV", async () => {
    const { rows: read } = await rowsOf(strToU8(all.map((cells) => cells.join(";")).join("\r\n")));
    expect(read).toHaveLength(limits.importRows + 1);
    expect(read.at(-1)).toEqual(all.at(-1));
  });

  it("is read as a workbook", async () => {
    const { rows: read } = await rowsOf(workbook([{ name: "1", rows: all }]));
    expect(read).toHaveLength(limits.importRows + 1);
    expect(read.at(-1)).toEqual(all.at(-1));
  });
});
