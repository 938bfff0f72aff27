import { safeRegex } from "safe-regex2";
import type { Finding, Path } from "./problem.ts";

/**
 * A regular expression must be one, and must not take forever: a lead's own words are held against it, and somebody
 * could choose them to stop the scorer.
 */
export const checkPattern = (path: Path, pattern: string): Finding[] => {
  const compiled = compile(pattern);
  if (compiled instanceof Error)
    return [{ path, message: `${compiled.message}; expected a regular expression such as \`\\b(erp|sap)\\b\`` }];
  if (!safeRegex(compiled))
    return [
      {
        path,
        message: `"${pattern}" can take forever on some texts; expected no repetition inside a repetition, such as (a+)+`,
      },
    ];
  return [];
};

const compile = (pattern: string): RegExp | Error => {
  try {
    return new RegExp(withoutAccents(pattern), "iu");
  } catch (cause) {
    return cause instanceof Error ? cause : new Error(String(cause), { cause });
  }
};

/** As the scorer compiles it: accents count neither in the pattern nor in the fact. */
const withoutAccents = (pattern: string): string => pattern.normalize("NFD").replace(/\p{M}/gu, "");
