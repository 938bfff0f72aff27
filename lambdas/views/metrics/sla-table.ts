import type { SlaOfWeek } from "../../contract/api.ts";
import type { Language } from "../../contract/stages.ts";
import type { Kept } from "../../domain/metrics/sla-of-week.ts";
import { sayNumber, sayShare } from "../../domain/text/say-number.ts";
import { slaSentences } from "./sla-sentences.ts";

const words = {
  es: {
    head: ["Semana", "MQL", "Prometidos", "Previsión", "Aceptados", "Atendidos en plazo", "Marketing", "Ventas"],
    kept: { yes: "cumple", no: "no cumple", open: "abierta", "no-figures": "antes de empezar" },
    of: (part: string, whole: string) => `${part} de ${whole}`,
  },
  en: {
    head: ["Week", "MQLs", "Promised", "Forecast", "Accepted", "On time", "Marketing", "Sales"],
    kept: { yes: "kept", no: "not kept", open: "open", "no-figures": "before the start" },
    of: (part: string, whole: string) => `${part} of ${whole}`,
  },
} as const satisfies Record<Language, unknown>;

/** One line per week, followed by what the last week's figures say. */
export const slaTable = (weeks: readonly SlaOfWeek[], language: Language): string => {
  const rows = [[...words[language].head], ...weeks.map((each) => rowOf(each, language))];
  const widths = words[language].head.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  const last = weeks.at(-1);
  const sentences =
    last === undefined ? [] : ["", `${last.week}:`, ...slaSentences(last).map((each) => each[language])];
  return `${[...lines, ...sentences].join("\n")}\n`;
};

const rowOf = ({ week, marketing, sales, kept }: SlaOfWeek, language: Language): string[] => {
  const say = words[language];
  const count = (value: number): string => sayNumber(value, language);
  if (kept.marketing === "no-figures")
    return [week, "-", "-", "-", "-", "-", sayKept(kept.marketing, language), sayKept(kept.sales, language)];
  const partOf = (part: number, whole: number, share: number | null): string =>
    share === null ? "-" : `${say.of(count(part), count(whole))} (${sayShare(share, language)})`;
  return [
    week,
    count(marketing.mqls),
    count(marketing.promised),
    marketing.forecast === undefined ? "-" : count(marketing.forecast),
    partOf(marketing.accepted, marketing.accepted + marketing.rejected, marketing.acceptanceRate),
    partOf(sales.inTime, sales.inTime + sales.breached, sales.share),
    sayKept(kept.marketing, language),
    sayKept(kept.sales, language),
  ];
};

const sayKept = (kept: Kept, language: Language): string => {
  const say = words[language].kept;
  if (typeof kept === "string") return say[kept];
  return kept ? say.yes : say.no;
};
