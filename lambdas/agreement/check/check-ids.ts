import type { Finding, Path } from "../problem.ts";

/** In a list each id stands once. `key` is where the id is in an entry; without it the entries are the ids. */
export const checkUnique = (path: Path, ids: readonly string[], key?: string): Finding[] =>
  ids.flatMap((id, i) =>
    ids.indexOf(id) === i
      ? []
      : [
          {
            path: [...path, i, ...(key === undefined ? [] : [key])],
            message: `"${id}" is there already; expected each once`,
          },
        ],
  );

/** An id that must be one of a list elsewhere. */
export const checkKnown = (path: Path, id: string, of: string, known: readonly string[]): Finding[] =>
  known.includes(id)
    ? []
    : [{ path, message: `"${id}" is not the id of a ${of}; expected one of: ${known.join(", ")}` }];
