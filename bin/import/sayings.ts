import { progressOf } from "../../lambdas/board/import-view.ts";
import type { Agreement, OwnField } from "../../lambdas/contract/agreement.ts";
import type { ImportCounts, ImportTerms, ImportUndone, MappingGuess } from "../../lambdas/contract/imports.ts";
import type { Language } from "../../lambdas/contract/stages.ts";
import type { Import } from "../../lambdas/domain/import/import.ts";
import { letters } from "../../lambdas/domain/import/list-values.ts";
import type { ListTable } from "../../lambdas/domain/import/read-table.ts";
import type { TriedRow } from "../../lambdas/domain/import/try-list.ts";
import { sayImport } from "../../lambdas/views/import/say-import.ts";
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
  return [
    `${tried.length} rows: ${tried.length - refused.length} would be leads (or are known already, which only a deployment can tell), ${refused.length} are refused.`,
    `${agree} agree to mails${unclear === 0 ? "" : `; ${unclear} consents are not understood, and count as none`}.`,
    ...sayRows(isAll ? tried : refused, language, own, isAll),
  ].join("\n");
};

/** Rows one by one; of many only the first, unless all are asked for. */
export const sayRows = (
  rows: readonly TriedRow[],
  language: Language,
  own: readonly OwnField[],
  isAll: boolean,
): string[] => {
  const shown = isAll ? rows : rows.slice(0, mostTold);
  const left = rows.length - shown.length;
  return [
    ...shown.map(({ row, verdict }) => `  row ${row}: ${sayVerdict(verdict, own)[language]}`),
    ...(left > 0 ? [`  and ${left} more: --refused FILE writes all of them.`] : []),
  ];
};

/** Where an import stands, in one line; of a long one again with each twentieth. */
export const sayStanding = (
  it: Import,
  agreement: Pick<Agreement, "terms">,
  language: Language,
  now: string,
): string => {
  const progress = progressOf(it, agreement, now);
  if (progress === undefined || progress.of === 0) return sayImport(it)[language];
  const { done, of, endsAbout, perHour } = progress;
  const step = Math.max(1, Math.floor(of / tellings));
  const parts = [
    `${done === of ? of : done - (done % step)} of ${of} rows`,
    ...(perHour === undefined ? [] : [`at most ${perHour} an hour`]),
    ...(endsAbout === undefined || endsAbout.slice(0, 16) <= now.slice(0, 16)
      ? []
      : [`ends about ${endsAbout.slice(0, 16)}Z`]),
  ];
  return `${sayImport(it)[language]} (${parts.join(", ")})`;
};

const tellings = 20;

/** What would become of the rows, or what has become of them. */
export const sayCounts = (counts: ImportCounts): string => {
  const { filled, differing, consentYes, consentNotUnderstood, noMail } = counts;
  const beside = [
    ...(filled > 0 ? [`${filled} of the known get something filled`] : []),
    ...(differing > 0 ? [`of ${differing} something differs, and is kept beside`] : []),
    ...(consentNotUnderstood > 0 ? [`${consentNotUnderstood} consents are not understood, and count as none`] : []),
    ...(noMail > 0 ? [`${noMail} get no mails, whatever the list says`] : []),
  ];
  return [
    `${counts.new + counts.known + counts.refused} rows: ${counts.new} new, ${counts.known} known, ${counts.refused} refused.`,
    `${[`${consentYes} agree to mails`, ...beside].join("; ")}.`,
  ].join("\n");
};

/** What was taken back, and why the others were not. */
export const sayUndone = ({ erased, kept }: ImportUndone): string => {
  const stay = Object.entries(kept).flatMap(([because, count]) => (count > 0 ? [`${count} stay (${because})`] : []));
  return `${[`${erased} leads are gone`, ...stay].join("; ")}.`;
};
