import { strToU8, zipSync } from "fflate";

/** A cell as Excel writes it: texts in the sheet itself, a day by its serial number, a formula with the value it had. */
export type WorkbookCell =
  | string
  | number
  | boolean
  | null
  | { readonly day: number }
  | { readonly shared: number }
  | { readonly formula: string; readonly value: string }
  | { readonly raw: string };

export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly (readonly WorkbookCell[])[];
  readonly hidden?: boolean;
}

interface Parts {
  readonly sharedStrings?: readonly string[];
  /** Files beside those of a workbook, or in the place of one. */
  readonly files?: Readonly<Record<string, Uint8Array>>;
  readonly date1904?: boolean;
}

/** An XLSX file. */
export const workbook = (sheets: readonly WorkbookSheet[], { sharedStrings = [], files = {}, date1904 }: Parts = {}) =>
  zipSync(
    {
      "xl/workbook.xml": strToU8(
        `<?xml version="1.0"?><workbook xmlns:r="r">${date1904 ? '<workbookPr date1904="1"/>' : ""}<sheets>${sheets
          .map(
            ({ name, hidden }, i) =>
              `<sheet name="${escaped(name)}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${i + 1}"/>`,
          )
          .join("")}</sheets></workbook>`,
      ),
      "xl/_rels/workbook.xml.rels": strToU8(
        `<?xml version="1.0"?><Relationships>${sheets
          .map(
            (_, i) =>
              `<Relationship Id="rId${i + 1}" Type="${office}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
          )
          .join("")}<Relationship Id="s" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
      ),
      "xl/styles.xml": strToU8(
        '<?xml version="1.0"?><styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
      ),
      "xl/sharedStrings.xml": strToU8(
        `<?xml version="1.0"?><sst>${sharedStrings.map((text) => `<si><t>${escaped(text)}</t></si>`).join("")}</sst>`,
      ),
      ...Object.fromEntries(sheets.map(({ rows }, i) => [`xl/worksheets/sheet${i + 1}.xml`, strToU8(sheetXml(rows))])),
      ...files,
    },
    { level: 1 },
  );

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export const sheetXml = (rows: WorkbookSheet["rows"]): string =>
  `<?xml version="1.0"?><worksheet><sheetData>${rows
    .map((cells, row) => {
      const inside = cells.map((cell, column) => cellXml(cell, `${letters(column)}${row + 1}`)).join("");
      return inside === "" ? "" : `<row r="${row + 1}">${inside}</row>`;
    })
    .join("")}</sheetData></worksheet>`;

const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));

const cellXml = (cell: WorkbookCell, at: string): string => {
  if (cell === null) return "";
  if (typeof cell === "string") return `<c r="${at}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if ("day" in cell) return `<c r="${at}" s="1"><v>${cell.day}</v></c>`;
  if ("shared" in cell) return `<c r="${at}" t="s"><v>${cell.shared}</v></c>`;
  if ("raw" in cell) return cell.raw;
  return `<c r="${at}" t="str"><f>${escaped(cell.formula)}</f><v>${escaped(cell.value)}</v></c>`;
};

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);
