import type { Agreement } from "../../contract/agreement.ts";
import { type Reader, sayDay } from "../page/when.ts";
import type { Deed } from "./deeds.ts";

/** What we promised for what the lead did, each promise once, with the last day on which it was earned. */
export const sayPromises = (deeds: readonly Deed[], reader: Reader, { terms }: Agreement): string[] =>
  terms.familiarity.flatMap(({ kind, promise }) => {
    const last = deeds.findLast((deed) => deed.kind === kind);
    if (promise === undefined || last === undefined) return [];
    return [`${promise[reader.language]} (${since[reader.language](sayDay(last.at, reader))})`];
  });

const since = {
  es: (day: string) => `lo pidió el ${day}`,
  en: (day: string) => `asked for on ${day}`,
} as const;
