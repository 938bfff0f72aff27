import type { OwnField } from "../../lambdas/contract/agreement.ts";
import type { ImportTerms, MappingGuess } from "../../lambdas/contract/imports.ts";
import type { Language } from "../../lambdas/contract/stages.ts";
import { letters } from "../../lambdas/domain/import/list-values.ts";
import type { ListTable } from "../../lambdas/domain/import/read-table.ts";
import type { TriedRow } from "../../lambdas/domain/import/try-list.ts";
import { sayVerdict } from "../../lambdas/views/import/say-verdict.ts";

/** How the list was read, and what its columns are. */
export const sayReading = (
  { read }: ListTable,
  { mapping, headerRows }: ImportTerms,
  { columns }: MappingGuess,
): string => {
  const { format, sheet, encoding, separator } = read;
  const how =
    format === "xlsx"
      ? `XLSX, sheet "${sheet}"`
      : `CSV, ${encoding}, separated by ${separator === "\t" ? "tabs" : separator}`;
  const lines = mapping.map(({ column, to }) => {
    const { header = "", samples = [] } = columns[column] ?? {};
    return `  ${letters(column)}  ${header.padEnd(28)} ${to.padEnd(16)} ${samples[0] ?? ""}`.trimEnd();
  });
  return [`${how}; the first lead is in row ${headerRows + 1}.`, ...lines].join("\n");
};

/** Rows that are told one by one unless all are asked for. */
const mostTold = 20;

/** What would become of the rows: in numbers, and the refused ones (or all) one by one. */
export const sayTried = (
  tried: readonly TriedRow[],
  language: Language,
  own: readonly OwnField[],
  isAll: boolean,
): string => {
  const refused = tried.filter(({ verdict }) => verdict.is === "refused");
  const agree = tried.filter(({ verdict }) => verdict.is !== "refused" && verdict.consent === "yes").length;
  const unclear = tried.filter(
    ({ verdict }) => verdict.is !== "refused" && verdict.consent === "not-understood",
  ).length;
  const shown = isAll ? tried : refused.slice(0, mostTold);
  const left = isAll ? 0 : refused.length - shown.length;
  return [
    `${tried.length} rows: ${tried.length - refused.length} would be leads (or are known already, which only a deployment can tell), ${refused.length} are refused.`,
    `${agree} agree to mails${unclear === 0 ? "" : `; ${unclear} consents are not understood, and count as none`}.`,
    ...shown.map(({ row, verdict }) => `  row ${row}: ${sayVerdict(verdict, own)[language]}`),
    ...(left > 0 ? [`  and ${left} more: --refused FILE writes all of them.`] : []),
  ].join("\n");
};
