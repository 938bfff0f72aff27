import type * as z from "zod/mini";

/** What is wrong with one field of a request, for programs. */
export interface FieldError {
  /** Its name, with dots where it stands inside another; `body` for all of it. */
  readonly field: string;
  readonly detail: string;
}

/** @param known the names of the fields that there are, for who sends another one */
export const fieldErrorsOf = ({ issues }: Pick<z.core.$ZodError, "issues">, known = ""): FieldError[] =>
  issues.map(({ path, code, message }) => ({
    field: path.map(String).join(".") || "body",
    detail: code === "unrecognized_keys" ? `only ${known} are known` : message,
  }));

/** In one line, for logs and dead letters. */
export const sayFieldErrors = (errors: readonly FieldError[]): string =>
  errors.map(({ field, detail }) => `${field}: ${detail}`).join("; ");
