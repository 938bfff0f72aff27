import { readFileSync } from "node:fs";
import type { Agreement } from "../contract/agreement.ts";
import { checkAgreement } from "./check-agreement.ts";
import { compileAgreement } from "./compile-agreement.ts";
import type { Problem } from "./problem.ts";
import { knownHolidays } from "./public-holidays.ts";
import { wholeFile } from "./yaml-source.ts";

export { formatProblems, type Problem } from "./problem.ts";

export type LoadedAgreement =
  | { readonly ok: true; readonly agreement: Agreement; readonly text: string }
  | { readonly ok: false; readonly problems: Problem[] };

/** Reads, checks and compiles an agreement's file: only synth and commands have one. */
export const loadAgreement = (file: string): LoadedAgreement => {
  const text = textOf(file);
  if (text instanceof Error) return { ok: false, problems: [wholeFile(file, text.message)] };
  const checked = checkAgreement(text, file, knownHolidays);
  return checked.ok ? { ok: true, agreement: compileAgreement(checked.terms), text } : checked;
};

const textOf = (file: string): string | Error => {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    const missing = cause instanceof Error && "code" in cause && cause.code === "ENOENT";
    return new Error(missing ? "there is no such file" : `cannot be read: ${String(cause)}`, { cause });
  }
};
