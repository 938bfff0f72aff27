import type { Export } from "../../../lambdas/contract/board-export.ts";
import type { Language } from "../../../lambdas/contract/stages.ts";
import { csvOf } from "../../../lambdas/domain/list/csv.ts";
import { saveFile } from "./save-file.ts";

export const formats = ["csv", "xlsx"] as const;
export type FileFormat = (typeof formats)[number];

/** Saves a list as a file for the spreadsheet of the reader's language. */
export const saveList = async (name: string, list: Export, format: FileFormat, language: Language): Promise<void> => {
  if (format === "csv") return saveFile(`${name}.csv`, csvOf([headings(list), ...list.rows], language), "text/csv");
  // Few export, and it is large.
  const { xlsxOf } = await import("./xlsx.ts");
  saveFile(`${name}.xlsx`, await xlsxOf(list), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
};

const headings = ({ columns }: Export): string[] => columns.map(({ label }) => label);
