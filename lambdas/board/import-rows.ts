import { type ImportFiles, portionOf, type RefusedRows } from "../adapters/import-files.ts";
import type { OwnField } from "../contract/agreement.ts";
import type { ImportRefused, ImportRows, RowVerdict } from "../contract/imports.ts";
import { limits } from "../contract/limits.ts";
import type { Language } from "../contract/stages.ts";
import { firstRow, type Import } from "../domain/import/import.ts";
import { mostExported } from "../domain/list/table.ts";
import { refusedCsv } from "../views/import/refused-csv.ts";
import { sayVerdict } from "../views/import/say-verdict.ts";

/** Rows of one page, and portions that are looked through for them. */
const pageRows = 50;
const pagePortions = 10;

/** One page of the rows with what becomes, or became, of them. A page may be short, or empty, and still have a cursor. */
export const rowsPage = async (
  files: ImportFiles,
  it: Import,
  ownFields: readonly OwnField[],
  {
    verdict: wanted,
    cursor = String(firstRow(it)),
  }: { readonly verdict?: RowVerdict["is"] | undefined; readonly cursor?: string | undefined },
): Promise<ImportRows> => {
  const { lines = 0 } = it;
  const found: ImportRows["rows"][number][] = [];
  let row = Math.max(0, Number.parseInt(cursor, 10) || 0);
  for (let looked = 0; looked < pagePortions && row < lines && found.length < pageRows; looked++) {
    const portion = portionOf(row);
    const base = portion * limits.importPortion;
    const [verdicts, cells] = await Promise.all([verdictsOf(files, it, portion), cellsOf(files, it, portion)]);
    const end = Math.min(lines, base + limits.importPortion);
    for (; row < end && found.length < pageRows; row++) {
      const verdict = verdicts[row - base] ?? null;
      if (verdict === null || (wanted !== undefined && verdict.is !== wanted)) continue;
      found.push({ row: row + 1, cells: cells.get(row + 1), verdict, says: sayVerdict(verdict, ownFields) });
    }
  }
  return { rows: found, ...(row < lines && { cursor: String(row) }) };
};

/** Portions that are read at once for a file. */
const atOnce = 10;

/** All rows with what becomes of them, as many as a file has, and how the list calls its columns. */
export const allRows = async (
  files: ImportFiles,
  it: Import,
  ownFields: readonly OwnField[],
  wanted: RowVerdict["is"] | undefined,
): Promise<{ readonly header: readonly string[]; readonly rows: readonly ImportRows["rows"][number][] }> => {
  const portions = portionOf((it.lines ?? 0) + limits.importPortion - 1);
  const rows: ImportRows["rows"][number][] = [];
  for (let from = 0; from < portions && rows.length <= mostExported; from += atOnce) {
    const some = Array.from({ length: Math.min(atOnce, portions - from) }, (_, i) => from + i);
    rows.push(...(await Promise.all(some.map((portion) => rowsIn(files, it, { portion, wanted, ownFields })))).flat());
  }
  const width = rows.reduce((most, { cells = [] }) => Math.max(most, cells.length), 0);
  const header = width === 0 ? [] : ((await headerOf(files, it)) ?? []);
  return { header: Array.from({ length: width }, (_, column) => header[column] ?? ""), rows };
};

/** The last of the rows before the first lead's. */
const headerOf = async (files: ImportFiles, it: Import): Promise<readonly string[] | undefined> => {
  if (it.kept === "refused") return files.header();
  const at = firstRow(it) - 1;
  return at < 0 ? undefined : ((await files.rows(portionOf(at)))?.[at % limits.importPortion] ?? undefined);
};

interface OfPortion {
  readonly portion: number;
  readonly wanted: RowVerdict["is"] | undefined;
  readonly ownFields: readonly OwnField[];
}

const rowsIn = async (files: ImportFiles, it: Import, { portion, wanted, ownFields }: OfPortion) => {
  const base = portion * limits.importPortion;
  const verdicts = await verdictsOf(files, it, portion);
  const isWanted = (verdict: RowVerdict | null): verdict is RowVerdict =>
    verdict !== null && (wanted === undefined || verdict.is === wanted);
  if (!verdicts.some(isWanted)) return [];
  const cells = await cellsOf(files, it, portion);
  return verdicts.flatMap((verdict, i) => {
    const row = base + i + 1;
    return isWanted(verdict) && row > firstRow(it)
      ? [{ row, cells: cells.get(row), verdict, says: sayVerdict(verdict, ownFields) }]
      : [];
  });
};

/** Before it is started what would become of them, from then on what has. */
const verdictsOf = async (files: ImportFiles, { startedAt }: Import, portion: number) =>
  (await (startedAt === undefined ? files.tried(portion) : files.done(portion))) ?? [];

/** By row, as a spreadsheet counts, while they are kept. */
const cellsOf = async (files: ImportFiles, { kept }: Import, portion: number): Promise<Map<number, string[]>> => {
  if (kept === "none") return new Map();
  if (kept === "refused")
    return new Map(((await files.refused(portion)) ?? []).map(({ row, cells }) => [row, [...cells]]));
  const base = portion * limits.importPortion;
  const rows = (await files.rows(portion)) ?? [];
  return new Map(rows.flatMap((cells, i) => (cells === null ? [] : [[base + i + 1, [...cells]] as const])));
};

/** The refused rows of an import that has ended, as a file to be mended and imported again; as many as a response holds. */
export const refusedFile = async (
  files: ImportFiles,
  { portions = 0, fileName }: Import,
  { language, ownFields }: { readonly language: Language; readonly ownFields: readonly OwnField[] },
): Promise<ImportRefused> => {
  const header = await files.header();
  const rows: RefusedRows[number][] = [];
  let [bytes, more] = [0, false];
  for (let portion = 0; portion < portions && !more; portion++)
    for (const row of (await files.refused(portion)) ?? []) {
      bytes += JSON.stringify(row.cells).length + reasonBytes;
      more = bytes > limits.importRefusedBytes;
      if (more) break;
      rows.push(row);
    }
  const csv = refusedCsv(rows, language, { header, ownFields });
  return { fileName: `${fileName.replace(/\.[^.]*$/, "")}-${ending[language]}.csv`, csv, more };
};

/** Of the file's name. */
const ending: Record<Language, string> = { es: "rechazadas", en: "refused" };

const reasonBytes = 200;
