export type Path = readonly (string | number)[];

/** What is wrong at a key, before it is known where in the file the key stands. */
export interface Finding {
  readonly path: Path;
  readonly message: string;
}

/** What is wrong, and where: lines and columns count from 1. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Such as `gate.mustHaves[1]`; empty when the file as a whole is meant. */
  readonly key: string;
  readonly message: string;
}

/** One line each, as editors and terminals know it: `agreement.yaml:42:7 gate.mustHaves[1]: …`. */
export const formatProblems = (problems: readonly Problem[]): string =>
  problems
    .map(
      ({ file, line, column, key, message }) => `${file}:${line}:${column} ${key === "" ? "" : `${key}: `}${message}`,
    )
    .join("\n");

export const keyOf = (path: Path): string =>
  path.reduce<string>((key, step) => {
    if (typeof step === "number") return `${key}[${step}]`;
    return key === "" ? step : `${key}.${step}`;
  }, "");

/** A list has each id once. `key` is where the id is in an entry; without it the entries are the ids. */
export const checkUnique = (path: Path, ids: readonly string[], key?: string): Finding[] =>
  ids.flatMap((id, i) =>
    ids.indexOf(id) === i
      ? []
      : [
          {
            path: [...path, i, ...(key === undefined ? [] : [key])],
            message: `"${id}" is listed already; expected each entry once`,
          },
        ],
  );

/** An id that must be one of a list elsewhere. */
export const checkKnown = (path: Path, id: string, of: string, known: readonly string[]): Finding[] =>
  known.includes(id)
    ? []
    : [{ path, message: `"${id}" is not the id of a ${of}; expected one of: ${known.join(", ")}` }];
